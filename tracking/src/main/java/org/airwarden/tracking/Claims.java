package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
import static org.airwarden.tracking.BiasFilter.RANGE;

import java.util.Arrays;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Holds what aircraft tell of themselves by ADS-B against what sensors measure of them, track by
 * track, whatever accuracy is claimed: interference with satellite navigation makes positions drift
 * that claim to be as good as ever.
 *
 * <p>A sensor that is off is off for all aircraft. The usual difference of each sensor is therefore
 * learned over all tracks and taken away, so that a track's claim is doubted only where it lies
 * otherwise than the others'. With a single aircraft in the sky the two cannot be told apart at the
 * start. A doubted claim is still used, with a standard deviation of three times the difference,
 * and its velocity is left out; when it agrees again, it is believed again. Not thread-safe.
 */
final class Claims {
    /** A claim is carried forward for so long (s), and may be off by so much in doing so. */
    private static final double OLDEST = 6;

    private static final double ACCELERATION = 3;
    private static final double SPEED_ERROR = 6;

    /** What a sensor may be off by before anything is known of it: range (m), azimuth (rad). */
    private static final double RANGE_OFF = 150;

    private static final double AZIMUTH_OFF = Math.toRadians(0.25);
    private static final double PLACE_OFF = 60;

    /** Share of a new difference in a sensor's usual one, at least. */
    private static final double SLOWEST = 1.0 / 400;

    /** How fast the track may have followed a claim before it was doubted (s). */
    private static final double FOLLOWED = 10;

    /** Turns after which a sensor has surely looked again. */
    private static final double AGAIN = 1.25;

    /** A track nearer to the claim than this share of the difference has followed it. */
    private static final double FOLLOWS = 0.7;

    /** How far a mean stays behind a difference that grows. */
    private static final double BEHIND = 2;

    /** Differences that agreed, after which a sensor is believed more than a lone aircraft. */
    private static final int LONG = 10;

    /** A sensor's usual difference in its own two coordinates, and how well it is known. */
    private static final class Usual {
        final double[] mean = new double[2];
        final double[] variance = new double[2];

        /** What registration took off the sensor's reports when this was last looked at. */
        final double[] corrected = new double[2];

        private final double firstOff;
        private final double secondOff;

        Usual(double firstOff, double secondOff) {
            this.firstOff = firstOff;
            this.secondOff = secondOff;
            forget();
        }

        private void forget() {
            mean[0] = 0;
            mean[1] = 0;
            variance[0] = firstOff * firstOff;
            variance[1] = secondOff * secondOff;
        }

        /**
         * Goes along with what registration takes off now, so that a difference is told of raw
         * reports: a claim that drifts draws registration along, where few are compared. What then
         * is left is small; where it is not, too great a bias had been taken for doubts.
         */
        void correct(double first, double second) {
            if (first == corrected[0] && second == corrected[1]) {
                return;
            }
            mean[0] -= first - corrected[0];
            mean[1] -= second - corrected[1];
            corrected[0] = first;
            corrected[1] = second;
            if (Math.abs(mean[0]) > firstOff || Math.abs(mean[1]) > secondOff) {
                forget();
            }
        }

        /** Takes a difference of a variance that no doubted claim gave. */
        void learn(int k, double difference, double noise) {
            double total = variance[k] + noise;
            double step = difference - mean[k];
            double most = 3 * Math.sqrt(total);
            double gain = Math.max(SLOWEST, variance[k] / total);
            mean[k] += gain * Math.max(-most, Math.min(most, step));
            variance[k] *= 1 - variance[k] / total;
        }
    }

    /** By the sensor's number; null where it was never compared. */
    private @Nullable Usual[] usual = new @Nullable Usual[16];

    /** How many confirmed tracks had a claim, and how many a doubted one, at the last count. */
    private int tellers;

    private int doubted;

    private final Beginning beginning;
    private final Registration registration;
    private final Counters.Running counters;
    private final double[] place = new double[3];
    private final double[] local = new double[3];

    /** East and north (m) of one unit of a sensor's first coordinate, and of its second. */
    private final double[] axes = new double[4];

    Claims(Beginning beginning, Registration registration, Counters.Running counters) {
        this.beginning = beginning;
        this.registration = registration;
        this.counters = counters;
    }

    /** Counts how many aircraft tell where they are, and of how many that is in doubt. */
    void count(Tracks tracks) {
        tellers = 0;
        doubted = 0;
        for (LiveTrack track : tracks.confirmed) {
            if (track.claim != null && !track.lost) {
                tellers++;
                doubted += track.claim.isDoubted() ? 1 : 0;
            }
        }
    }

    /**
     * Tells whether one of some tracks is contradicted while most aircraft are not: it is the
     * aircraft then that is wrong, and not the sensor. A single aircraft is believed less than a
     * sensor that it agreed with for long.
     */
    boolean isAlone(List<LiveTrack> tracks) {
        for (int i = 0; i < tracks.size(); i++) {
            Claim claim = tracks.get(i).claim;
            if (claim != null && claim.isDoubted()) {
                return 2 * doubted <= tellers || (doubted == 1 && claim.agreed >= LONG);
            }
        }
        return false;
    }

    /** Takes a measurement that belongs to a track: a claim, or something to hold it against. */
    void take(LiveTrack track, Measurement m, SensorState sensor) {
        if (m.technology.isClaim()) {
            claim(track, m, sensor);
        } else if (track.claim != null
                && Math.abs(Time.secondsBetween(track.claim.time, m.time)) <= OLDEST) {
            compare(track, track.claim, m, sensor);
        }
    }

    /** Notes what an aircraft tells. */
    void claim(LiveTrack track, Measurement m, SensorState sensor) {
        if (m.polar) {
            return;
        }
        Claim claim = track.claim;
        if (claim == null) {
            claim = new Claim();
            track.claim = claim;
        }
        claim.lapse(m.time);
        if (claim.isDoubted()) {
            counters.doubted++;
        }
        if (claim.time != Time.UNKNOWN && m.time < claim.time) {
            return;
        }
        claim.sensor = m.sensor;
        claim.time = m.time;
        System.arraycopy(m.about, 0, claim.place, 0, 3);
        claim.sigma = sensor.positionSigma(m.sigma, m.technology);
        if (Double.isFinite(m.velocityEast) && Double.isFinite(m.velocityNorth)) {
            m.surface.directionToWorld(m.velocityEast, m.velocityNorth, 0, claim.velocity, 0);
        } else {
            track.frame.directionToWorld(
                    track.mean[3], track.mean[4], track.mean[5], claim.velocity, 0);
        }
    }

    private void compare(LiveTrack track, Claim claim, Measurement m, SensorState sensor) {
        if (m.technology.isForeignTrack() || (!m.polar && Double.isNaN(m.sigma))) {
            // Another centre may have it from the same claim; and multilateration that does not
            // tell how good it is errs by kilometres outside the ring of its receivers.
            return;
        }
        double age = Time.secondsBetween(claim.time, m.time);
        for (int i = 0; i < 3; i++) {
            place[i] = claim.place[i] + age * claim.velocity[i];
        }
        double carried = SPEED_ERROR * age + 0.5 * ACCELERATION * age * age;
        double told = claim.sigma * claim.sigma + carried * carried;
        Frame at = sensor.sensor().placement();
        if (!m.polar) {
            m.surface.toLocal(place[0], place[1], place[2], local, 0);
            double sigma = sensor.statedPositionSigma(m.sigma, m.technology);
            Usual own = usual(m.sensor, false);
            double noise = sigma * sigma + told;
            axes[0] = 1;
            axes[1] = 0;
            axes[2] = 0;
            axes[3] = 1;
            judge(track, claim, m, sensor, own, -local[0], -local[1], noise, noise);
        } else if (at != null) {
            at.toLocal(place[0], place[1], place[2], local, 0);
            double across = Math.sqrt(local[0] * local[0] + local[1] * local[1]);
            if (across < 2_000) {
                return;
            }
            double range = Math.sqrt(across * across + local[2] * local[2]);
            Usual own = usual(m.sensor, true);
            axes[0] = local[0] / across;
            axes[1] = local[1] / across;
            axes[2] = local[1];
            axes[3] = -local[0];
            judge(
                    track,
                    claim,
                    m,
                    sensor,
                    own,
                    m.range - range,
                    Observer.turn(m.azimuth - StrictMath.atan2(local[0], local[1])),
                    square(sensor.statedRangeSigma()) + told,
                    square(sensor.statedAzimuthSigma()) + told / (across * across));
        }
    }

    /** Adds a difference in a sensor's two coordinates, told by {@link #axes}, to a claim. */
    private void judge(
            LiveTrack track,
            Claim claim,
            Measurement m,
            SensorState sensor,
            Usual own,
            double first,
            double second,
            double firstNoise,
            double secondNoise) {
        double a = first - own.mean[0];
        double b = second - own.mean[1];
        double aa = firstNoise + own.variance[0];
        double bb = secondNoise + own.variance[1];
        boolean begins =
                claim.add(
                        a * axes[0] + b * axes[2],
                        a * axes[1] + b * axes[3],
                        aa * axes[0] * axes[0] + bb * axes[2] * axes[2],
                        aa * axes[0] * axes[1] + bb * axes[2] * axes[3],
                        aa * axes[1] * axes[1] + bb * axes[3] * axes[3],
                        m.time,
                        m.time + Time.ofSeconds(AGAIN * sensor.owedPeriod()));
        if (!claim.isDoubted()) {
            own.learn(0, first, firstNoise);
            own.learn(1, second, secondNoise);
        } else if (begins && loosen(track, claim, m.time)) {
            // What the measurement was worth beside the claim was next to nothing.
            beginning.update(track, m, sensor);
        }
    }

    /** Lets a track come back from where a claim led it, if it did. */
    private boolean loosen(LiveTrack track, Claim claim, long time) {
        track.frame.toLocal(place[0], place[1], place[2], local, 0);
        double lead = Time.secondsBetween(track.time, time);
        double dx = local[0] - track.mean[0] - lead * track.mean[3];
        double dy = local[1] - track.mean[1] - lead * track.mean[4];
        double apart = claim.east * claim.east + claim.north * claim.north;
        if (dx * dx + dy * dy > FOLLOWS * FOLLOWS * apart) {
            return false;
        }
        double square = BEHIND * BEHIND * (claim.east * claim.east + claim.north * claim.north);
        double[] p = track.estimate.covariance;
        for (int m = 0; m < track.estimate.models; m++) {
            int at = Estimate.SQUARE * m;
            for (int i = 0; i < 2; i++) {
                p[at + 7 * i] += square;
                p[at + 21 + 7 * i] += square / (FOLLOWED * FOLLOWED);
            }
        }
        return true;
    }

    private Usual usual(int sensor, boolean polar) {
        double first = polar ? RANGE_OFF : PLACE_OFF;
        double second = polar ? AZIMUTH_OFF : PLACE_OFF;
        if (sensor >= usual.length) {
            usual = Arrays.copyOf(usual, Math.max(sensor + 1, 2 * usual.length));
        }
        Usual known = usual[sensor];
        if (known == null) {
            known = new Usual(first, second);
            usual[sensor] = known;
        }
        Alignment one = registration.of(sensor);
        if (one != null && one.isSignificant()) {
            known.correct(one.value[polar ? RANGE : EAST], one.value[polar ? AZIMUTH : NORTH]);
        } else {
            known.correct(0, 0);
        }
        return known;
    }

    private static double square(double value) {
        return value * value;
    }

    void write(StateOutput out) {
        int last = usual.length - 1;
        while (last >= 0 && usual[last] == null) {
            last--;
        }
        out.putInt(tellers);
        out.putInt(doubted);
        out.putInt(last + 1);
        for (int i = 0; i <= last; i++) {
            Usual own = usual[i];
            out.putBoolean(own != null);
            if (own != null) {
                out.putDoubles(own.mean);
                out.putDoubles(own.variance);
                out.putDoubles(own.corrected);
                out.putDouble(own.firstOff);
                out.putDouble(own.secondOff);
            }
        }
    }

    void read(StateInput in) {
        tellers = in.takeInt();
        doubted = in.takeInt();
        int count = in.takeCount();
        usual = new @Nullable Usual[Math.max(16, count)];
        for (int i = 0; i < count; i++) {
            if (in.takeBoolean()) {
                double[] numbers = new double[6];
                in.takeDoubles(numbers);
                Usual own = new Usual(in.takeDouble(), in.takeDouble());
                System.arraycopy(numbers, 0, own.mean, 0, 2);
                System.arraycopy(numbers, 2, own.variance, 0, 2);
                System.arraycopy(numbers, 4, own.corrected, 0, 2);
                usual[i] = own;
            }
        }
    }
}
