package org.airwarden.feeds;

import java.util.Arrays;
import org.airwarden.feeds.FrameFault.Kind;

/**
 * Takes the UDP datagram out of a captured packet: link layer (LINKTYPE registry of tcpdump.org),
 * VLAN tags (IEEE 802.1Q), IPv4 (RFC 791), IPv6 with extension headers (RFC 8200), UDP (RFC 768).
 * Fragments are put together. Lengths are checked, checksums are not: cards compute them after the
 * capture. One thread.
 */
final class PacketDissector {
    private static final int ETHERNET = 1;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;
    private static final int NULL = 0;
    private static final int LOOP = 108;

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int UDP = 17;
    private static final int MOST_TAGS = 4;
    private static final int MOST_EXTENSIONS = 16;

    /** Takes the faults. */
    interface Faults {
        void fault(Kind kind, long fileOffset, long length, String words, byte[] bytes);
    }

    private final Faults faults;
    private final FragmentAssembler assembler;
    private long skipped;

    PacketDissector(Faults faults) {
        this.faults = faults;
        assembler = new FragmentAssembler(faults);
    }

    /** How many packets held no UDP. */
    long skipped() {
        return skipped;
    }

    /** Tells the fragments that never became whole. */
    void end(long fileOffset) {
        assembler.end(fileOffset);
    }

    /**
     * Takes a packet apart.
     *
     * @param frame has the packet's array, offset, place and time; is filled with payload,
     *     addresses and ports, or keeps a length of 0 where there is no whole datagram yet
     * @param length how many octets are there
     * @param cut whether the packet was longer on the wire
     * @param linkType what link the packet was captured on
     */
    void dissect(Frame frame, int length, boolean cut, int linkType) {
        byte[] bytes = frame.bytes();
        int at = frame.offset();
        int end = at + length;
        switch (linkType) {
            case ETHERNET -> {
                if (need(frame, at, 14, end, cut)) {
                    ethernet(frame, bytes, at + 12, end, cut);
                }
            }
            case LINUX_COOKED -> {
                if (need(frame, at, 16, end, cut)) {
                    ethernet(frame, bytes, at + 14, end, cut);
                }
            }
            case LINUX_COOKED_2 -> {
                if (need(frame, at, 20, end, cut)) {
                    network(frame, uint16(bytes, at), at + 20, end, cut);
                }
            }
            case NULL, LOOP -> {
                if (need(frame, at, 4, end, cut)) {
                    bare(frame, at + 4, end, cut);
                }
            }
            case 12, 14, 101, 228, 229 -> bare(frame, at, end, cut);
            default -> skipped++;
        }
    }

    /** Goes on at an ethertype, through VLAN tags. */
    private void ethernet(Frame frame, byte[] bytes, int typeAt, int end, boolean cut) {
        int at = typeAt;
        int type = uint16(bytes, at);
        int tags = 0;
        while (type == 0x8100 || type == 0x88A8 || type == 0x9100) {
            at += 4;
            if (++tags > MOST_TAGS || !need(frame, at, 2, end, cut)) {
                return;
            }
            type = uint16(bytes, at);
        }
        at += 2;
        if (type <= 1500 && end - at >= 8 && isSnap(bytes, at)) {
            type = uint16(bytes, at + 6);
            at += 8;
        }
        network(frame, type, at, end, cut);
    }

    /** Tells whether IEEE 802.2 LLC with SNAP carries an ethertype (RFC 1042). */
    private static boolean isSnap(byte[] bytes, int at) {
        return uint16(bytes, at) == 0xAAAA
                && bytes[at + 2] == 3
                && bytes[at + 3] == 0
                && uint16(bytes, at + 4) == 0;
    }

    private void bare(Frame frame, int at, int end, boolean cut) {
        int version = at < end ? (frame.bytes()[at] >> 4) & 0xF : 0;
        network(frame, version == 4 ? IPV4 : version == 6 ? IPV6 : 0, at, end, cut);
    }

    private void network(Frame frame, int type, int at, int end, boolean cut) {
        switch (type) {
            case IPV4 -> ipv4(frame, at, end, cut);
            case IPV6 -> ipv6(frame, at, end, cut);
            default -> skipped++;
        }
    }

    private void ipv4(Frame frame, int at, int captured, boolean cut) {
        if (!need(frame, at, 20, captured, cut)) {
            return;
        }
        byte[] bytes = frame.bytes();
        int header = (bytes[at] & 0xF) * 4;
        int total = uint16(bytes, at + 2);
        if (total == 0) { // left to the card by the sender's segmentation offload
            total = captured - at;
        }
        if (((bytes[at] >> 4) & 0xF) != 4 || header < 20 || total < header) {
            bad(frame, at, captured, "an IPv4 header of " + header + " octets in " + total);
            return;
        }
        if (bytes[at + 9] != UDP) {
            skipped++;
            return;
        }
        boolean short4 = captured - at < total;
        if (short4 && !cut) {
            bad(
                    frame,
                    at,
                    captured,
                    "IPv4 tells " + total + " octets, " + (captured - at) + " are there");
            return;
        }
        if (!need(frame, at, header, captured, cut)) {
            return;
        }
        int end = Math.min(captured, at + total);
        frame.addresses(bytes, at + 12, at + 16, 4);
        int fragment = uint16(bytes, at + 6);
        if ((fragment & 0x3FFF) == 0) {
            udp(frame, at + header, end, short4);
        } else if (short4) {
            truncated(frame, at, captured);
        } else {
            byte[] whole =
                    assembler.add(
                            frame,
                            at + 12,
                            4,
                            uint16(bytes, at + 4),
                            UDP,
                            (fragment & 0x1FFF) * 8,
                            (fragment & 0x2000) != 0,
                            at + header,
                            end);
            if (whole != null) {
                frame.place(whole, 0, 0);
                udp(frame, 0, whole.length, false);
            }
        }
    }

    private void ipv6(Frame frame, int at, int captured, boolean cut) {
        if (!need(frame, at, 40, captured, cut)) {
            return;
        }
        byte[] bytes = frame.bytes();
        if (((bytes[at] >> 4) & 0xF) != 6) {
            bad(frame, at, captured, "an IPv6 header of another version");
            return;
        }
        int payload = uint16(bytes, at + 4);
        int total = payload == 0 ? captured - at : 40 + payload;
        boolean short6 = captured - at < total;
        if (short6 && !cut) {
            bad(
                    frame,
                    at,
                    captured,
                    "IPv6 tells " + total + " octets, " + (captured - at) + " are there");
            return;
        }
        frame.addresses(bytes, at + 8, at + 24, 16);
        int end = Math.min(captured, at + total);
        extensions(frame, bytes[at + 6] & 0xFF, at + 40, end, short6, at + 8);
    }

    /**
     * Goes through IPv6 extension headers to UDP.
     *
     * @param addressesAt where the addresses stand, or -1 where the octets are a whole datagram
     *     that fragments made
     */
    private void extensions(
            Frame frame, int protocol, int from, int end, boolean cut, int addressesAt) {
        byte[] bytes = frame.bytes();
        int next = protocol;
        int at = from;
        for (int count = 0; count < MOST_EXTENSIONS; count++) {
            switch (next) {
                case UDP -> {
                    udp(frame, at, end, cut);
                    return;
                }
                case 0, 43, 60, 135, 139, 140, 51 -> {
                    if (!need(frame, at, 8, end, cut)) {
                        return;
                    }
                    int words = bytes[at + 1] & 0xFF;
                    // the authentication header counts in words of four octets (RFC 4302)
                    int length = next == 51 ? (words + 2) * 4 : (words + 1) * 8;
                    next = bytes[at] & 0xFF;
                    if (!need(frame, at, length, end, cut)) {
                        return;
                    }
                    at += length;
                }
                case 44 -> {
                    if (need(frame, at, 8, end, cut)) {
                        ipv6Fragment(frame, at, end, cut, addressesAt);
                    }
                    return;
                }
                default -> {
                    skipped++;
                    return;
                }
            }
        }
        bad(frame, from, end, "more than " + MOST_EXTENSIONS + " extension headers");
    }

    private void ipv6Fragment(Frame frame, int at, int end, boolean cut, int addressesAt) {
        byte[] bytes = frame.bytes();
        if (addressesAt < 0) {
            bad(frame, at, end, "a fragment within fragments");
            return;
        }
        if (cut) {
            truncated(frame, at, end);
            return;
        }
        int next = bytes[at] & 0xFF;
        int field = uint16(bytes, at + 2);
        int identification = (uint16(bytes, at + 4) << 16) | uint16(bytes, at + 6);
        byte[] whole =
                assembler.add(
                        frame,
                        addressesAt,
                        16,
                        identification,
                        next,
                        field & 0xFFF8,
                        (field & 1) != 0,
                        at + 8,
                        end);
        if (whole != null) {
            frame.place(whole, 0, 0);
            extensions(frame, next, 0, whole.length, false, -1);
        }
    }

    private void udp(Frame frame, int at, int end, boolean cut) {
        if (!need(frame, at, 8, end, cut)) {
            return;
        }
        byte[] bytes = frame.bytes();
        int length = uint16(bytes, at + 4);
        if (length == 0) { // a jumbogram, or left to the card
            length = end - at;
        }
        if (length < 8 || (length > end - at && !cut)) {
            bad(frame, at, end, "UDP tells " + length + " octets, " + (end - at) + " are there");
            return;
        }
        frame.ports(uint16(bytes, at), uint16(bytes, at + 2));
        if (length > end - at) {
            truncated(frame, at, end);
            frame.markTruncated();
        }
        frame.narrow(at + 8, Math.min(length, end - at) - 8);
    }

    /** Tells whether so many octets are there; a fault where not. */
    private boolean need(Frame frame, int at, int count, int end, boolean cut) {
        if (end - at >= count) {
            return true;
        }
        if (cut) {
            truncated(frame, at, end);
        } else {
            bad(frame, at, end, "a header of " + count + " octets where " + (end - at) + " remain");
        }
        return false;
    }

    private void truncated(Frame frame, int at, int end) {
        report(Kind.TRUNCATED_PACKET, frame, at, end, "the capture kept only a packet's beginning");
    }

    private void bad(Frame frame, int at, int end, String words) {
        report(Kind.BAD_PACKET, frame, at, end, words);
    }

    private void report(Kind kind, Frame frame, int at, int end, String words) {
        int from = Math.min(at, end);
        byte[] kept =
                Arrays.copyOfRange(
                        frame.bytes(), from, from + Math.min(end - from, FrameFault.KEPT));
        faults.fault(kind, frame.fileOffset(), 0, words, kept);
    }

    private static int uint16(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
