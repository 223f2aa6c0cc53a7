package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.TIME;

import java.util.List;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Finds which looks of one sensor lie on which path of another, compares them, and lets the filter
 * learn from it. The path is the surer sensor's. Not thread-safe.
 */
final class Pairing {
    /** Squared deviations within which a comparison fits: 1 true one in 1,000 does not. */
    private static final double FITS = 13.8;

    /** Squared deviations beyond which it is a wrong pair. */
    private static final double WRONG = 400;

    /** A path stands on two looks so far apart at least and at most (s). */
    private static final double SHORTEST_PATH = 3.5;

    private static final double LONGEST_PATH = 13;

    /** A clock later than another's by this much puts looks after the paths they belong to (s). */
    private static final double LATE = 1;

    /** Looks walked over on a target's chain. */
    private static final int LONGEST_WALK = 160;

    /** Comparisons a second of one sensor, and of all. */
    private static final double A_SECOND = 10;

    private static final double ALL_A_SECOND = 120;

    /** Claimed errors (m) beyond which an aircraft's own position is no reference. */
    private static final double VAGUE = 150;

    private final Looks looks;
    private final BiasFilter biases;
    private final List<@Nullable Alignment> alignments;
    private final Comparing comparing;
    private final Comparison comparison = new Comparison();

    /** The path found last, by its looks; its middle, and how far about it looks belong to it. */
    private long last;

    private long start;
    private long older;
    private double middle;
    private double half;

    Pairing(Looks looks, BiasFilter biases, List<@Nullable Alignment> alignments) {
        this.looks = looks;
        this.biases = biases;
        this.alignments = alignments;
        comparing = new Comparing(looks, biases);
    }

    void in(World world) {
        comparing.in(world);
    }

    private @Nullable Alignment alignment(int sensor) {
        return sensor >= 0 && sensor < alignments.size() ? alignments.get(sensor) : null;
    }

    /** Keeps a look at a target, and compares it with what other sensors reported of the target. */
    void note(long key, Measurement m, SensorState state, Sensors sensors, boolean again) {
        if (!looks.keeps(key) || (m.said.ground() == Ground.ON_GROUND && m.polar)) {
            return;
        }
        double sigma = Double.NaN;
        if (!m.polar) {
            if ((m.technology != Technology.ADSB && m.technology != Technology.MLAT)
                    || m.sigma > VAGUE) {
                return;
            }
            sigma = state.statedPositionSigma(m.sigma, m.technology);
        }
        long number = looks.add(key, m, sigma, again);
        meetPaths(number, sensors);
        if (path(number)) {
            meetLooks(number, state, sensors);
        }
    }

    /** Finds the path that a look ends: two looks of its sensor, and one before for turns. */
    private boolean path(long end) {
        last = Looks.NONE;
        start = Looks.NONE;
        older = Looks.NONE;
        long now = looks.time(end);
        int sensor = looks.sensor(end);
        int steps = 0;
        for (long n = looks.before(end);
                n != Looks.NONE && steps++ < LONGEST_WALK;
                n = looks.before(n)) {
            if (looks.sensor(n) != sensor) {
                continue;
            }
            double age = Time.secondsBetween(looks.time(n), now);
            if (last == Looks.NONE) {
                last = n;
                looks.compared(end, Math.max(looks.compared(end), looks.compared(n)));
            }
            if (age <= 0) {
                return false;
            }
            if (start == Looks.NONE) {
                if (age > LONGEST_PATH) {
                    return false;
                }
                if (age >= SHORTEST_PATH) {
                    start = n;
                }
            } else if (Time.secondsBetween(looks.time(n), looks.time(start)) >= SHORTEST_PATH) {
                older = n;
                break;
            }
        }
        if (start == Looks.NONE) {
            return false;
        }
        middle = 0.5 * Time.secondsBetween(looks.time(start), now);
        half = 0.5 * Time.secondsBetween(looks.time(last), now);
        return true;
    }

    /** Compares the looks of others that lie about the middle of the path which a look ends. */
    private void meetLooks(long end, SensorState state, Sensors sensors) {
        Alignment reference = alignment(looks.sensor(end));
        int steps = 0;
        for (long n = looks.before(end);
                n != Looks.NONE && steps++ < LONGEST_WALK;
                n = looks.before(n)) {
            Alignment one =
                    looks.sensor(n) == looks.sensor(end) ? null : alignment(looks.sensor(n));
            SensorState its = sensors.find(looks.sensor(n));
            if (reference != null
                    && one != null
                    && its != null
                    && isReference(reference, one, sensors)
                    && isBeside(n, one, reference) == 0) {
                meet(n, one, its, end, reference, state);
            }
        }
    }

    /** Compares a look that comes after the path it belongs to was ended by another one. */
    private void meetPaths(long look, Sensors sensors) {
        Alignment one = alignment(looks.sensor(look));
        SensorState its = sensors.find(looks.sensor(look));
        if (one == null || its == null) {
            return;
        }
        int steps = 0;
        for (long n = looks.before(look);
                n != Looks.NONE && steps++ < LONGEST_WALK;
                n = looks.before(n)) {
            Alignment reference =
                    looks.sensor(n) == looks.sensor(look) ? null : alignment(looks.sensor(n));
            SensorState state = sensors.find(looks.sensor(n));
            if (reference == null
                    || state == null
                    || !isReference(reference, one, sensors)
                    || shift(one) - shift(reference) < LATE
                    || !path(n)) {
                continue;
            }
            if (isBeside(look, one, reference) == 0) {
                meet(look, one, its, n, reference, state);
            }
        }
    }

    private double shift(Alignment one) {
        return one.block < 0 ? 0 : biases.mean(one.block, TIME);
    }

    /** Tells whether a look lies before, about or after the middle of the path found last. */
    private int isBeside(long look, Alignment one, Alignment reference) {
        double at =
                Time.secondsBetween(looks.time(start), looks.time(look))
                        - shift(one)
                        + shift(reference);
        return at < middle - half ? -1 : at >= middle + half ? 1 : 0;
    }

    private void meet(
            long look,
            Alignment one,
            SensorState its,
            long end,
            Alignment reference,
            SensorState state) {
        if ((looks.isTwice(look) && looks.isTwice(end)) || !one.spend(looks.time(end), quota())) {
            return;
        }
        block(one, its.sensor());
        block(reference, state.sensor());
        compare(look, one, its, end, reference, state);
    }

    private double quota() {
        return Math.min(A_SECOND, ALL_A_SECOND / Math.max(1, biases.blocks()));
    }

    /** Gives a sensor its place in the filter. */
    void block(Alignment one, Sensor sensor) {
        if (one.block < 0) {
            one.block = biases.add(Alignment.usual(sensor));
        }
    }

    /** Tells whether one sensor's looks are to be the path, of two: those of the surer one. */
    private boolean isReference(Alignment path, Alignment look, Sensors sensors) {
        Sensor one = sensors.of(path.sensor).sensor();
        Sensor other = sensors.of(look.sensor).sensor();
        int rank = Alignment.rank(one);
        int otherRank = Alignment.rank(other);
        if (rank != otherRank) {
            return rank < otherRank;
        }
        if (rank == 0) {
            return path.sensor < look.sensor;
        }
        double doubt = path.block < 0 ? 1 : biases.variance(path.block, AZIMUTH);
        double otherDoubt = look.block < 0 ? 1 : biases.variance(look.block, AZIMUTH);
        return doubt != otherDoubt ? doubt < otherDoubt : path.sensor < look.sensor;
    }

    private void compare(
            long look,
            Alignment one,
            SensorState its,
            long end,
            Alignment reference,
            SensorState state) {
        if (!comparing.compare(
                look, its, one.block, start, end, older, state, reference.block, comparison)) {
            return;
        }
        int before = looks.compared(look);
        looks.compared(look, before + 1);
        double distance = biases.distance(comparison);
        if (!Double.isFinite(distance)) {
            return;
        }
        boolean fits = distance <= FITS;
        one.count(fits, before, looks.key(look));
        reference.count(fits, before, looks.key(look));
        if (distance <= WRONG) {
            one.measureBefore(comparison.metresBefore(biases));
            one.measureAfter(comparison.metres());
            biases.update(Math.max(1, distance / FITS));
        }
    }
}
