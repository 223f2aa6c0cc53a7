package org.airwarden.feeds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Puts fragments of IP datagrams together (RFC 791 section 3.2, RFC 8200 section 4.5; overlaps that
 * differ end a datagram, RFC 5722). Bounded: at most {@value #MOST} datagrams wait, each at most 64
 * KiB and 30 s in the capture's own time. One thread.
 */
final class FragmentAssembler {
    private static final int MOST = 256;
    private static final int LONGEST = 65_535;
    private static final long PATIENCE = 30 * Time.SECOND;

    /** What fragments of one datagram have in common; addresses as four numbers. */
    private record Key(
            long source1,
            long source2,
            long destination1,
            long destination2,
            int identification,
            int protocol) {}

    private static final class Partial {
        private byte[] bytes = new byte[4096];
        private final BitSet units = new BitSet();
        private int length = -1;
        private int reach;
        private final long began;
        private final long fileOffset;

        Partial(long began, long fileOffset) {
            this.began = began;
            this.fileOffset = fileOffset;
        }

        boolean isWhole() {
            return length >= 0 && units.nextClearBit(0) >= (length + 7) / 8;
        }

        /** Takes a part in; false where it contradicts what is there. */
        boolean take(byte[] from, int at, int count, int offset, boolean more) {
            int end = offset + count;
            if (!more && ((length >= 0 && length != end) || reach > end)) {
                return false;
            }
            if (length >= 0 && end > length) {
                return false;
            }
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LONGEST, Math.max(end, bytes.length * 2)));
            }
            for (int unit = offset / 8; unit * 8 < end; unit++) {
                int unitAt = unit * 8;
                int size = Math.min(8, end - unitAt);
                int source = at + unitAt - offset;
                if (units.get(unit)) {
                    if (!Arrays.equals(bytes, unitAt, unitAt + size, from, source, source + size)) {
                        return false;
                    }
                } else {
                    System.arraycopy(from, source, bytes, unitAt, size);
                    units.set(unit);
                }
            }
            reach = Math.max(reach, end);
            if (!more) {
                length = end;
            }
            return true;
        }
    }

    private final PacketDissector.Faults faults;
    private final Map<Key, Partial> waiting = new LinkedHashMap<>();

    FragmentAssembler(PacketDissector.Faults faults) {
        this.faults = faults;
    }

    /**
     * Takes a fragment in.
     *
     * @param frame the packet's array, place and time
     * @param addressesAt where the source address stands; the destination follows it
     * @param octets length of an address, 4 or 16
     * @param offset the fragment's offset in the datagram
     * @param more whether more fragments follow it
     * @param from where its data begins
     * @param to where its data ends
     * @return the whole datagram, or null while parts are missing
     */
    byte @Nullable [] add(
            Frame frame,
            int addressesAt,
            int octets,
            int identification,
            int protocol,
            int offset,
            boolean more,
            int from,
            int to) {
        dropOld(frame);
        int count = to - from;
        if (count <= 0 || (more && count % 8 != 0) || offset + count > LONGEST) {
            faults.fault(
                    Kind.BAD_PACKET,
                    frame.fileOffset(),
                    0,
                    "a fragment of " + count + " octets at " + offset,
                    Arrays.copyOfRange(
                            frame.bytes(),
                            from,
                            from + Math.min(Math.max(count, 0), FrameFault.KEPT)));
            return null;
        }
        Key key = key(frame.bytes(), addressesAt, octets, identification, protocol);
        Partial partial = waiting.get(key);
        if (partial == null) {
            if (waiting.size() >= MOST) {
                dropFirst();
            }
            partial =
                    new Partial(
                            frame.timeKind() == TimeKind.UTC ? frame.time() : 0,
                            frame.fileOffset());
            waiting.put(key, partial);
        }
        if (!partial.take(frame.bytes(), from, count, offset, more)) {
            waiting.remove(key);
            lost(partial, "fragments that contradict each other");
            return null;
        }
        if (!partial.isWhole()) {
            return null;
        }
        waiting.remove(key);
        return Arrays.copyOf(partial.bytes, partial.length);
    }

    /** Tells all that waited in vain, at the end of a capture. */
    void end(long fileOffset) {
        for (Partial partial : waiting.values()) {
            lost(partial, "fragments still incomplete at octet " + fileOffset + ", the file's end");
        }
        waiting.clear();
    }

    private void dropOld(Frame frame) {
        if (frame.timeKind() != TimeKind.UTC) {
            return;
        }
        Iterator<Partial> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Partial partial = oldest.next();
            if (frame.time() - partial.began <= PATIENCE) {
                return;
            }
            oldest.remove();
            lost(partial, "fragments incomplete after 30 s");
        }
    }

    private void dropFirst() {
        Iterator<Partial> oldest = waiting.values().iterator();
        Partial partial = oldest.next();
        oldest.remove();
        lost(partial, "fragments given up: " + MOST + " datagrams wait for theirs");
    }

    private void lost(Partial partial, String words) {
        faults.fault(
                Kind.LOST_FRAGMENTS,
                partial.fileOffset,
                0,
                words,
                Arrays.copyOf(partial.bytes, Math.min(partial.reach, FrameFault.KEPT)));
    }

    private static Key key(
            byte[] bytes, int addressesAt, int octets, int identification, int protocol) {
        int half = octets / 2;
        return new Key(
                number(bytes, addressesAt, half),
                number(bytes, addressesAt + half, half),
                number(bytes, addressesAt + octets, half),
                number(bytes, addressesAt + octets + half, half),
                identification,
                protocol);
    }

    private static long number(byte[] bytes, int at, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }
}
