package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Finds what climbs or descends as no aircraft does. From one plot an aircraft is expected: three
 * plots of three turns that lie on a fall, each so far above or below the one before, are needed to
 * expect a missile. They begin a tentative track, unless as many such threes are to be expected
 * among false plots.
 *
 * <p>It looks at echoes with elevation that no track claims, so radars without elevation, and
 * aircraft that answer, cost nothing. Not thread-safe.
 */
final class Missiles {
    /**
     * Vertical speed (m/s) that aircraft hardly reach: the fastest climb on record, of 1975, took
     * 208 s to 30 km, 144 m/s on average.
     */
    static final double STEEP = 250;

    /** Deviations by which it must be more. */
    static final double SURELY = 3;

    private static final double FASTEST = 4_000;

    /** Turns between two plots, about 1. */
    private static final double EARLY = 0.6;

    private static final double LATE = 1.4;

    /** Deviations within which three plots lie on a fall, roughly; squared, exactly. */
    private static final double ROUGH = 5;

    private static final double FITS = 16;

    /** Standard deviation of a velocity before the plots tell it (m/s), and of a place (m). */
    private static final double VELOCITY = 1_500;

    private static final double ANYWHERE = 50_000;

    /** Missiles a steep pair of plots, where nothing else is known; and the most that is said. */
    private static final double PRIOR = 0.01;

    private static final double MOST = 0.8;
    private static final double LEAST = 0.05;

    /** A plot is more likely than not no track's. */
    private static final double ALONE = 0.5;

    private static final double FALL = 9.8;
    private static final int KEPT = 512;

    private final MotionModels bank;
    private final MotionFilter filter;
    private final Observer observer;
    private final Updating updating;

    /** The last ones, the oldest first; their heights (m) stand where the gate's plane was. */
    private final List<Measurement> plots = new ArrayList<>();

    private final Observation seen = new Observation();
    private final double[] one = new double[3];
    private final double[] two = new double[3];
    private final double[] spread = new double[Estimate.SQUARE];

    Missiles(MotionModels bank, MotionFilter filter, Observer observer, Updating updating) {
        this.bank = bank;
        this.filter = filter;
        this.observer = observer;
        this.updating = updating;
    }

    /** Tells whether a track surely climbs or descends as no aircraft does. */
    boolean isSteep(LiveTrack track) {
        double climb = Math.abs(track.mean[5]);
        if (climb < STEEP || !track.heightKnown) {
            return false;
        }
        filter.covariance(track.estimate, track.mean, spread);
        return climb - SURELY * Math.sqrt(spread[35]) > STEEP;
    }

    /**
     * Takes a plot that no track claims; returns a tentative track where it is the third on a fall,
     * else null.
     *
     * @param alone the probability that no track caused the plot
     */
    @Nullable LiveTrack take(Measurement m, SensorState sensor, double alone) {
        Frame at = sensor.sensor().placement();
        boolean tells =
                m.polar
                        && at != null
                        && !Double.isNaN(m.elevation)
                        && Double.isNaN(m.pressureHeight)
                        && Beginning.isEcho(m)
                        && alone > ALONE;
        if (!tells) {
            return null;
        }
        double period = sensor.period();
        m.planeX = height(m);
        LiveTrack best = null;
        int pairs = 0;
        int first = -1;
        int second = -1;
        for (int j = plots.size() - 1; j >= 0; j--) {
            Measurement before = plots.get(j);
            if (!isTurn(before, m, period) || !isSteep(before, m, sensor)) {
                continue;
            }
            for (int i = j - 1; i >= 0; i--) {
                Measurement start = plots.get(i);
                if (!isTurn(start, before, period) || !isSteep(start, before, sensor)) {
                    continue;
                }
                pairs++;
                if (isRoughlyFall(start, before, m, sensor)) {
                    LiveTrack track = fit(start, before, m, sensor);
                    if (track != null && (best == null || track.existence > best.existence)) {
                        best = track;
                        first = i;
                        second = j;
                    }
                }
            }
        }
        if (best != null) {
            double odds = best.existence * PRIOR / pairs;
            best.existence = Math.min(MOST, odds / (1 + odds));
            best.firstExistence = best.existence;
        }
        if (best == null || best.existence < LEAST) {
            keep(m);
            return null;
        }
        plots.remove(second);
        plots.remove(first);
        return best;
    }

    private void keep(Measurement m) {
        Measurement kept = plots.size() < KEPT ? new Measurement() : plots.removeFirst();
        kept.of(m);
        kept.planeX = m.planeX;
        plots.add(kept);
    }

    private static boolean isTurn(Measurement one, Measurement other, double period) {
        double seconds = Time.secondsBetween(one.time, other.time);
        return one.sensor == other.sensor && seconds > EARLY * period && seconds < LATE * period;
    }

    private static boolean isSteep(Measurement from, Measurement to, SensorState sensor) {
        double seconds = Time.secondsBetween(from.time, to.time);
        if (Math.abs(to.planeX - from.planeX) < STEEP * seconds + sigma(to, sensor)) {
            return false;
        }
        double dx = to.about[0] - from.about[0];
        double dy = to.about[1] - from.about[1];
        double dz = to.about[2] - from.about[2];
        double square = (dx * dx + dy * dy + dz * dz) / (seconds * seconds);
        return square < FASTEST * FASTEST;
    }

    private double height(Measurement m) {
        return updating.world().heightOf(m.about[0], m.about[1], m.about[2]);
    }

    /** Returns the greatest standard deviation of a plot's place along any direction (m). */
    private static double sigma(Measurement m, SensorState sensor) {
        double angle = Math.max(sensor.azimuthSigma(), sensor.elevationSigma());
        return Math.max(sensor.rangeSigma(), m.range * angle);
    }

    private boolean isRoughlyFall(
            Measurement start, Measurement before, Measurement m, SensorState sensor) {
        double early = Time.secondsBetween(start.time, before.time);
        double late = Time.secondsBetween(before.time, m.time);
        updating.world().heightAndUp(before.about[0], before.about[1], before.about[2], one);
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double change =
                    (m.about[i] - before.about[i]) / late
                            - (before.about[i] - start.about[i]) / early
                            + FALL * (early + late) / 2 * one[i];
            square += change * change;
        }
        double sigma = sigma(m, sensor) * Math.sqrt(6) / Math.min(early, late) + FALL * late / 10;
        return square < ROUGH * ROUGH * sigma * sigma;
    }

    /**
     * Returns a track along three plots, or null where they do not fit; its existence is, for now,
     * how many times likelier the third one is than a false one there.
     */
    private @Nullable LiveTrack fit(
            Measurement start, Measurement before, Measurement m, SensorState sensor) {
        World world = updating.world();
        Frame frame = world.frameAt(start.about[0], start.about[1], start.about[2]);
        Estimate estimate = new Estimate();
        LiveTrack track = new LiveTrack(frame, estimate, start.origin);
        frame.toLocal(start.about[0], start.about[1], start.about[2], one, 0);
        frame.toLocal(before.about[0], before.about[1], before.about[2], two, 0);
        double seconds = Time.secondsBetween(start.time, before.time);
        for (int i = 0; i < 3; i++) {
            estimate.mean[i] = one[i];
            estimate.mean[3 + i] = (two[i] - one[i]) / seconds;
            estimate.covariance[7 * i] = ANYWHERE * ANYWHERE;
            estimate.covariance[21 + 7 * i] = VELOCITY * VELOCITY;
        }
        estimate.mean[5] += FALL * seconds / 2;
        estimate.widen(bank);
        estimate.fall(bank, filter, new Gravity(frame, world));
        track.time = start.time;
        track.began = start.time;
        track.lastReport = start.time;
        track.heightKnown = true;
        track.existence = 1;
        filter.mean(estimate, track.mean);
        see(track, start, sensor);
        updating.advance(track, before.time);
        see(track, before, sensor);
        updating.advance(track, m.time);
        observer.observe(track, m, sensor, seen);
        double log = filter.logLikelihood(estimate, seen);
        if (filter.leastDistance() > FITS) {
            return null;
        }
        see(track, m, sensor);
        track.hits = 3;
        track.birthCell = sensor.birthCell(start);
        track.existence = StrictMath.exp(log) / sensor.falseDensity(m);
        return track;
    }

    private void see(LiveTrack track, Measurement m, SensorState sensor) {
        observer.observe(track, m, sensor, seen);
        filter.update(track.estimate, seen);
        track.hit(m, sensor.owedPeriod());
        track.summarise(filter);
    }

    void write(StateOutput out) {
        out.putInt(plots.size());
        for (Measurement plot : plots) {
            plot.write(out);
        }
    }

    void read(StateInput in) {
        plots.clear();
        for (int left = in.takeCount(); left > 0; left--) {
            Measurement plot = Measurement.read(in);
            plot.planeX = height(plot);
            plots.add(plot);
        }
    }
}
