package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Do the covariances tell the truth through a radar's own geometry, from the first plot on? A
 * target that moves as the one model says is seen in range, azimuth and elevation; its state is
 * begun and updated as the tracker does it. Normalised estimation error squared (NEES, 6 degrees of
 * freedom, at the last look) and normalised innovation squared (NIS, 3 degrees) over many runs lie
 * within chi-square's interval (Y. Bar-Shalom, X. R. Li, T. Kirubarajan, Estimation with
 * Applications to Tracking and Navigation, 2001, section 5.4.2).
 */
class RadarConsistencyTest {
    private static final long SEED = 5_150;
    private static final int RUNS = 300;
    private static final int STEPS = 25;

    /** Looks before the state is sure enough for the plots to be linear in it. */
    private static final int YOUNG = 4;

    private static final double PERIOD = 4;
    private static final double RANGE_SIGMA = 50;
    private static final double AZIMUTH_SIGMA = 0.0012;
    private static final double ELEVATION_SIGMA = 0.002;

    /** Normal deviations that hold all but one of 16,000 means. */
    private static final double SURE = 4;

    private static final Frame RADAR = Frame.tangent(GeodeticPosition.ofDegrees(47.5, 11.2, 700));

    private final MotionModels bank = new MotionModels(List.of(new Motion(0, 1, 0.05, 1, 60)));
    private final MotionFilter filter = new MotionFilter(bank);
    private final Observer observer = new Observer();
    private final Beginning beginning = new Beginning(filter, observer);
    private final Transition transition = new Transition();
    private final Observation seen = new Observation();
    private final SensorState sensor = new SensorState(radar(RANGE_SIGMA));
    private SensorState believed = sensor;
    private double nees;
    private double nis;
    private int innovations;

    private static Sensor radar(double rangeSigma) {
        return new Sensor(
                0,
                "radar",
                Sensor.Kind.RADAR,
                -1,
                -1,
                RADAR,
                rangeSigma,
                AZIMUTH_SIGMA,
                ELEVATION_SIGMA,
                Double.NaN,
                0.9,
                10,
                PERIOD,
                450_000);
    }

    /** One target, begun at a distance over ground, at a height and a speed, and any heading. */
    private void run(SplittableRandom random, double distance, double height, double speed) {
        double azimuth = 2 * Math.PI * random.nextDouble();
        GeodeticPosition start =
                Wgs84.toGeodetic(RADAR.originX(), RADAR.originY(), RADAR.originZ());
        double radius = 6_371_000 + height;
        double[] world = new double[3];
        Wgs84.toEarthCentred(
                start.latitude() + distance * Math.cos(azimuth) / radius,
                start.longitude()
                        + distance * Math.sin(azimuth) / (radius * Math.cos(start.latitude())),
                height,
                world);
        // Straight on in the axes that the track will have, so that the model is exactly right.
        Measurement m = new Measurement();
        m.of(plot(random, world, 0), Sky.at(0), World.EARTH, RADAR);
        LiveTrack track = beginning.begin(m, believed, World.EARTH, 1);
        assertThat(track).isNotNull();
        track.existence = 0.99;
        double heading = 2 * Math.PI * random.nextDouble();
        double[] state = new double[6];
        track.frame.toLocal(world[0], world[1], world[2], state, 0);
        state[3] = speed * Math.sin(heading);
        state[4] = speed * Math.cos(heading);
        state[5] = 4 * random.nextGaussian();
        for (int k = 1; k <= STEPS; k++) {
            state = move(random, state);
            filter.predict(track.estimate, PERIOD);
            track.time = Sky.at(k * PERIOD);
            track.summarise(filter);
            track.frame.toWorld(state[0], state[1], state[2], world, 0);
            m.of(plot(random, world, k * PERIOD), track.time, World.EARTH, RADAR);
            observer.observe(track, m, believed, seen);
            if (k > YOUNG) {
                nis += filter.leastDistance(track.estimate, seen);
                innovations++;
            }
            filter.update(track.estimate, seen);
            track.summarise(filter);
        }
        nees += square(track, state);
    }

    private Plot plot(SplittableRandom random, double[] world, double seconds) {
        double[] local = new double[3];
        RADAR.toLocal(world[0], world[1], world[2], local, 0);
        double across = Math.hypot(local[0], local[1]);
        double azimuth = Math.atan2(local[0], local[1]) + AZIMUTH_SIGMA * random.nextGaussian();
        return new Plot(
                0,
                Sky.at(seconds),
                Sky.at(seconds),
                Origin.SIMULATED,
                Technology.PRIMARY,
                Math.hypot(across, local[2]) + RANGE_SIGMA * random.nextGaussian(),
                azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                Math.atan2(local[2], across) + ELEVATION_SIGMA * random.nextGaussian(),
                Double.NaN,
                Transponder.SILENT,
                -1);
    }

    private double[] move(SplittableRandom random, double[] state) {
        transition.of(bank, 0, PERIOD);
        double[] next = rows(transition.matrix).operate(state);
        double agility = MotionFilter.agility(state, new double[36], 0, 0);
        double[] normal = new double[6];
        for (int i = 0; i < 6; i++) {
            normal[i] = Math.sqrt(agility) * random.nextGaussian();
        }
        double[] noise =
                new CholeskyDecomposition(rows(transition.noise), 1e-9, 0).getL().operate(normal);
        for (int i = 0; i < 6; i++) {
            next[i] += noise[i];
        }
        return next;
    }

    private double square(LiveTrack track, double[] truth) {
        double[] mean = new double[6];
        double[] covariance = new double[36];
        filter.mean(track.estimate, mean);
        filter.covariance(track.estimate, mean, covariance);
        ArrayRealVector off = new ArrayRealVector(truth).subtract(new ArrayRealVector(mean));
        return off.dotProduct(
                new CholeskyDecomposition(rows(covariance), 1e-6, 0).getSolver().solve(off));
    }

    private static RealMatrix rows(double[] numbers) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(6, 6);
        for (int i = 0; i < 36; i++) {
            matrix.setEntry(i / 6, i % 6, numbers[i]);
        }
        return matrix;
    }

    private void runs(double kilometres, double height, double speed) {
        SplittableRandom random =
                new SplittableRandom(SEED + Math.round(1_000 * kilometres + height + speed));
        for (int run = 0; run < RUNS; run++) {
            run(random, 1_000 * kilometres, height, speed);
        }
        nees /= RUNS;
        nis /= innovations;
    }

    @ParameterizedTest
    @CsvSource({
        "5, 900, 60",
        "5, 2000, 150",
        "20, 3000, 60",
        "20, 6000, 150",
        "20, 9000, 280",
        "60, 9000, 60",
        "60, 9000, 250",
        "60, 12000, 600",
        "150, 9000, 150",
        "150, 11000, 250",
        "150, 15000, 900",
        "250, 11000, 250",
        "250, 11000, 600",
        "400, 11000, 250",
        "400, 15000, 600",
        "400, 20000, 900"
    })
    void shouldClaimTheTruth(double kilometres, double height, double speed) {
        runs(kilometres, height, speed);
        System.out.printf(
                "radar geometry %4.0f km %6.0f m %4.0f m/s: NEES %.2f of 6, NIS %.2f of 3%n",
                kilometres, height, speed, nees, nis);
        assertThat(nees).as("NEES").isCloseTo(6, within(SURE * Math.sqrt(12.0 / RUNS)));
        assertThat(nis).as("NIS").isCloseTo(3, within(SURE * Math.sqrt(6.0 / innovations)));
    }

    /** The test itself: a filter that is told too small an error must be found out. */
    @ParameterizedTest
    @CsvSource({"20, 6000, 150", "150, 11000, 250"})
    void shouldFindAFilterOutThatBelievesItsRadarTooMuch(
            double kilometres, double height, double speed) {
        believed = new SensorState(radar(RANGE_SIGMA / 2));
        runs(kilometres, height, speed);
        assertThat(nees).isGreaterThan(6 + 5 * Math.sqrt(12.0 / RUNS));
        assertThat(nis).isGreaterThan(3 + 5 * Math.sqrt(6.0 / innovations));
    }
}
