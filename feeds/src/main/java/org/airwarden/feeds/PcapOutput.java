package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * A libpcap capture (draft-ietf-opsawg-pcap) of UDP datagrams over Ethernet, big-endian, with times
 * to the nanosecond or to the microsecond below. Addresses and ports are those of the datagram a
 * payload came in; payloads from other framings go from 192.0.2.1 to 192.0.2.2 (addresses for
 * examples, RFC 5737), port 8600, which is registered for ASTERIX. Checksums are those of RFC 791
 * and RFC 768. A datagram is one packet, however long.
 */
final class PcapOutput extends FrameOutput {
    private static final int SNAPLEN = 1 << 18;
    private static final int ETHERNET = 1;
    private static final int MAC_HEADER = 14;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;
    private static final int LONGEST = 0xFFFF - 20 - UDP_HEADER;
    private static final int PORT = 8600;
    private static final byte[] FROM = {(byte) 192, 0, 2, 1};
    private static final byte[] TO = {(byte) 192, 0, 2, 2};

    /** Locally administered addresses, "AW" in them. */
    private static final byte[] MACS = {2, 0, 0, 'A', 'W', 2, 2, 0, 0, 'A', 'W', 1};

    private final long unit;
    private final ByteBuffer head = ByteBuffer.allocate(16 + MAC_HEADER + 40 + UDP_HEADER);

    PcapOutput(OutputStream out, boolean microseconds) throws IOException {
        super(out);
        unit = microseconds ? 1000 : 1;
        out.write(
                ByteBuffer.allocate(24)
                        .putInt(
                                (int)
                                        (microseconds
                                                ? PcapReader.MICROSECONDS
                                                : PcapReader.NANOSECONDS))
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(SNAPLEN)
                        .putInt(ETHERNET)
                        .array());
    }

    @Override
    int put(byte[] bytes, int offset, int length, long time, Frame origin) throws IOException {
        requireAtMost(LONGEST, length, "a UDP datagram");
        long second = Math.floorDiv(time, Time.SECOND);
        if (second < 0 || second > 0xFFFF_FFFFL) {
            throw new RecordingException(
                    "a capture cannot tell the time " + Time.toText(time), "choose another --date");
        }
        byte[] from = octets(origin.sourceAddress(), FROM);
        byte[] to = octets(origin.destinationAddress(), TO);
        int ipHeader = from.length == 4 ? 20 : 40;
        int datagram = UDP_HEADER + length;
        int packet = MAC_HEADER + ipHeader + datagram;
        head.clear();
        head.putInt((int) second).putInt((int) (Math.floorMod(time, Time.SECOND) / unit));
        head.putInt(packet).putInt(packet);
        head.put(MACS);
        if (from.length == 4) {
            head.putShort((short) 0x0800);
            ipv4(datagram, from, to);
        } else {
            head.putShort((short) 0x86DD);
            ipv6(datagram, from, to);
        }
        int udp = head.position();
        head.putShort((short) (origin.sourcePort() < 0 ? PORT : origin.sourcePort()));
        head.putShort((short) (origin.destinationPort() < 0 ? PORT : origin.destinationPort()));
        head.putShort((short) datagram).putShort((short) 0);
        head.putShort(udp + 6, checksum(udp, from, to, bytes, offset, length));
        out.write(head.array(), 0, head.position());
        out.write(bytes, offset, length);
        return 1;
    }

    private static byte[] octets(@Nullable InetAddress address, byte[] otherwise) {
        return address == null ? otherwise : address.getAddress();
    }

    private void ipv4(int datagram, byte[] from, byte[] to) {
        int start = head.position();
        head.put((byte) 0x45).put((byte) 0).putShort((short) (20 + datagram));
        head.putShort((short) 0).putShort((short) 0x4000).put((byte) 64).put((byte) UDP);
        head.putShort((short) 0).put(from).put(to);
        head.putShort(start + 10, (short) ~folded(sum(head.array(), start, 20)));
    }

    private void ipv6(int datagram, byte[] from, byte[] to) {
        head.putInt(0x6000_0000).putShort((short) datagram);
        head.put((byte) UDP).put((byte) 64).put(from).put(to);
    }

    /** The checksum over the pseudo header, the UDP header and the payload; 0 is written FFFF. */
    private short checksum(int udp, byte[] from, byte[] to, byte[] bytes, int offset, int length) {
        long sum = sum(from, 0, from.length) + sum(to, 0, to.length) + UDP + UDP_HEADER + length;
        sum += sum(head.array(), udp, UDP_HEADER) + sum(bytes, offset, length);
        int complement = ~folded(sum) & 0xFFFF;
        return (short) (complement == 0 ? 0xFFFF : complement);
    }

    private static long sum(byte[] bytes, int offset, int length) {
        long sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += ((bytes[offset + i] & 0xFF) << 8) | (bytes[offset + i + 1] & 0xFF);
        }
        return length % 2 == 0 ? sum : sum + ((bytes[offset + length - 1] & 0xFFL) << 8);
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return (int) folded;
    }
}
