package org.airwarden.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.model.Time;

/**
 * Reads pcapng captures (draft-ietf-opsawg-pcapng): sections of either byte order, any number of
 * interfaces with their own link types and time resolutions, enhanced, simple and the old packet
 * blocks. Blocks of other kinds are passed over. A length beyond what any packet needs is not
 * believed, whatever the kind of block: a wrong one would cost all that is behind.
 */
final class PcapngReader extends CaptureReader {
    static final long SECTION = 0x0A0D0D0AL;
    static final long BYTE_ORDER = 0x1A2B3C4DL;

    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int SHORTEST = 12;
    private static final int LONGEST_BLOCK = LONGEST_PACKET + (1 << 16);
    private static final int MOST_INTERFACES = 4096;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;

    /** Something that packets were captured on. */
    private record Interface(int linkType, long snapLength, long unitsASecond, long offset) {}

    private final List<Interface> interfaces = new ArrayList<>();
    private boolean little;

    PcapngReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
    }

    @Override
    boolean readPacket(Frame frame) throws IOException {
        while (window.has(1)) {
            if (!window.has(SHORTEST)) {
                resynchronise(Kind.TRUNCATED_FILE, "the file ends within a block's header");
                continue;
            }
            if (window.uint32(0) == SECTION) {
                beginSection();
            }
            long length = uint32(4);
            if (length < SHORTEST || length % 4 != 0 || length > LONGEST_BLOCK) {
                resynchronise(Kind.IMPOSSIBLE_LENGTH, "a block with length " + length);
            } else if (!window.has((int) length)) {
                resynchronise(
                        Kind.TRUNCATED_FILE,
                        "a block of " + length + " octets where " + window.available() + " remain");
            } else if (uint32((int) length - 4) != length) {
                resynchronise(
                        Kind.MISSING_END_MARK,
                        "a block with length " + length + " does not repeat it at its end");
            } else {
                boolean packet = readBlock(frame, (int) uint32(0), (int) length);
                window.skip((int) length);
                if (packet) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    boolean beginsHere() throws IOException {
        if (!window.has(SHORTEST)) {
            return false;
        }
        if (window.uint32(0) == SECTION) {
            return window.uint32(8) == BYTE_ORDER || window.uint32Little(8) == BYTE_ORDER;
        }
        long type = uint32(0);
        long length = uint32(4);
        return type >= INTERFACE
                && type <= 10
                && length >= SHORTEST + 8
                && length % 4 == 0
                && length <= LONGEST_BLOCK
                && window.has((int) length)
                && uint32((int) length - 4) == length;
    }

    private void beginSection() throws IOException {
        interfaces.clear();
        if (window.uint32(8) == BYTE_ORDER) {
            little = false;
        } else if (window.uint32Little(8) == BYTE_ORDER) {
            little = true;
        } else {
            blockFault(Kind.BAD_HEADER, "a section without a mark of its byte order", SHORTEST);
        }
    }

    private boolean readBlock(Frame frame, int type, int length) throws IOException {
        switch (type) {
            case INTERFACE -> readInterface(length);
            case ENHANCED_PACKET -> {
                return length >= 32 && readPacketBlock(frame, uint32(8), length);
            }
            case OLD_PACKET -> {
                return length >= 32 && readPacketBlock(frame, uint16(8), length);
            }
            case SIMPLE_PACKET -> {
                return length >= 16 && readSimplePacket(frame, length);
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private void readInterface(int length) throws IOException {
        if (length < 20 || interfaces.size() >= MOST_INTERFACES) {
            blockFault(Kind.BAD_HEADER, "an interface that cannot be taken in", length);
            return;
        }
        long unitsASecond = 1_000_000;
        long offset = 0;
        int at = 16;
        while (at + 4 <= length - 4) {
            int code = uint16(at);
            int size = uint16(at + 2);
            if (code == 0 || at + 4 + size > length - 4) {
                break;
            }
            if (code == OPTION_RESOLUTION && size == 1) {
                unitsASecond = unitsASecond(window.octet(at + 4));
            } else if (code == OPTION_OFFSET && size == 8) {
                offset =
                        little
                                ? (uint32(at + 8) << 32) | uint32(at + 4)
                                : (uint32(at + 4) << 32) | uint32(at + 8);
            }
            at += 4 + ((size + 3) & ~3);
        }
        interfaces.add(new Interface(uint16(8), uint32(12), unitsASecond, offset));
    }

    /** Reads the resolution: a power of ten, or of two where the top bit is set. */
    private static long unitsASecond(int octet) {
        int exponent = octet & 0x7F;
        if ((octet & 0x80) != 0) {
            return 1L << Math.min(exponent, 62);
        }
        long units = 1;
        for (int i = 0; i < Math.min(exponent, 18); i++) {
            units *= 10;
        }
        return units;
    }

    private boolean readPacketBlock(Frame frame, long interfaceNumber, int length)
            throws IOException {
        long captured = uint32(20);
        if (interfaceNumber >= interfaces.size() || captured > length - 32) {
            blockFault(
                    Kind.BAD_HEADER,
                    "a packet of interface "
                            + interfaceNumber
                            + " of "
                            + interfaces.size()
                            + ", "
                            + captured
                            + " octets captured in a block of "
                            + length,
                    length);
            return false;
        }
        Interface on = interfaces.get((int) interfaceNumber);
        long units = (uint32(12) << 32) | uint32(16);
        long time = nanoseconds(units, on);
        dissect(
                frame,
                28,
                (int) captured,
                uint32(24),
                on.linkType,
                time == Time.UNKNOWN ? TimeKind.NONE : TimeKind.UTC,
                time);
        if (time == Time.UNKNOWN) {
            blockFault(Kind.IMPOSSIBLE_TIME, "a time of " + units + " units", length);
        }
        return true;
    }

    private boolean readSimplePacket(Frame frame, int length) throws IOException {
        if (interfaces.isEmpty()) {
            blockFault(Kind.BAD_HEADER, "a simple packet before any interface", length);
            return false;
        }
        Interface on = interfaces.getFirst();
        long original = uint32(8);
        long captured = Math.min(original, length - 16);
        if (on.snapLength > 0) {
            captured = Math.min(captured, on.snapLength);
        }
        dissect(frame, 12, (int) captured, original, on.linkType, TimeKind.NONE, Time.UNKNOWN);
        return true;
    }

    /** Returns nanoseconds since 1970, or unknown where they are beyond three centuries. */
    private static long nanoseconds(long units, Interface on) {
        long seconds = Long.divideUnsigned(units, on.unitsASecond) + on.offset;
        if (seconds < 0 || seconds > 9_000_000_000L) {
            return Time.UNKNOWN;
        }
        long fraction = Long.remainderUnsigned(units, on.unitsASecond);
        long base = on.unitsASecond;
        while (base > Time.SECOND * 8) { // so that the product below stays within 64 bits
            fraction >>>= 1;
            base >>>= 1;
        }
        return seconds * Time.SECOND + fraction * Time.SECOND / base;
    }

    private void blockFault(Kind kind, String words, int length) throws IOException {
        fault(kind, window.offset(), 0, words, window.peek(Math.min(length, FrameFault.KEPT)));
    }

    private int uint16(int index) {
        return little ? window.octet(index) | (window.octet(index + 1) << 8) : window.uint16(index);
    }

    private long uint32(int index) {
        return little ? window.uint32Little(index) : window.uint32(index);
    }
}
