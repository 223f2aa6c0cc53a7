package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * A missile of short range, 120 km, seen by a turning radar with elevation. Its flight is
 * integrated in axes that turn with the earth, under the attraction of the earth's mass and its
 * flattening: nothing of what the tracker reckons with.
 */
class MissileTest {
    private static final long SEED = 4_711;
    private static final Frame RADAR = Frame.tangent(GeodeticPosition.ofDegrees(48.1, 16.5, 300));
    private static final double RANGE_SIGMA = 40;
    private static final double AZIMUTH_SIGMA = 0.0009;
    private static final double ELEVATION_SIGMA = 0.002;
    private static final double PERIOD = 4;
    private static final double SPEED = 1_085;

    /** Gravitational constant times mass (m^3/s^2), J2 and spin (rad/s) of WGS-84. */
    private static final double MASS = 3.986_004_418e14;

    private static final double FLATTENING = 1.082_629_8e-3;
    private static final double SPIN = 7.292_115e-5;

    /** A flight: earth-centred states at steps of 0.05 s from launch to impact. */
    private static final class Flight {
        static final double STEP = 0.05;
        final List<double[]> states = new ArrayList<>();

        Flight(double latitude, double longitude, double heading) {
            this(latitude, longitude, heading, Math.PI / 4, SPEED);
        }

        Flight(double latitude, double longitude, double heading, double rise, double speed) {
            Frame start = Frame.tangent(GeodeticPosition.ofDegrees(latitude, longitude, 200));
            double[] state = new double[6];
            start.toWorld(0, 0, 0, state, 0);
            double level = speed * Math.cos(rise);
            start.directionToWorld(
                    level * Math.sin(heading),
                    level * Math.cos(heading),
                    speed * Math.sin(rise),
                    state,
                    3);
            do {
                states.add(state);
                state = step(state);
            } while (World.EARTH.heightOf(state[0], state[1], state[2]) > 200);
        }

        double seconds() {
            return STEP * (states.size() - 1);
        }

        double[] at(double seconds) {
            int before = (int) Math.min(states.size() - 2, Math.floor(seconds / STEP));
            double share = seconds / STEP - before;
            double[] state = new double[6];
            for (int i = 0; i < 6; i++) {
                state[i] = (1 - share) * states.get(before)[i] + share * states.get(before + 1)[i];
            }
            return state;
        }

        private static double[] step(double[] s) {
            double[] a = rate(s);
            double[] b = rate(plus(s, a, STEP / 2));
            double[] c = rate(plus(s, b, STEP / 2));
            double[] d = rate(plus(s, c, STEP));
            double[] next = s.clone();
            for (int i = 0; i < 6; i++) {
                next[i] += STEP / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
            }
            return next;
        }

        private static double[] plus(double[] s, double[] rate, double dt) {
            double[] sum = new double[6];
            for (int i = 0; i < 6; i++) {
                sum[i] = s[i] + dt * rate[i];
            }
            return sum;
        }

        private static double[] rate(double[] s) {
            double square = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
            double pull = -MASS / (square * Math.sqrt(square));
            double bulge =
                    1.5 * FLATTENING * Wgs84.SEMI_MAJOR_AXIS * Wgs84.SEMI_MAJOR_AXIS / square;
            double polar = 5 * s[2] * s[2] / square;
            return new double[] {
                s[3],
                s[4],
                s[5],
                pull * s[0] * (1 + bulge * (1 - polar)) + SPIN * SPIN * s[0] + 2 * SPIN * s[4],
                pull * s[1] * (1 + bulge * (1 - polar)) + SPIN * SPIN * s[1] - 2 * SPIN * s[3],
                pull * s[2] * (1 + bulge * (3 - polar))
            };
        }
    }

    private static Site site() {
        return new Site(
                Sky.START,
                "missiles",
                World.EARTH,
                List.of(
                        new Sensor(
                                0,
                                "3-D",
                                Sensor.Kind.RADAR,
                                -1,
                                -1,
                                RADAR,
                                RANGE_SIGMA,
                                AZIMUTH_SIGMA,
                                ELEVATION_SIGMA,
                                Double.NaN,
                                0.9,
                                10,
                                PERIOD,
                                200_000)));
    }

    /** A run of a flight through a radar's sky. */
    private static final class Run {
        final Random random;
        Tracker tracker = new Tracker(1);
        final double detection;
        final int falsePlots;
        double firstSeen = Double.NaN;

        /** When the flight begins (s), and how often a ballistic track was told. */
        double start;

        int ballistic;

        /** Whether the tracker's state is written and read again after each turn. */
        boolean moves;

        /** Of each turn: the nearest track within 3 km, or null. */
        final List<Track> nearest = new ArrayList<>();

        final List<Double> nees = new ArrayList<>();
        final TreeSet<Integer> numbers = new TreeSet<>();

        Run(long seed, double detection, int falsePlots) {
            random = new Random(seed);
            this.detection = detection;
            this.falsePlots = falsePlots;
            tracker.accept(site(), change -> {});
            tracker.accept(Settings.standard(Sky.START), change -> {});
        }

        Run fly(Flight flight) {
            for (double turn = 0; turn + PERIOD < flight.seconds(); turn += PERIOD) {
                double[] local = local(flight.at(turn));
                double azimuth = azimuth(local);
                double at = turn + PERIOD * azimuth / (2 * Math.PI);
                double[] truth = flight.at(at);
                look(truth, at);
                for (int i = 0; i < falsePlots; i++) {
                    plot(
                            turn + 0.999 * PERIOD,
                            1_000 + 199_000 * random.nextDouble(),
                            2 * Math.PI * random.nextDouble(),
                            0.3 * random.nextDouble());
                }
                tracker.accept(new Tick(Sky.at(start + turn + PERIOD)), change -> {});
                judge(flight, turn + PERIOD);
                if (moves) {
                    StateOutput out = new StateOutput();
                    tracker.write(out);
                    tracker = Tracker.read(new StateInput(out.toBytes()));
                }
            }
            return this;
        }

        private double[] local(double[] truth) {
            double[] local = new double[3];
            RADAR.toLocal(truth[0], truth[1], truth[2], local, 0);
            return local;
        }

        private static double azimuth(double[] local) {
            double azimuth = Math.atan2(local[0], local[1]);
            return azimuth < 0 ? azimuth + 2 * Math.PI : azimuth;
        }

        private void look(double[] truth, double at) {
            double[] local = local(truth);
            double across = Math.hypot(local[0], local[1]);
            double elevation = Math.atan2(local[2], across);
            boolean missed = random.nextDouble() > detection;
            double[] noise = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            if (elevation < 0.005 || missed) {
                return;
            }
            if (Double.isNaN(firstSeen)) {
                firstSeen = at;
            }
            double azimuth = azimuth(local) + AZIMUTH_SIGMA * noise[1];
            plot(
                    at,
                    Math.hypot(across, local[2]) + RANGE_SIGMA * noise[0],
                    (azimuth + 2 * Math.PI) % (2 * Math.PI),
                    elevation + ELEVATION_SIGMA * noise[2]);
        }

        private void plot(double at, double range, double azimuth, double elevation) {
            tracker.accept(
                    new Plot(
                            0,
                            Sky.at(start + at),
                            Sky.at(start + at),
                            Origin.SIMULATED,
                            Technology.PRIMARY,
                            range,
                            azimuth,
                            elevation,
                            Double.NaN,
                            Transponder.SILENT,
                            -1),
                    change -> {});
        }

        private void judge(Flight flight, double now) {
            double[] truth = flight.at(now);
            Track best = null;
            double least = 3_000;
            List<Track> tracks = new ArrayList<>();
            tracker.forEachTrack(tracks::add);
            for (Track track : tracks) {
                ballistic += track.motion().ballistic() ? 1 : 0;
                double off =
                        Math.hypot(
                                Math.hypot(
                                        track.kinematics().x() - truth[0],
                                        track.kinematics().y() - truth[1]),
                                track.kinematics().z() - truth[2]);
                if (off < least) {
                    least = off;
                    best = track;
                }
            }
            nearest.add(best);
            if (best != null) {
                numbers.add(best.number().serial());
                nees.add(
                        nees(best, flight.at(Time.secondsBetween(Sky.START, best.time()) - start)));
            }
        }
    }

    private static double nees(Track track, double[] truth) {
        RealMatrix covariance = MatrixUtils.createRealMatrix(6, 6);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                covariance.setEntry(i, j, track.kinematics().covariance().at(i, j));
            }
        }
        var at = track.kinematics();
        double[] mean = {at.x(), at.y(), at.z(), at.vx(), at.vy(), at.vz()};
        ArrayRealVector off = new ArrayRealVector(mean).subtract(new ArrayRealVector(truth));
        return off.dotProduct(
                new CholeskyDecomposition(covariance, 1e-3, 0).getSolver().solve(off));
    }

    private static Flight flight(Random random) {
        double away = Math.toRadians(360 * random.nextDouble());
        return new Flight(
                48.1 + 0.7 * Math.cos(away),
                16.5 + 1.0 * Math.sin(away),
                2 * Math.PI * random.nextDouble());
    }

    @Test
    void shouldFlyAsTheBooksSay() {
        Flight flight = new Flight(48, 16, 1);
        double top = 0;
        for (double[] state : flight.states) {
            top = Math.max(top, World.EARTH.heightOf(state[0], state[1], state[2]));
        }
        double[] end = flight.states.getLast();
        double[] start = flight.states.getFirst();
        double distance =
                Math.hypot(Math.hypot(end[0] - start[0], end[1] - start[1]), end[2] - start[2]);
        // v^2 / g = 120 km, a quarter of it high, 2 v sin 45 / g = 156 s, were the earth flat and
        // still: it is up longer where the ground falls away, and the less it weighs flying east.
        assertThat(distance).isCloseTo(120_000, within(3_000.0));
        assertThat(top).isCloseTo(30_500, within(700.0));
        assertThat(flight.seconds()).isCloseTo(158, within(3.0));
    }

    @Test
    void shouldFallAsTheEarthPulls() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            double longitude = 360 * random.nextDouble() - 180;
            Flight flight = new Flight(latitude, longitude, 2 * Math.PI * random.nextDouble());
            double at = 100 * random.nextDouble();
            double dt = 0.5 + 9.5 * random.nextDouble();
            double[] state = flight.at(Math.round(at));
            double[] truth = flight.at(Math.round(at) + dt);
            Frame frame = World.EARTH.frameAt(state[0], state[1], state[2]);
            double[] mean = new double[6];
            frame.toLocal(state[0], state[1], state[2], mean, 0);
            frame.directionToLocal(state[3], state[4], state[5], mean, 3);
            new Gravity(frame, World.EARTH).fall(mean, 0, dt);
            double[] place = new double[3];
            double[] velocity = new double[3];
            frame.toWorld(mean[0], mean[1], mean[2], place, 0);
            frame.directionToWorld(mean[3], mean[4], mean[5], velocity, 0);
            for (int i = 0; i < 3; i++) {
                assertThat(place[i]).as("run %d", run).isCloseTo(truth[i], within(0.5));
                assertThat(velocity[i]).as("run %d", run).isCloseTo(truth[3 + i], within(0.12));
            }
        }
    }

    /** One number from the first plots to the last, wherever it flies, and an honest covariance. */
    @Test
    void shouldHoldAMissileUnderOneNumberAndClaimTheTruth() {
        double sum = 0;
        double squares = 0;
        int runs = 100;
        List<Double> late = new ArrayList<>();
        int ballistic = 0;
        int looks = 0;
        for (int run = 0; run < runs; run++) {
            Random random = new Random(SEED + run);
            Flight flight = flight(random);
            Run radar = new Run(SEED + 1_000 + run, 0.95, 10).fly(flight);
            assertThat(radar.numbers).as("run %d", run).hasSize(1);
            int first = 0;
            while (radar.nearest.get(first) == null) {
                first++;
            }
            late.add(PERIOD * (first + 1) - radar.firstSeen);
            double ofRun = 0;
            int counted = 0;
            for (int i = first; i < radar.nearest.size(); i++) {
                Track track = radar.nearest.get(i);
                assertThat(track).as("run %d, turn %d", run, i).isNotNull();
                ballistic += track.motion().ballistic() ? 1 : 0;
                looks++;
                if (i > first + 3) {
                    ofRun += radar.nees.get(i - first);
                    counted++;
                }
            }
            ofRun /= counted;
            sum += ofRun;
            squares += ofRun * ofRun;
        }
        double mean = sum / runs;
        double deviation = Math.sqrt((squares / runs - mean * mean) / runs);
        System.out.printf(
                "missiles: NEES %.2f (%.2f) of 6, told as ballistic in %.1f %% of turns%n",
                mean, deviation, 100.0 * ballistic / looks);
        // It claims no more than it has, and somewhat less: other motions stay possible.
        assertThat(mean).isBetween(2.0, 6.0);
        assertThat(ballistic).isGreaterThan(looks * 9 / 10);
        late.sort(Comparator.naturalOrder());
        assertThat(late.get(runs / 2)).as("four plots").isLessThan(17);
        assertThat(late.get(runs - 4)).as("97 of 100").isLessThan(40);
    }

    /** Where no missile flies, none is told: 200 false plots a turn for 20 minutes. */
    @Test
    void shouldTellOfNoMissileWhereThereIsNone() {
        Run radar = new Run(SEED, 0, 200);
        Flight flight = new Flight(48.3, 16.9, 2);
        for (int run = 0; run < 8; run++) {
            radar.fly(flight);
            radar.start += 160;
        }
        List<Track> tracks = new ArrayList<>();
        radar.tracker.forEachTrack(tracks::add);
        assertThat(tracks).noneMatch(track -> track.motion().ballistic());
        assertThat(radar.ballistic).isZero();
    }

    @Test
    void shouldGoOnToTheBitWhenItsStateWasMoved() {
        Flight flight = new Flight(48.3, 16.9, 2);
        Run whole = new Run(SEED, 0.95, 10).fly(flight);
        Run moved = new Run(SEED, 0.95, 10);
        moved.moves = true;
        moved.fly(flight);
        StateOutput one = new StateOutput();
        whole.tracker.write(one);
        StateOutput two = new StateOutput();
        moved.tracker.write(two);
        assertThat(two.toBytes()).isEqualTo(one.toBytes());
    }
}
