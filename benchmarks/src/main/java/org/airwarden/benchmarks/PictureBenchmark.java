package org.airwarden.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.picture.AirPicture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One second of a picture: a report from each aircraft, and a tick. The bound is real time: a
 * second must take less than a second. How it grows with the number of aircraft is the figure that
 * counts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PictureBenchmark {
    private static final double SPEED = 220;
    private static final double EARTH_RADIUS = 6_371_000;

    @Param({"100", "1000", "10000"})
    private int aircraft;

    private AirPicture picture = new AirPicture(1, Origin.RECORDED);
    private double[] latitude = {};
    private double[] longitude = {};
    private double[] course = {};
    private long second;

    /** Spreads the aircraft over a continent and lets their tracks settle. */
    @Setup
    public void settle() {
        SplittableRandom random = new SplittableRandom(42);
        latitude = new double[aircraft];
        longitude = new double[aircraft];
        course = new double[aircraft];
        for (int i = 0; i < aircraft; i++) {
            latitude[i] = StrictMath.toRadians(random.nextDouble(36, 60));
            longitude[i] = StrictMath.toRadians(random.nextDouble(-10, 30));
            course[i] = random.nextDouble(2 * StrictMath.PI);
        }
        picture = new AirPicture(1, Origin.RECORDED);
        double unknown = Double.NaN;
        Sensor station =
                new Sensor(
                        0,
                        "ADS-B",
                        Sensor.Kind.ADSB,
                        -1,
                        -1,
                        null,
                        unknown,
                        unknown,
                        unknown,
                        20,
                        unknown,
                        unknown,
                        1,
                        unknown);
        picture.accept(new Site(0, "continent", World.EARTH, List.of(station)), c -> {});
        picture.accept(Settings.standard(0), c -> {});
        second = 1;
        for (int i = 0; i < 5; i++) {
            run(null);
        }
    }

    /** One second. */
    @Benchmark
    public void oneSecond(Blackhole hole) {
        run(hole);
    }

    private void run(@Nullable Blackhole hole) {
        long now = second * Time.SECOND;
        double step = SPEED / EARTH_RADIUS;
        for (int i = 0; i < aircraft; i++) {
            latitude[i] += step * StrictMath.cos(course[i]);
            longitude[i] += step * StrictMath.sin(course[i]) / StrictMath.cos(latitude[i]);
            if (latitude[i] > 1.1 || latitude[i] < 0.6) {
                course[i] = StrictMath.PI - course[i];
            }
            long measured = now + i * (Time.SECOND / aircraft);
            picture.accept(
                    new PositionReport(
                            0,
                            measured,
                            measured,
                            Origin.RECORDED,
                            Technology.ADSB,
                            latitude[i],
                            longitude[i],
                            null,
                            20,
                            SPEED * StrictMath.sin(course[i]),
                            SPEED * StrictMath.cos(course[i]),
                            0,
                            new Transponder(
                                    0x400000 + i,
                                    true,
                                    -1,
                                    null,
                                    new PressureHeight(10_000),
                                    Transponder.Ground.AIRBORNE,
                                    Transponder.Emergency.NONE),
                            -1),
                    change -> {
                        if (hole != null) {
                            hole.consume(change);
                        }
                    });
        }
        second++;
        picture.accept(new Tick(second * Time.SECOND), change -> {});
    }
}
