package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Time;

/** Collects what simulated sensors send. One thread. */
final class PacketOutput {
    private final long start;
    private final List<Packet> packets = new ArrayList<>();

    /**
     * Makes an empty one.
     *
     * @param start when the story begins (ns since 1970)
     */
    PacketOutput(long start) {
        this.start = start;
    }

    /**
     * Takes a datagram.
     *
     * @param seconds when it arrives (s after the start)
     */
    void send(double seconds, int source, byte[] bytes) {
        packets.add(new Packet(start + Time.ofSeconds(seconds), source, Origin.SIMULATED, bytes));
    }

    /** Returns the time of day (s) of a time of the story (s after the start). */
    double timeOfDay(double seconds) {
        return Math.floorMod(start, Time.DAY) / 1e9 + seconds;
    }

    /** Returns everything in the order of arrival. */
    List<Packet> inOrder() {
        List<Packet> sorted = new ArrayList<>(packets);
        sorted.sort(Comparator.comparingLong(Packet::received)); // stable: ties keep their order
        return sorted;
    }
}
