package org.airwarden.simulation;

import java.util.Arrays;

/**
 * A radar's plots on the way out: put in the order of time, echoes in one cell of resolution merged
 * to one plot, errors of measurement added. What could still merge with something later waits for
 * the next batch. Echoes are found by their cell of range, so that a plot costs the same among many
 * as among few. One thread.
 */
final class Plots {
    private static final int CELLS = 4_096;

    private final Watch watch;
    private final boolean measures;
    private final double rangeSigma;
    private final double azimuthSigma;
    private final double heightSigma;
    private final double cell;
    private final long beamTime;

    private Rows rows = new Rows();
    private Rows spare = new Rows();
    private int told;
    private long[] order = new long[32];

    /** The last echo of each cell of range, by its row and 1; 0 for none. */
    private final int[] lastIn;

    private int[] used = new int[32];

    private static final byte ECHO = 1;
    private static final byte REPLY = 2;

    Plots(RadarWatch watch, RadarClass radar, boolean measures) {
        this.watch = watch;
        this.measures = measures;
        rangeSigma = radar.rangeSigma();
        azimuthSigma = radar.azimuthSigma();
        heightSigma = radar.heightSigma();
        cell = Math.max(1, radar.rangeCell());
        beamTime = (long) (radar.beam() / Angle.TURN * watch.period());
        lastIn = new int[measures ? CELLS : 0];
    }

    boolean measures() {
        return measures;
    }

    /**
     * Adds one of this batch.
     *
     * @param mover the mover's place in the list, or -1 for a false plot
     * @param range true slant range (m)
     * @param azimuth from what the sensor takes for north (rad)
     * @param height true height (m)
     * @param power the larger, the stronger the echo
     */
    void add(
            long time,
            int mover,
            long scan,
            double range,
            double azimuth,
            double height,
            boolean echo,
            boolean reply,
            double power) {
        rows.makeRoom();
        rows.times[rows.count] = time;
        rows.movers[rows.count] = mover;
        rows.merged[rows.count] = -1;
        rows.scans[rows.count] = scan;
        rows.ranges[rows.count] = range;
        rows.azimuths[rows.count] = azimuth;
        rows.heights[rows.count] = height;
        rows.powers[rows.count] = power;
        rows.kinds[rows.count] = (byte) ((echo ? ECHO : 0) | (reply ? REPLY : 0));
        rows.count++;
    }

    /** Tells what is complete of a batch that ends at a time. */
    void tell(long until, Detection.Sink sink) {
        if (rows.count == 0) {
            return;
        }
        sort();
        long complete = until;
        if (measures) {
            merge();
            complete = until - beamTime;
        }
        told = 0;
        while (told < rows.count && rows.times[(int) order[told]] <= complete) {
            int at = (int) order[told++];
            if (rows.kinds[at] != 0) {
                tell(at, sink);
            }
        }
        keepRest();
    }

    /** Leaves the places of all in {@link #order}, in the order of time. */
    private void sort() {
        if (order.length < rows.count) {
            order = new long[rows.times.length];
        }
        long first = rows.times[0];
        for (int i = 1; i < rows.count; i++) {
            first = Math.min(first, rows.times[i]);
        }
        for (int i = 0; i < rows.count; i++) {
            order[i] = (rows.times[i] - first) << 20 | i;
        }
        if (rows.count < 24) {
            for (int i = 1; i < rows.count; i++) {
                long value = order[i];
                int at = i;
                while (at > 0 && order[at - 1] > value) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = value;
            }
        } else {
            Arrays.sort(order, 0, rows.count);
        }
        for (int i = 0; i < rows.count; i++) {
            order[i] &= 0xFFFFF;
        }
    }

    private void merge() {
        if (used.length < rows.count) {
            used = new int[rows.times.length];
        }
        int marked = 0;
        for (int i = 0; i < rows.count; i++) {
            int at = (int) order[i];
            if ((rows.kinds[at] & ECHO) == 0 || rows.movers[at] < 0) {
                continue;
            }
            int middle = (int) (rows.ranges[at] / cell);
            int with = -1;
            for (int near = middle - 1; near <= middle + 1 && with < 0; near++) {
                int other = lastIn[near & (CELLS - 1)] - 1;
                if (other >= 0
                        && rows.times[at] - rows.times[other] <= beamTime
                        && Math.abs(rows.ranges[at] - rows.ranges[other]) < cell) {
                    with = other;
                }
            }
            if (with >= 0) {
                join(with, at);
            } else {
                lastIn[middle & (CELLS - 1)] = at + 1;
                used[marked++] = middle & (CELLS - 1);
            }
        }
        for (int i = 0; i < marked; i++) {
            lastIn[used[i]] = 0;
        }
    }

    /** One plot of two echoes: where the power is. A reply keeps its own plot. */
    private void join(int first, int second) {
        double a = Math.max(1e-9, rows.powers[first]);
        double b = Math.max(1e-9, rows.powers[second]);
        double share = b / (a + b);
        rows.ranges[first] += share * (rows.ranges[second] - rows.ranges[first]);
        rows.azimuths[first] =
                Angle.positive(
                        rows.azimuths[first]
                                + share
                                        * Angle.small(
                                                rows.azimuths[second] - rows.azimuths[first]));
        if (rows.merged[first] < 0) {
            rows.merged[first] = rows.movers[second];
        }
        rows.kinds[second] &= REPLY;
    }

    private void tell(int at, Detection.Sink sink) {
        Detection out = watch.detection;
        Watch.clear(out);
        int mover = rows.movers[at];
        out.mover = mover;
        out.merged = rows.merged[at];
        out.time = rows.times[at];
        out.ready = rows.times[at];
        out.echo = (rows.kinds[at] & ECHO) != 0;
        out.reply = (rows.kinds[at] & REPLY) != 0;
        out.range = rows.ranges[at];
        out.azimuth = rows.azimuths[at];
        if (out.reply) {
            out.told = rows.heights[at];
        }
        if (measures && mover >= 0) {
            long bits = Watch.mixed(watch.measuring, watch.sky.keys[mover], rows.scans[at]);
            out.range =
                    Math.max(1, out.range + watch.rangeBias + rangeSigma * Watch.gaussian(bits));
            bits = Watch.after(bits);
            out.azimuth = Angle.positive(out.azimuth + azimuthSigma * Watch.gaussian(bits));
            if (out.echo && !Double.isNaN(heightSigma)) {
                bits = Watch.after(bits);
                out.height = rows.heights[at] + heightSigma * Watch.gaussian(bits);
            }
        }
        watch.tell(sink);
    }

    /** Brings what has not been told to the front, in the order of time. */
    private void keepRest() {
        spare.count = 0;
        for (int i = told; i < rows.count; i++) {
            spare.makeRoom();
            spare.take(rows, (int) order[i]);
        }
        Rows done = rows;
        rows = spare;
        spare = done;
    }

    /** What is known of each plot. */
    private static final class Rows {
        int count;
        long[] times = new long[32];
        int[] movers = new int[32];
        int[] merged = new int[32];
        long[] scans = new long[32];
        double[] ranges = new double[32];
        double[] azimuths = new double[32];
        double[] heights = new double[32];
        double[] powers = new double[32];
        byte[] kinds = new byte[32];

        void makeRoom() {
            if (count < times.length) {
                return;
            }
            int size = 2 * count;
            times = Arrays.copyOf(times, size);
            movers = Arrays.copyOf(movers, size);
            merged = Arrays.copyOf(merged, size);
            scans = Arrays.copyOf(scans, size);
            ranges = Arrays.copyOf(ranges, size);
            azimuths = Arrays.copyOf(azimuths, size);
            heights = Arrays.copyOf(heights, size);
            powers = Arrays.copyOf(powers, size);
            kinds = Arrays.copyOf(kinds, size);
        }

        void take(Rows from, int row) {
            times[count] = from.times[row];
            movers[count] = from.movers[row];
            merged[count] = from.merged[row];
            scans[count] = from.scans[row];
            ranges[count] = from.ranges[row];
            azimuths[count] = from.azimuths[row];
            heights[count] = from.heights[row];
            powers[count] = from.powers[row];
            kinds[count] = from.kinds[row];
            count++;
        }
    }
}
