package org.airwarden.feeds;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.feeds.RecordingFormat.Encapsulation;

/**
 * What captures of networks have in common: packets go through the {@link PacketDissector}, which
 * takes UDP datagrams out of them; ORADIS records are taken out of those. Packets that hold no UDP
 * are counted and passed over.
 */
public abstract sealed class CaptureReader extends FrameReader permits PcapReader, PcapngReader {
    /** The longest packet that is believed: the largest snapshot length in use, with room. */
    static final int LONGEST_PACKET = 1 << 19;

    /** ORADIS: length over all in two octets, milliseconds of the day in four. */
    static final int ORADIS_HEADER = 6;

    private final boolean oradis;
    private final PacketDissector dissector = new PacketDissector(this::fault);
    private final Frame datagram = new Frame();
    private long packets;
    private int oradisAt;
    private int oradisEnd;
    private boolean ended;

    CaptureReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
        oradis = format.encapsulation() == Encapsulation.ORADIS;
    }

    /** Returns how many packets were read so far, of every kind. */
    public final long packets() {
        return packets;
    }

    /** Returns how many packets so far held no UDP datagram and were passed over. */
    public final long skippedPackets() {
        return dissector.skipped();
    }

    @Override
    final boolean read(Frame frame) throws IOException {
        while (true) {
            if (oradisAt < oradisEnd) {
                if (nextOradis(frame)) {
                    return true;
                }
                continue;
            }
            Frame into = oradis ? datagram : frame;
            if (!readPacket(into)) {
                if (!ended) {
                    ended = true;
                    dissector.end(window.offset());
                }
                return false;
            }
            if (into.length() == 0) {
                continue;
            }
            if (!oradis) {
                return true;
            }
            oradisAt = datagram.offset();
            oradisEnd = datagram.offset() + datagram.length();
        }
    }

    /**
     * Reads the next packet.
     *
     * @param frame is filled with its datagram, or with a length of 0 where it holds none
     * @return false at the end of the file
     */
    abstract boolean readPacket(Frame frame) throws IOException;

    /** Takes a captured packet apart. */
    final void dissect(
            Frame frame,
            int index,
            int captured,
            long original,
            int linkType,
            Frame.TimeKind kind,
            long time) {
        packets++;
        frame.fill(window.bytes(), window.start() + index, 0, window.offset(), index);
        frame.stamp(kind, time);
        dissector.dissect(frame, captured, original > captured, linkType);
    }

    private boolean nextOradis(Frame frame) {
        byte[] bytes = datagram.bytes();
        int at = oradisAt;
        int left = oradisEnd - at;
        int length = left < ORADIS_HEADER ? 0 : ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
        if (length < ORADIS_HEADER + AsterixBlocks.SHORTEST || length > left) {
            fault(
                    Kind.BAD_ENCAPSULATION,
                    datagram.fileOffset(),
                    0,
                    "an ORADIS record with length " + length + " where " + left + " octets remain",
                    Arrays.copyOfRange(bytes, at, at + Math.min(left, FrameFault.KEPT)));
            oradisAt = oradisEnd;
            return false;
        }
        frame.copy(datagram);
        frame.narrow(at + ORADIS_HEADER, length - ORADIS_HEADER);
        oradisAt = at + length;
        return true;
    }

    /** Tells whether ORADIS records, each full of ASTERIX blocks, fill octets exactly. */
    static boolean isOradis(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= ORADIS_HEADER + AsterixBlocks.SHORTEST) {
            int length = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
            if (length > to - at
                    || !AsterixBlocks.fillExactly(bytes, at + ORADIS_HEADER, at + length)) {
                return false;
            }
            at += length;
        }
        return at == to && to > from;
    }
}
