package org.airwarden.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.geodesy.Wgs84;
import org.jspecify.annotations.Nullable;

/**
 * All that flies in a run, as its sensors find it, and where navigation satellites can be used.
 * Shared by the run's sensors. One thread.
 */
final class Sky {
    /** Tells which movers are still there. */
    interface Flying {
        /**
         * Tells whether a mover is there at a time between its appearance and its end.
         *
         * @param mover its place in the list
         * @param time (ns since the start)
         */
        boolean isFlying(int mover, long time);
    }

    /** Where satellites mislead, and to where. */
    private record Area(double x, double y, double z, double radius, boolean lost) {}

    final long seed;
    final long run;
    final Mover[] movers;
    final long[] appears;
    final long[] ends;
    final long[] keys;

    /** Square roots of cross-sections (m). */
    final double[] echo;

    final byte[] fluctuation;
    private final boolean[] answers;
    private final boolean[] broadcasts;

    /** The movers that make noise against radars. */
    final int[] jammers;

    private final Flying flying;
    private final Map<String, double[]> areas = new LinkedHashMap<>();
    private final Map<String, Area> disturbed = new LinkedHashMap<>();
    private Area[] misleading = new Area[0];

    /**
     * Makes a run's sky.
     *
     * @param movers what {@link Movers} drew for the same seed and run
     */
    Sky(Scenario scenario, List<Mover> movers, Flying flying, long seed, long run) {
        this.seed = seed;
        this.run = run;
        this.flying = flying;
        this.movers = movers.toArray(new Mover[0]);
        int count = this.movers.length;
        appears = new long[count];
        ends = new long[count];
        keys = new long[count];
        echo = new double[count];
        fluctuation = new byte[count];
        answers = new boolean[count];
        broadcasts = new boolean[count];
        Map<String, Double> drawn = new LinkedHashMap<>();
        int noisy = 0;
        int[] jamming = new int[count];
        for (int i = 0; i < count; i++) {
            Mover mover = this.movers[i];
            appears[i] = mover.appears();
            ends[i] = mover.ends();
            keys[i] = mover.key();
            PlatformClass platform = mover.platform();
            echo[i] = drawn.computeIfAbsent(platform.name(), name -> drawEcho(platform));
            fluctuation[i] = (byte) platform.fluctuation();
            Answering.Equipment equipment = mover.answering().equipment();
            answers[i] = equipment != Answering.Equipment.NONE;
            broadcasts[i] = equipment == Answering.Equipment.ADSB;
            if (mover.noise() != null) {
                jamming[noisy++] = i;
            }
        }
        jammers = Arrays.copyOf(jamming, noisy);
        for (DefendedArea area : scenario.areas()) {
            double[] middle = new double[3];
            Course.middle(area.outline(), middle);
            areas.put(area.name(), middle);
        }
    }

    /** What is not known of a class's cross-section is the same for all of it in a run. */
    private double drawEcho(PlatformClass platform) {
        RandomStream random = RandomStream.of(seed, run, platform.name(), Purpose.SCENARIO);
        return StrictMath.sqrt(Math.max(0, random.draw(platform.crossSection().value())));
    }

    /** Returns how many movers there are. */
    int size() {
        return movers.length;
    }

    /** Tells whether a mover is there at a time. */
    boolean isUp(int mover, long time) {
        return time >= appears[mover] && time <= ends[mover] && flying.isFlying(mover, time);
    }

    /** A mover's transponder dies. */
    void silence(int mover) {
        answers[mover] = false;
        broadcasts[mover] = false;
    }

    /** Tells whether a mover's transponder answers interrogations. */
    boolean answers(int mover) {
        return answers[mover];
    }

    /** Tells whether a mover broadcasts its position. */
    boolean broadcasts(int mover) {
        return broadcasts[mover];
    }

    /**
     * Satellites cannot be used any more about an area.
     *
     * @param radius about its middle (m)
     */
    void satellitesLost(String area, double radius) {
        disturb(area, radius, true);
    }

    /**
     * Satellites tell about an area, falsely, that one is in its middle.
     *
     * @param radius about its middle (m)
     */
    void satellitesFalse(String area, double radius) {
        disturb(area, radius, false);
    }

    /** Satellites can be used again about an area. */
    void satellitesBack(String area) {
        disturbed.remove(area);
        refresh();
    }

    private void disturb(String area, double radius, boolean lost) {
        double[] middle = areas.get(area);
        if (middle != null) {
            disturbed.put(area, new Area(middle[0], middle[1], middle[2], radius, lost));
            refresh();
        }
    }

    private void refresh() {
        // In the order of names: where two areas overlap, the result must not hang on a hash.
        misleading =
                disturbed.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toArray(Area[]::new);
    }

    /**
     * Tells what satellites tell a mover: writes a false place into the detection, and returns
     * whether they tell anything.
     */
    boolean satellites(Mover.State truth, Detection out) {
        for (Area area : misleading) {
            double dx = truth.x - area.x;
            double dy = truth.y - area.y;
            double dz = truth.z - area.z;
            if (dx * dx + dy * dy + dz * dz <= area.radius * area.radius) {
                if (area.lost) {
                    return false;
                }
                double lift = 1 + truth.height / Wgs84.SEMI_MAJOR_AXIS;
                out.x = area.x * lift;
                out.y = area.y * lift;
                out.z = area.z * lift;
                out.vx = 0;
                out.vy = 0;
                out.vz = 0;
                return true;
            }
        }
        return true;
    }

    /** Returns the mover with a name's place in the list, or -1. */
    int find(@Nullable String name) {
        for (int i = 0; i < movers.length; i++) {
            if (movers[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
