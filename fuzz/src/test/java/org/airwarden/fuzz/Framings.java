package org.airwarden.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.airwarden.feeds.RecordingFormat;

/** Puts ASTERIX blocks into the framings of recordings. */
final class Framings {
    private static final int GPS_HEADER = 2200;

    private Framings() {}

    /** What stands once at the beginning of such a recording. */
    static byte[] header(RecordingFormat format) {
        return switch (format.framing()) {
            case GPS -> new byte[GPS_HEADER];
            case PCAP ->
                    little(24)
                            .putInt(0xA1B2C3D4)
                            .putShort((short) 2)
                            .putShort((short) 4)
                            .putLong(0)
                            .putInt(65_535)
                            .putInt(1)
                            .array();
            case PCAPNG ->
                    Bytes.join(
                            little(28)
                                    .putInt(0x0A0D0D0A)
                                    .putInt(28)
                                    .putInt(0x1A2B3C4D)
                                    .putInt(1)
                                    .putLong(-1)
                                    .putInt(28)
                                    .array(),
                            little(20).putInt(1).putInt(20).putInt(1).putInt(0).putInt(20).array());
            default -> new byte[0];
        };
    }

    /** A frame around a payload; the number tells the frames of a recording apart. */
    static byte[] frame(RecordingFormat format, byte[] payload, int number) {
        return switch (format.framing()) {
            case GPS -> {
                byte[] trailer = new byte[10];
                trailer[7] = 1;
                trailer[8] = (byte) number;
                yield Bytes.join(payload, trailer);
            }
            case FINAL ->
                    ByteBuffer.allocate(payload.length + 12)
                            .putShort((short) (payload.length + 12))
                            .putInt(0)
                            .putShort((short) number)
                            .put(payload)
                            .putInt(0xA5A5A5A5)
                            .array();
            case RPLY ->
                    little(payload.length + 8)
                            .putInt(payload.length)
                            .putInt(10)
                            .put(payload)
                            .array();
            case PCAP -> {
                byte[] packet = packet(inner(format, payload));
                yield little(packet.length + 16)
                        .putInt(1_700_000_000 + number)
                        .putInt(0)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(packet)
                        .array();
            }
            case PCAPNG -> {
                byte[] packet = packet(inner(format, payload));
                int padded = packet.length + 3 & ~3;
                long time = (1_700_000_000L + number) * 1_000_000;
                yield little(padded + 32)
                        .putInt(6)
                        .putInt(padded + 32)
                        .putInt(0)
                        .putInt((int) (time >>> 32))
                        .putInt((int) time)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(Arrays.copyOf(packet, padded))
                        .putInt(padded + 32)
                        .array();
            }
            default -> payload;
        };
    }

    /** A recording of these payloads. */
    static byte[] recording(RecordingFormat format, List<byte[]> payloads) {
        byte[] all = header(format);
        int number = 1;
        for (byte[] payload : payloads) {
            all = Bytes.join(all, frame(format, payload, number++));
        }
        return all;
    }

    private static byte[] inner(RecordingFormat format, byte[] payload) {
        if (format.encapsulation() == RecordingFormat.Encapsulation.NONE) {
            return payload;
        }
        return ByteBuffer.allocate(payload.length + 6)
                .putShort((short) (payload.length + 6))
                .putInt(1000)
                .put(payload)
                .array();
    }

    /** Ethernet, IPv4 and UDP around a payload. */
    static byte[] packet(byte[] payload) {
        int udp = payload.length + 8;
        return ByteBuffer.allocate(14 + 20 + udp)
                .put(new byte[12])
                .putShort((short) 0x0800)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + udp))
                .putInt(0x4D0000)
                .put((byte) 64)
                .put((byte) 17)
                .putShort((short) 0)
                .putInt(0x0A000007)
                .putInt(0xE1000009)
                .putShort((short) 4000)
                .putShort((short) 8600)
                .putShort((short) udp)
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
