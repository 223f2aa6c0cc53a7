package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Builds captures and packets for tests, octet by octet. */
final class CaptureWriter {
    static final byte[] FROM_4 = {10, 0, 0, 7};
    static final byte[] TO_4 = {(byte) 225, 0, 0, 9};
    static final byte[] FROM_6 = six(1);
    static final byte[] TO_6 = six(2);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    CaptureWriter(ByteOrder order) {
        this.order = order;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static CaptureWriter pcap(ByteOrder order, boolean nanoseconds, int linkType) {
        CaptureWriter writer = new CaptureWriter(order);
        writer.put(
                writer.buffer(24)
                        .putInt(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(65_535)
                        .putInt(linkType));
        return writer;
    }

    CaptureWriter packet(long second, int fraction, byte[] packet) {
        return packet(second, fraction, packet, packet.length);
    }

    CaptureWriter packet(long second, int fraction, byte[] packet, int original) {
        put(
                buffer(16)
                        .putInt((int) second)
                        .putInt(fraction)
                        .putInt(packet.length)
                        .putInt(original));
        out.writeBytes(packet);
        return this;
    }

    CaptureWriter section() {
        put(
                buffer(28)
                        .putInt(0x0A0D0D0A)
                        .putInt(28)
                        .putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1)
                        .putInt(28));
        return this;
    }

    /** An interface; a resolution below 0 leaves the option out. */
    CaptureWriter interfaceBlock(int linkType, int resolution, long offset) {
        int length = resolution < 0 ? 20 : 20 + 8 + 12 + 4;
        ByteBuffer block =
                buffer(length)
                        .putInt(1)
                        .putInt(length)
                        .putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(0);
        if (resolution >= 0) {
            block.putShort((short) 9).putShort((short) 1).put((byte) resolution);
            block.put(new byte[3]);
            block.putShort((short) 14).putShort((short) 8).putLong(offset).putInt(0);
        }
        put(block.putInt(length));
        return this;
    }

    CaptureWriter enhanced(int on, long units, byte[] packet) {
        int padded = packet.length + 3 & ~3;
        int length = 32 + padded;
        put(
                buffer(length)
                        .putInt(6)
                        .putInt(length)
                        .putInt(on)
                        .putInt((int) (units >>> 32))
                        .putInt((int) units)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(Arrays.copyOf(packet, padded))
                        .putInt(length));
        return this;
    }

    CaptureWriter simple(byte[] packet) {
        int padded = packet.length + 3 & ~3;
        int length = 16 + padded;
        put(
                buffer(length)
                        .putInt(3)
                        .putInt(length)
                        .putInt(packet.length)
                        .put(Arrays.copyOf(packet, padded))
                        .putInt(length));
        return this;
    }

    CaptureWriter otherBlock(int type, byte[] body) {
        int padded = body.length + 3 & ~3;
        int length = 12 + padded;
        put(
                buffer(length)
                        .putInt(type)
                        .putInt(length)
                        .put(Arrays.copyOf(body, padded))
                        .putInt(length));
        return this;
    }

    CaptureWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    static byte[] udp(byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) 4000)
                .putShort((short) 8600)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    static byte[] ipv4(byte[] body) {
        return ipv4(body, 17, 77, 0, false, 0);
    }

    /** An IPv4 packet or fragment with that many octets of options. */
    static byte[] ipv4(byte[] body, int protocol, int id, int offset, boolean more, int options) {
        int header = 20 + options;
        return ByteBuffer.allocate(header + body.length)
                .put((byte) (0x40 | header / 4))
                .put((byte) 0)
                .putShort((short) (header + body.length))
                .putShort((short) id)
                .putShort((short) ((more ? 0x2000 : 0) | offset / 8))
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(FROM_4)
                .put(TO_4)
                .put(new byte[options])
                .put(body)
                .array();
    }

    static byte[] ipv6(int next, byte[] body) {
        return ByteBuffer.allocate(40 + body.length)
                .putInt(0x60000000)
                .putShort((short) body.length)
                .put((byte) next)
                .put((byte) 64)
                .put(FROM_6)
                .put(TO_6)
                .put(body)
                .array();
    }

    /** A hop-by-hop header of 8 octets before something. */
    static byte[] hopByHop(int next, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .put((byte) next)
                .put(new byte[7])
                .put(body)
                .array();
    }

    static byte[] fragment6(int next, int id, int offset, boolean more, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .put((byte) next)
                .put((byte) 0)
                .putShort((short) (offset | (more ? 1 : 0)))
                .putInt(id)
                .put(body)
                .array();
    }

    /** An Ethernet frame; tags are ethertypes of VLAN tags, outermost first. */
    static byte[] ethernet(int type, byte[] body, int... tags) {
        ByteBuffer frame =
                ByteBuffer.allocate(14 + 4 * tags.length + body.length).put(new byte[12]);
        for (int tag : tags) {
            frame.putShort((short) tag).putShort((short) 5);
        }
        return frame.putShort((short) type).put(body).array();
    }

    static byte[] cooked(int type, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .put(new byte[14])
                .putShort((short) type)
                .put(body)
                .array();
    }

    static byte[] cooked2(int type, byte[] body) {
        return ByteBuffer.allocate(20 + body.length)
                .putShort((short) type)
                .put(new byte[18])
                .put(body)
                .array();
    }

    static byte[] loopback(int family, byte[] body) {
        return ByteBuffer.allocate(4 + body.length).putInt(family).put(body).array();
    }

    private static byte[] six(int last) {
        byte[] address = new byte[16];
        address[0] = (byte) 0xFE;
        address[1] = (byte) 0x80;
        address[15] = (byte) last;
        return address;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private void put(ByteBuffer buffer) {
        out.writeBytes(buffer.array());
    }
}
