package org.airwarden.simulation;

import java.util.Arrays;

/**
 * What is going to happen in a run, in the order of time; what is due at one time happens in the
 * order in which it was planned. A binary heap over primitive arrays. One thread.
 */
final class EventQueue {
    /** Something that happens. */
    interface Event {
        /**
         * Happens.
         *
         * @param time now (ns since the start of the scenario)
         */
        void happen(long time);
    }

    private static final long LAST = 1L << 62;

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Event[] events = new Event[64];
    private int size;
    private long planned;
    private long happened;
    private long now = Long.MIN_VALUE;

    /**
     * Plans an event.
     *
     * @param time when (ns since the start); an event of the past happens now
     */
    void plan(long time, Event event) {
        add(time, planned++, event);
    }

    /**
     * Plans an event that happens after everything else that is due at its time, however late that
     * is planned: an end after what its last moment still allows.
     *
     * @param time when (ns since the start); an event of the past happens now
     */
    void planLast(long time, Event event) {
        add(time, LAST + planned++, event);
    }

    private void add(long time, long order, Event event) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        siftUp(size++, Math.max(time, now), order, event);
    }

    /**
     * Lets everything happen up to a time and what is due at it.
     *
     * @param until (ns since the start)
     */
    void runUntil(long until) {
        while (size > 0 && times[0] <= until) {
            now = times[0];
            Event event = events[0];
            removeFirst();
            happened++;
            event.happen(now);
        }
        now = Math.max(now, until);
    }

    /** Returns how much has happened. */
    long happened() {
        return happened;
    }

    private void removeFirst() {
        size--;
        long time = times[size];
        long order = orders[size];
        Event event = events[size];
        events[size] = events[0];
        if (size > 0) {
            siftDown(time, order, event);
        }
    }

    private void siftUp(int start, long time, long order, Event event) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (isBefore(times[parent], orders[parent], time, order)) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, order, event);
    }

    private void siftDown(long time, long order, Event event) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size
                    && isBefore(times[child + 1], orders[child + 1], times[child], orders[child])) {
                child++;
            }
            if (isBefore(time, order, times[child], orders[child])) {
                break;
            }
            move(child, at);
            at = child;
            child = 2 * at + 1;
        }
        put(at, time, order, event);
    }

    private static boolean isBefore(long time, long order, long otherTime, long otherOrder) {
        return time < otherTime || (time == otherTime && order < otherOrder);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        events[to] = events[from];
    }

    private void put(int at, long time, long order, Event event) {
        times[at] = time;
        orders[at] = order;
        events[at] = event;
    }
}
