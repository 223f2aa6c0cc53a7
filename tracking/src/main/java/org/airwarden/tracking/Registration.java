package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
import static org.airwarden.tracking.BiasFilter.PARAMETERS;
import static org.airwarden.tracking.BiasFilter.RANGE;
import static org.airwarden.tracking.BiasFilter.SCALE;
import static org.airwarden.tracking.BiasFilter.TIME;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Registration: estimates on line how sensors are off from each other, and takes it off their
 * reports where it is significant.
 *
 * <p>It compares what sensors report of the same target, raw: each look of one with the path
 * between two looks of the other ({@link Comparing}), and estimates the biases of all jointly
 * ({@link BiasFilter}). Looks belong to one target by a 24-bit address, by a code of Mode A that is
 * one's own, or by a track that took both. Aircraft that tell their own place are the reference
 * where there are any; without them, what sensors have in common stays unknown and only their
 * difference is told.
 *
 * <p>At first, biases are sought near 0. Where a sensor's reports go on not fitting, its biases are
 * opened wide, that of its place last; among sensors that contradict each other it is the one that
 * contradicts most. With one sensor alone nothing is done. Not thread-safe.
 */
final class Registration {
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

    /** Astray by so much less than the worst counts as astray alike. */
    private static final double ALIKE = 0.15;

    /** Plots a second of a sensor held out that a track is sought for, and how near it lies (m). */
    private static final double SEARCHES = 10;

    private static final double NEAR = 1_500;

    /** Square of how many times farther the next track must lie. */
    private static final double ALONE = 16;

    private static final long CODE = 1L << 40;
    private static final long TRACK = 1L << 41;

    private final List<@Nullable Alignment> alignments = new ArrayList<>();
    private BiasFilter biases = new BiasFilter();
    private Looks looks = new Looks();
    private Comparing comparing = new Comparing(looks, biases);
    private final Comparison comparison = new Comparison();
    private final Gauge gauge = new Gauge();
    private final Acquisition acquisition = new Acquisition();
    private final double[] local = new double[3];
    private World world = World.EARTH;
    private int heard;
    private int compared;
    private long walked = Time.UNKNOWN;

    /** Whether any sensor tells codes without addresses. */
    private boolean codes;

    /** The path found last, by its looks; its middle, and how far about it looks belong to it. */
    private long last;

    private long start;
    private long older;
    private double middle;
    private double half;

    Registration() {}

    void in(World newWorld) {
        world = newWorld;
        comparing.in(newWorld);
    }

    /** Returns a sensor's registration, or null where it was not heard yet. */
    @Nullable Alignment of(int sensor) {
        return sensor >= 0 && sensor < alignments.size() ? alignments.get(sensor) : null;
    }

    boolean isHeldOut(int sensor) {
        Alignment one = of(sensor);
        return one != null && one.isHeldOut();
    }

    /**
     * Takes a measurement in as it came, and takes its sensor's biases off it.
     *
     * @param claimed when its sensor says it was measured
     * @return whether the sensor takes part in tracks
     */
    boolean take(Measurement m, long claimed, SensorState state, Sensors sensors) {
        if (!Alignment.concerns(state.sensor())) {
            return true;
        }
        Alignment one = of(m.sensor);
        if (one == null) {
            one = add(m.sensor);
        }
        if (!one.isHeard()) {
            one.hear();
            heard++;
        }
        if (heard < 2) {
            return true;
        }
        one.follow(m, claimed, state.clock.isWrong(), state.sensor(), biases);
        if (m.isSound()) {
            if (m.hasAddress()) {
                boolean twice = codes && isOwnCode(m);
                note(m.addressKey(), m, state, sensors, twice);
                if (twice) {
                    note(CODE | m.said.mode3A(), m, state, sensors, true);
                }
            } else if (isOwnCode(m)) {
                codes = true;
                note(CODE | m.said.mode3A(), m, state, sensors, false);
            }
            if (one.isSignificant()) {
                correct(m, one, state);
            }
        }
        return !one.isHeldOut();
    }

    /** Takes in that a track took a measurement, whose own words do not tell the target. */
    void take(LiveTrack track, Measurement m, SensorState state, Sensors sensors) {
        if (heard < 2
                || m.hasAddress()
                || isOwnCode(m)
                || !track.isConfirmed()
                || !Alignment.concerns(state.sensor())) {
            return;
        }
        long key = track.addressKey >= 0 ? track.addressKey : TRACK | track.serial;
        note(key, m, state, sensors, false);
    }

    /**
     * Finds the track that a plot of a sensor which is held out belongs to, where its own words do
     * not tell: the one that lies near it, with no other about. The track is not touched.
     */
    void follow(Measurement m, SensorState state, Sensors sensors, Tracks tracks) {
        Alignment one = of(m.sensor);
        if (one == null || m.hasAddress() || isOwnCode(m) || !m.isSound()) {
            return;
        }
        if (!one.spendSearch(m.received, SEARCHES)) {
            return;
        }
        LiveTrack nearest = null;
        double least = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        for (LiveTrack track : tracks.confirmed) {
            if (track.lost) {
                continue;
            }
            double lead = Time.secondsBetween(track.time, m.time);
            double[] mean = track.mean;
            track.frame.toLocal(m.about[0], m.about[1], m.about[2], local, 0);
            double dx = local[0] - mean[0] - lead * mean[3];
            double dy = local[1] - mean[1] - lead * mean[4];
            double square = dx * dx + dy * dy;
            if (square < least) {
                next = least;
                least = square;
                nearest = track;
            } else {
                next = Math.min(next, square);
            }
        }
        if (nearest != null && least < NEAR * NEAR && next > ALONE * least) {
            take(nearest, m, state, sensors);
        }
    }

    private Alignment add(int sensor) {
        while (alignments.size() <= sensor) {
            alignments.add(null);
        }
        Alignment one = new Alignment(sensor);
        alignments.set(sensor, one);
        return one;
    }

    /** Tells whether a code is likely one aircraft's: not one of those that many share. */
    private static boolean isOwnCode(Measurement m) {
        if (!m.said.hasMode3A()) {
            return false;
        }
        int code = m.said.mode3A();
        // Codes that end in 00 are not discrete (ICAO Annex 10 vol. IV, 3.1.1.6; Doc 8168).
        return (code & 077) != 0 && code != 07777;
    }

    private void note(long key, Measurement m, SensorState state, Sensors sensors, boolean again) {
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
        Alignment reference = of(looks.sensor(end));
        int steps = 0;
        for (long n = looks.before(end);
                n != Looks.NONE && steps++ < LONGEST_WALK;
                n = looks.before(n)) {
            Alignment one = looks.sensor(n) == looks.sensor(end) ? null : of(looks.sensor(n));
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
        Alignment one = of(looks.sensor(look));
        SensorState its = sensors.find(looks.sensor(look));
        if (one == null || its == null) {
            return;
        }
        int steps = 0;
        for (long n = looks.before(look);
                n != Looks.NONE && steps++ < LONGEST_WALK;
                n = looks.before(n)) {
            Alignment reference =
                    looks.sensor(n) == looks.sensor(look) ? null : of(looks.sensor(n));
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
        return Math.min(A_SECOND, ALL_A_SECOND / Math.max(1, compared));
    }

    private void block(Alignment one, Sensor sensor) {
        if (one.block < 0) {
            one.block = biases.add(Alignment.usual(sensor));
            compared++;
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
        looks.compared(look, looks.compared(look) + 1);
        double distance = biases.distance(comparison);
        if (!Double.isFinite(distance)) {
            return;
        }
        boolean fits = distance <= FITS;
        one.count(fits);
        reference.count(fits);
        if (distance <= WRONG) {
            one.measureBefore(comparison.metresBefore(biases));
            one.measureAfter(comparison.metres());
            biases.update(Math.max(1, distance / FITS));
        }
    }

    private void correct(Measurement m, Alignment one, SensorState state) {
        double late = one.value[TIME];
        if (late != 0) {
            m.time = Math.min(m.received, m.rawTime - Time.ofSeconds(late));
        }
        double east = one.value[EAST];
        double north = one.value[NORTH];
        Frame at = state.sensor().placement();
        if (!m.polar) {
            m.shift(-east, -north);
            return;
        }
        if (at == null) {
            return;
        }
        double range = Math.max(1, (m.range - one.value[RANGE]) / (1 + one.value[SCALE]));
        double azimuth = within(m.azimuth - one.value[AZIMUTH]);
        m.correct(world, at, range, azimuth);
        if (east != 0 || north != 0) {
            at.toLocal(m.about[0], m.about[1], m.about[2], local, 0);
            double x = local[0] - east;
            double y = local[1] - north;
            double z = local[2];
            m.correct(
                    world,
                    at,
                    Math.max(1, Math.sqrt(x * x + y * y + z * z)),
                    within(StrictMath.atan2(x, y)));
        }
    }

    private static double within(double azimuth) {
        double turned = StrictMath.IEEEremainder(azimuth, 2 * Math.PI);
        return turned < 0 ? turned + 2 * Math.PI : turned;
    }

    /** Goes on in time, and decides anew what is significant and who is held out. */
    void tick(long clock, Sensors sensors, Tracks tracks) {
        double seconds = walked == Time.UNKNOWN ? 0 : Time.secondsBetween(walked, clock);
        if (walked != Time.UNKNOWN && seconds < 1) {
            return;
        }
        walked = clock;
        if (heard >= 2) {
            seek(clock, sensors, tracks);
        }
        if (compared == 0) {
            return;
        }
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                one.walk(sensors.of(one.sensor).sensor(), biases, seconds);
            }
        }
        open(sensors);
        share(sensors);
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                SensorState state = sensors.of(one.sensor);
                one.judge(state.sensor(), biases, clock);
                one.doubt(state, biases);
            }
        }
    }

    /** Seeks the biases of radars whose reports are compared with none, by their tracks. */
    private void seek(long clock, Sensors sensors, Tracks tracks) {
        for (Alignment one : alignments) {
            if (one == null) {
                continue;
            }
            SensorState state = sensors.of(one.sensor);
            if (Alignment.rank(state.sensor()) == 2
                    && one.isLost(clock)
                    && acquisition.search(tracks, state, this, clock)) {
                block(one, state.sensor());
                one.found(acquisition.azimuth, acquisition.range, biases, clock);
                abandon(one.sensor, tracks);
            }
        }
    }

    /** Lets tracks end that a sensor made alone before its biases were taken off. */
    private static void abandon(int sensor, Tracks tracks) {
        for (int t = 0; t < tracks.size(); t++) {
            LiveTrack track = tracks.at(t);
            boolean alone = true;
            for (int i = 0; i < track.contributions.size(); i++) {
                Contribution part = track.contributions.get(i);
                alone &= part.sensor == sensor || part.due == Time.UNKNOWN;
            }
            Contribution own = track.contribution(sensor);
            if (alone && own != null) {
                own.due = Time.UNKNOWN;
            }
        }
    }

    /** Opens the biases of the sensor that fits least, or of several that nothing tells apart. */
    private void open(Sensors sensors) {
        double worst = 0;
        for (Alignment one : alignments) {
            if (one != null && one.isAstray()) {
                worst = Math.max(worst, one.astray());
            }
        }
        if (worst == 0) {
            return;
        }
        int least = 0;
        for (Alignment one : alignments) {
            if (one != null && one.isAstray() && one.astray() > worst - ALIKE) {
                least = Math.max(least, Alignment.rank(sensors.of(one.sensor).sensor()));
            }
        }
        for (Alignment one : alignments) {
            if (one != null && one.isAstray() && one.astray() > worst - ALIKE) {
                Sensor sensor = sensors.of(one.sensor).sensor();
                if (Alignment.rank(sensor) == least) {
                    one.open(sensor, biases);
                }
            }
        }
        for (Alignment one : alignments) {
            if (one != null) {
                one.recount();
            }
        }
    }

    /**
     * Writes values and their errors. What all clocks have in common nobody knows: times are told
     * from the middle one of all sensors, where one that hears aircraft tell their places counts
     * twice; two others share their difference.
     */
    private void share(Sensors sensors) {
        int weight = 0;
        boolean told = false;
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                boolean tells = Alignment.rank(sensors.of(one.sensor).sensor()) == 0;
                weight += tells ? 2 : 1;
                told |= tells;
            }
        }
        Alignment middle = middle(weight, sensors);
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            for (int k = 0; k < PARAMETERS; k++) {
                one.value[k] = biases.mean(one.block, k);
                one.sigma[k] = Math.sqrt(biases.variance(one.block, k));
            }
            if (compared == 2 && !told) {
                fromEachOther(one);
            } else if (one != middle) {
                one.value[TIME] -= biases.mean(middle.block, TIME);
                one.sigma[TIME] = apart(one, middle);
            }
        }
        if (compared > 2 || told) {
            middle.value[TIME] = 0;
            middle.sigma[TIME] = 0;
            double least = Double.POSITIVE_INFINITY;
            for (Alignment one : alignments) {
                if (one != null && one.block >= 0 && one != middle) {
                    least = Math.min(least, apart(one, middle));
                }
            }
            if (least < Double.POSITIVE_INFINITY) {
                middle.sigma[TIME] = least;
            }
        }
        settle(sensors);
    }

    /** Where radars alone compare themselves, chooses the picture in which the fewest are off. */
    private void settle(Sensors sensors) {
        if (compared < 3) {
            return;
        }
        Frame plane = null;
        gauge.clear(compared);
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            Sensor sensor = sensors.of(one.sensor).sensor();
            Frame at = sensor.placement();
            if (Alignment.rank(sensor) < 2 || at == null) {
                return;
            }
            plane = plane == null ? at : plane;
            plane.toLocal(at.originX(), at.originY(), at.originZ(), local, 0);
            gauge.add(local[0], local[1], one.value[EAST], one.value[NORTH], one.value[AZIMUTH]);
        }
        gauge.solve();
        int radar = 0;
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                one.value[EAST] = gauge.eastOf(radar);
                one.value[NORTH] = gauge.northOf(radar);
                one.value[AZIMUTH] = gauge.azimuthOf(radar);
                radar++;
            }
        }
    }

    /** Returns the sensor whose clock has no more than half of the weight before or after it. */
    private Alignment middle(int weight, Sensors sensors) {
        Alignment best = null;
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            double time = biases.mean(one.block, TIME);
            int before = 0;
            int after = 0;
            for (Alignment other : alignments) {
                if (other == null || other.block < 0) {
                    continue;
                }
                int counts = Alignment.rank(sensors.of(other.sensor).sensor()) == 0 ? 2 : 1;
                double apart = biases.mean(other.block, TIME) - time;
                before += apart < 0 ? counts : 0;
                after += apart > 0 ? counts : 0;
            }
            boolean isMiddle = 2 * before <= weight && 2 * after <= weight;
            if (isMiddle
                    && (best == null
                            || Alignment.rank(sensors.of(one.sensor).sensor())
                                    < Alignment.rank(sensors.of(best.sensor).sensor()))) {
                best = one;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no sensor stands in the middle");
        }
        return best;
    }

    private void fromEachOther(Alignment one) {
        for (Alignment other : alignments) {
            if (other != null && other != one && other.block >= 0) {
                double both = biases.mean(one.block, TIME) - biases.mean(other.block, TIME);
                one.value[TIME] = 0.5 * both;
                one.sigma[TIME] = 0.5 * apart(one, other);
            }
        }
    }

    /** Standard deviation of the difference of two sensors' times (s). */
    private double apart(Alignment one, Alignment other) {
        double variance =
                biases.variance(one.block, TIME)
                        + biases.variance(other.block, TIME)
                        - 2 * biases.covariance(one.block, TIME, other.block, TIME);
        return Math.sqrt(Math.max(0, variance));
    }

    void write(StateOutput out) {
        out.putInt(heard);
        out.putInt(compared);
        out.putLong(walked);
        out.putBoolean(codes);
        out.putInt(alignments.size());
        for (Alignment one : alignments) {
            out.putBoolean(one != null);
            if (one != null) {
                one.write(out);
            }
        }
        biases.write(out);
        looks.write(out);
    }

    /** Takes over what {@link #write} wrote. */
    void read(StateInput in) {
        heard = in.takeInt();
        compared = in.takeInt();
        walked = in.takeLong();
        codes = in.takeBoolean();
        alignments.clear();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            alignments.add(in.takeBoolean() ? Alignment.read(in, i) : null);
        }
        biases = BiasFilter.read(in);
        looks = Looks.read(in);
        comparing = new Comparing(looks, biases);
        comparing.in(world);
    }
}
