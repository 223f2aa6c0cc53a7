package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened in a run, for people: who saw, decided and did what. One thread. */
public final class Chronicle {
    private final boolean kept;
    private final List<Entry> entries = new ArrayList<>();

    /** What an entry is about. */
    public enum Kind {
        /** Something appeared, struck or left, in truth. */
        TRUTH,
        /** A post holds a track, or loses it. */
        TRACK,
        /** A track's identity changed. */
        IDENTITY,
        /** A crew decided. */
        DECISION,
        /** An interceptor was launched, or met something or nothing. */
        ENGAGEMENT,
        /** A warning was released, or ended. */
        WARNING,
        /** Something struck or fell. */
        IMPACT,
        /** Something happened to the network. */
        NETWORK
    }

    /**
     * One thing that happened.
     *
     * @param time when (s after the start)
     * @param kind what it is about
     * @param who the post, battery, area or mover
     * @param words what, for people
     */
    public record Entry(double time, Kind kind, String who, String words) {}

    Chronicle(boolean kept) {
        this.kept = kept;
    }

    /** Tells whether entries are kept: words are not made up where they are not. */
    boolean isKept() {
        return kept;
    }

    void add(long time, Kind kind, String who, String words) {
        if (kept) {
            entries.add(new Entry(time / 1e9, kind, who, words));
        }
    }

    /**
     * Returns the entries in the order of time: launches are written down when they are ordered.
     */
    List<Entry> entries() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingDouble(Entry::time)); // stable
        return sorted;
    }
}
