package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
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
import org.airwarden.model.Time;
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
    private Pairing pairing = new Pairing(looks, biases, alignments);
    private Shares shares = new Shares(biases, alignments);
    private final Acquisition acquisition = new Acquisition();
    private final double[] local = new double[3];
    private World world = World.EARTH;
    private int heard;
    private long walked = Time.UNKNOWN;

    /** Whether any sensor tells codes without addresses. */
    private boolean codes;

    Registration() {}

    void in(World newWorld) {
        world = newWorld;
        pairing.in(newWorld);
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
     * @param doubted whether it is one aircraft's own word that sensors contradict: nothing is
     *     learned from it then
     * @return whether the sensor takes part in tracks
     */
    boolean take(Measurement m, long claimed, boolean doubted, SensorState state, Sensors sensors) {
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
            if (!doubted) {
                note(m, state, sensors);
            }
            if (one.isSignificant()) {
                correct(m, one, state);
            }
        }
        return !one.isHeldOut();
    }

    /** Keeps a look at a target that its own words tell. */
    private void note(Measurement m, SensorState state, Sensors sensors) {
        if (m.hasAddress()) {
            boolean twice = codes && isOwnCode(m);
            pairing.note(m.addressKey(), m, state, sensors, twice);
            if (twice) {
                pairing.note(CODE | m.said.mode3A(), m, state, sensors, true);
            }
        } else if (isOwnCode(m)) {
            codes = true;
            pairing.note(CODE | m.said.mode3A(), m, state, sensors, false);
        }
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
        pairing.note(key, m, state, sensors, false);
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
        if (biases.blocks() == 0) {
            return;
        }
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                one.walk(sensors.of(one.sensor).sensor(), biases, seconds);
            }
        }
        open(sensors);
        shares.share(sensors);
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
                pairing.block(one, state.sensor());
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

    void write(StateOutput out) {
        out.putInt(heard);
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
        walked = in.takeLong();
        codes = in.takeBoolean();
        alignments.clear();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            alignments.add(in.takeBoolean() ? Alignment.read(in, i) : null);
        }
        biases = BiasFilter.read(in);
        looks = Looks.read(in);
        pairing = new Pairing(looks, biases, alignments);
        pairing.in(world);
        shares = new Shares(biases, alignments);
    }
}
