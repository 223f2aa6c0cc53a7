package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.model.Time;

/**
 * Reads libpcap captures (draft-ietf-opsawg-pcap): both byte orders, microseconds and nanoseconds.
 * After a record header that cannot be, it searches for records that follow each other.
 */
final class PcapReader extends CaptureReader {
    static final long MICROSECONDS = 0xA1B2C3D4L;
    static final long NANOSECONDS = 0xA1B23C4DL;

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int CHAIN = 3;

    /**
     * Octets in all that are looked through for packets within packets: damage is not work for
     * ever.
     */
    private static final long MOST_LOOKED_INTO = 64L << 20;

    /** How far apart neighbours in time are believed to be (s). */
    private static final long BELIEVED_GAP = 7 * 86_400L;

    private boolean headerDue = true;
    private boolean little;
    private long unit = 1000;
    private long unitsASecond = 1_000_000;
    private int linkType;
    private long lastSecond = -1;
    private long swallowed;

    PcapReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
    }

    @Override
    boolean readPacket(Frame frame) throws IOException {
        if (headerDue) {
            headerDue = false;
            readFileHeader();
        }
        while (window.has(1)) {
            if (!window.has(RECORD_HEADER)) {
                resynchronise(Kind.TRUNCATED_FILE, "the file ends within a packet's header");
                continue;
            }
            long captured = uint32(8);
            if (!isHeader(0, lastSecond) && !beginsHere()) {
                resynchronise(
                        Kind.BAD_HEADER,
                        "a packet header with "
                                + captured
                                + " octets captured of "
                                + uint32(12)
                                + " at "
                                + uint32(0)
                                + " s");
            } else if (!window.has(RECORD_HEADER + (int) captured)) {
                resynchronise(
                        Kind.TRUNCATED_FILE,
                        "a packet of "
                                + captured
                                + " octets where "
                                + (window.available() - RECORD_HEADER)
                                + " remain");
            } else if (swallows((int) captured)) {
                resynchronise(
                        Kind.BAD_HEADER,
                        "a packet of "
                                + captured
                                + " octets, behind which no other begins, but within which others do");
            } else {
                lastSecond = uint32(0);
                long time = lastSecond * Time.SECOND + uint32(4) * unit;
                dissect(
                        frame,
                        RECORD_HEADER,
                        (int) captured,
                        uint32(12),
                        linkType,
                        TimeKind.UTC,
                        time);
                window.skip(RECORD_HEADER + (int) captured);
                return true;
            }
        }
        return false;
    }

    /**
     * Records that follow each other, and agree on the time, prove themselves: captures are joined
     * over months, and the wrong time of one packet must not cost those behind it.
     */
    @Override
    boolean beginsHere() throws IOException {
        return chainAt(0);
    }

    /**
     * Tells whether a packet's length leads to nothing, or just to the file's end, and over packets
     * that follow each other: then it is wrong. Looked into only where nothing follows, which in
     * sound captures is the last packet.
     */
    private boolean swallows(int captured) throws IOException {
        int end = RECORD_HEADER + captured;
        long own = uint32(0);
        if ((window.has(end + RECORD_HEADER) && isHeader(end, own))
                || swallowed >= MOST_LOOKED_INTO) {
            return false;
        }
        // A length that fits the file is believed sooner: what speaks against it has to agree with
        // the packet's own time, or to be as many packets as prove themselves.
        boolean fits = !window.has(end + 1);
        swallowed += captured;
        for (int at = 1; at < end; at++) {
            if (chainAt(at) && (!fits || isHeader(at, own) || isLong(at))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a chain has all the packets that are looked for, not just the last ones. */
    private boolean isLong(int from) throws IOException {
        int at = from;
        for (int count = 0; count < CHAIN; count++) {
            if (!window.has(at + RECORD_HEADER)) {
                return false;
            }
            at += RECORD_HEADER + (int) uint32(at + 8);
        }
        return true;
    }

    private boolean chainAt(int from) throws IOException {
        int at = from;
        long near = -1;
        for (int count = 0; count < CHAIN; count++) {
            if (!window.has(at + RECORD_HEADER)) {
                return count > 0 && !window.has(at + 1);
            }
            if (!isHeader(at, near) || uint32(at + 8) == 0) {
                return false;
            }
            near = uint32(at);
            int next = at + RECORD_HEADER + (int) uint32(at + 8);
            if (!window.has(next)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private void readFileHeader() throws IOException {
        if (!window.has(FILE_HEADER)) {
            return;
        }
        long magic = window.uint32(0);
        little = !isMagic(magic);
        if (little) {
            magic = window.uint32Little(0);
        }
        if (!isMagic(magic)) {
            little = false;
            resynchronise(Kind.BAD_HEADER, "the file does not begin with a mark of pcap");
            return;
        }
        if (magic == NANOSECONDS) {
            unit = 1;
            unitsASecond = Time.SECOND;
        }
        linkType = (int) (uint32(20) & 0x0FFF_FFFF); // the upper bits tell of the frame check
        window.skip(FILE_HEADER);
    }

    /** Tells whether a number is one of pcap's magic numbers. */
    static boolean isMagic(long number) {
        return number == MICROSECONDS || number == NANOSECONDS;
    }

    /**
     * Tells whether a record's header can be here.
     *
     * @param near the second that its neighbour tells, or -1
     */
    private boolean isHeader(int index, long near) {
        long second = uint32(index);
        long captured = uint32(index + 8);
        long original = uint32(index + 12);
        return uint32(index + 4) < unitsASecond
                && captured <= LONGEST_PACKET
                && captured <= original
                && original <= 1 << 24
                && (near < 0 || Math.abs(second - near) <= BELIEVED_GAP);
    }

    private long uint32(int index) {
        return little ? window.uint32Little(index) : window.uint32(index);
    }
}
