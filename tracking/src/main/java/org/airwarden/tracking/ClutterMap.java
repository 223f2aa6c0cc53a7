package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Where a sensor's false plots lie: how many come in a scan, by cells of range and azimuth. Each
 * cell holds a running mean of the plots that no track claims. A cell is taken for as full as all
 * are on average, until it is shown to be otherwise. Not thread-safe.
 */
final class ClutterMap {
    private static final int RINGS = 16;
    private static final int SECTORS = 24;
    private static final int CELLS = RINGS * SECTORS;

    /** Scans that the average counts for in a cell, over which is learned, and that suffice. */
    private static final double PRIOR = 10;

    private static final double MEMORY = 80;
    private static final double ENOUGH = 20;

    /** Deviations that show a cell to be otherwise. */
    private static final double SHOWN = 4;

    private double scans;
    private double[] rate = new double[0];
    private double[] now = new double[0];

    ClutterMap() {}

    /**
     * Counts a plot that no track claims.
     *
     * @param share of the greatest range, 0 to 1
     * @param azimuth (rad)
     * @param chance the probability that no track claims it
     */
    void count(double share, double azimuth, double chance) {
        if (now.length == 0) {
            rate = new double[CELLS];
            now = new double[CELLS];
        }
        now[cell(share, azimuth)] += chance;
    }

    /** Ends a stretch of time in which so many scans were made. */
    void endScans(double count) {
        if (now.length == 0 || !(count > 0)) {
            return;
        }
        scans = Math.min(MEMORY, scans + count);
        double gain = Math.min(1, count / scans);
        for (int i = 0; i < CELLS; i++) {
            rate[i] += (now[i] / count - rate[i]) * gain;
            now[i] = 0;
        }
    }

    /** Returns how many false plots come in a scan, in all. */
    double total() {
        double sum = 0;
        for (double each : rate) {
            sum += each;
        }
        return sum;
    }

    /**
     * Returns how much fuller a cell is than all on average, or 1 where that is not shown.
     *
     * @param average false plots a scan in all, as stated or learned
     */
    double ratio(double share, double azimuth, double average) {
        if (scans < ENOUGH) {
            return 1;
        }
        double usual = average / CELLS;
        double here = rate[cell(share, azimuth)];
        double off = here - usual;
        if (off * off * scans < SHOWN * SHOWN * usual) {
            return 1;
        }
        return (PRIOR * usual + scans * here) / ((PRIOR + scans) * usual);
    }

    private static int cell(double share, double azimuth) {
        int ring = (int) Math.max(0, Math.min(RINGS - 1, share * RINGS));
        double turn = azimuth / (2 * Math.PI);
        int sector = (int) Math.max(0, Math.min(SECTORS - 1, turn * SECTORS));
        return ring * SECTORS + sector;
    }

    void write(StateOutput out) {
        out.putBoolean(now.length > 0);
        if (now.length > 0) {
            out.putDouble(scans);
            out.putDoubles(rate);
            out.putDoubles(now);
        }
    }

    static ClutterMap read(StateInput in) {
        ClutterMap map = new ClutterMap();
        if (in.takeBoolean()) {
            map.scans = in.takeDouble();
            map.rate = new double[CELLS];
            map.now = new double[CELLS];
            in.takeDoubles(map.rate);
            in.takeDoubles(map.now);
        }
        return map;
    }
}
