package org.airwarden.feeds;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.airwarden.model.Packet;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Leaves out datagrams that came twice, as they do over two lines from the same sensor: the same
 * source and the same octets within a window of received time after the first. What it answers
 * follows from the packets alone. It remembers at most {@value #MOST} packets and {@value
 * #MOST_OCTETS} octets; beyond that the oldest are forgotten. One thread.
 */
public final class DuplicateFilter {
    private static final int MOST = 8192;
    private static final int MOST_OCTETS = 1 << 23;
    private static final int VERSION = 1;

    /** A packet's source and octets, compared by content. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Content(int source, byte[] bytes, int hash) {
        static Content of(int source, byte[] bytes) {
            return new Content(source, bytes, 31 * Arrays.hashCode(bytes) + source);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content that
                    && hash == that.hash
                    && source == that.source
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return "source " + source + ", " + bytes.length + " octets";
        }
    }

    private record Remembered(long received, Content content) {}

    private final long window;
    private final ArrayDeque<Remembered> order = new ArrayDeque<>();

    /** Asked for membership alone; its order never shows. */
    private final Set<Content> known = new HashSet<>();

    private long octets;
    private long duplicates;

    /**
     * Makes one that remembers nothing.
     *
     * @param window how long after the first a copy is a duplicate (ns), above 0
     */
    public DuplicateFilter(long window) {
        if (window <= 0) {
            throw new IllegalArgumentException("a window of " + window + " ns");
        }
        this.window = window;
    }

    /**
     * Tells whether a packet is new, and remembers it.
     *
     * @param packet the next packet, in the order of received time
     * @return false where the same came within the window before
     */
    public boolean isNew(Packet packet) {
        forget(packet.received());
        Content content = Content.of(packet.source(), packet.bytes());
        if (known.contains(content)) {
            duplicates++;
            return false;
        }
        remember(new Remembered(packet.received(), content));
        return true;
    }

    /** Returns how many duplicates it saw. */
    public long duplicates() {
        return duplicates;
    }

    /** Writes what it remembers; the window is not part of it. */
    public void write(StateOutput out) {
        out.putByte(VERSION);
        out.putLong(duplicates);
        out.putInt(order.size());
        for (Remembered one : order) {
            out.putLong(one.received);
            out.putInt(one.content.source);
            out.putBytes(one.content.bytes);
        }
    }

    /**
     * Reads what another wrote.
     *
     * @param window as in the constructor
     * @throws org.airwarden.model.StateException when the bytes cannot be read
     */
    public static DuplicateFilter read(StateInput in, long window) {
        DuplicateFilter filter = new DuplicateFilter(window);
        in.version("a duplicate filter", VERSION);
        filter.duplicates = in.takeLong();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            long received = in.takeLong();
            int source = in.takeInt();
            filter.remember(new Remembered(received, Content.of(source, in.takeBytes())));
        }
        return filter;
    }

    private void remember(Remembered one) {
        order.addLast(one);
        known.add(one.content);
        octets += one.content.bytes.length;
        while (order.size() > MOST || octets > MOST_OCTETS) {
            dropOldest();
        }
    }

    private void forget(long now) {
        if (!order.isEmpty() && order.getLast().received - now > window) {
            order.clear(); // the clock was set back: what is remembered lies in its future
            known.clear();
            octets = 0;
        }
        while (!order.isEmpty() && now - order.getFirst().received > window) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Remembered oldest = order.removeFirst();
        known.remove(oldest.content);
        octets -= oldest.content.bytes.length;
    }
}
