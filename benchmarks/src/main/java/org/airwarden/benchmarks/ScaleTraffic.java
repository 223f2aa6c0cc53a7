package org.airwarden.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;

/**
 * Made-up traffic over a continent as 30 overlapping radars and ADS-B report it: about 0.5 reports
 * a second and aircraft, the proportion of ARTAS's published 2,000 reports/s on 4,000 tracks.
 *
 * <p>Thirty radars stand on a grid of 6 by 5 over 2,100 by 1,500 km, each with a reach of 300 km
 * and a turn of 8 to 12 s: 18 tell the 24-bit address and height (Mode S), 8 the Mode A code and
 * height, 4 are primary radars that tell range and azimuth alone. Each radar adds false plots
 * without any identity. Seven of ten aircraft tell their position by ADS-B every 2 s. Reports
 * arrive 0.2 s after they were measured. Aircraft fly straight or turn at up to 3 degrees a second,
 * at heights from 600 to 12,000 m; the area stays the same whatever their number.
 *
 * <p>Events lie in a wheel of 10 ms, so that a second costs what happens in it. Seeded; not
 * thread-safe.
 */
final class ScaleTraffic {
    static final int RADARS = 30;
    private static final double REACH = 300_000;
    private static final double SOUTH = StrictMath.toRadians(43);
    private static final double WEST = StrictMath.toRadians(-2);
    private static final double HEIGHT = 1_500_000;
    private static final double WIDTH = 2_100_000;
    private static final double EARTH_RADIUS = 6_371_000;
    private static final double RANGE_SIGMA = 60;
    private static final double AZIMUTH_SIGMA = StrictMath.toRadians(0.07);
    private static final double DETECTION = 0.95;
    private static final double EQUIPPED = 0.7;
    private static final double SQUITTER = 2;
    private static final long DELAY = Time.ofSeconds(0.2);

    /** Events lie in slots of so many nanoseconds; the wheel holds a little over 20 s. */
    private static final long SLOT = 10_000_000;

    private static final int SLOTS = 2_048;

    private final int aircraft;
    private final int falsePlots;
    private final SplittableRandom random;
    private final double[] latitude;
    private final double[] longitude;
    private final double[] course;
    private final double[] speed;
    private final double[] turn;
    private final double[] height;
    private final double[] climb;
    private final long[] moved;
    private final Transponder[] voice;
    private final Frame[] site = new Frame[RADARS];
    private final double[] period = new double[RADARS];

    /** Events: who looks (a radar's number, {@link #RADARS} for ADS-B) at which aircraft. */
    private int[] eventSensor = new int[1024];

    private int[] eventAircraft = new int[1024];
    private int[] eventNext = new int[1024];
    private int events;
    private final int[] wheel = new int[SLOTS];
    private final double[] world = new double[3];
    private final double[] local = new double[3];

    /**
     * @param aircraft how many fly
     * @param falsePlots false plots a turn of each radar
     * @param seed what chance begins from
     */
    ScaleTraffic(int aircraft, int falsePlots, long seed) {
        this.aircraft = aircraft;
        this.falsePlots = falsePlots;
        random = new SplittableRandom(seed);
        latitude = new double[aircraft];
        longitude = new double[aircraft];
        course = new double[aircraft];
        speed = new double[aircraft];
        turn = new double[aircraft];
        height = new double[aircraft];
        climb = new double[aircraft];
        moved = new long[aircraft];
        voice = new Transponder[aircraft];
        java.util.Arrays.fill(wheel, -1);
        for (int r = 0; r < RADARS; r++) {
            double north = (r / 6 + 0.5) / 5 * HEIGHT;
            double east = (r % 6 + 0.5) / 6 * WIDTH;
            double at = SOUTH + north / EARTH_RADIUS;
            site[r] =
                    Frame.tangent(
                            new GeodeticPosition(
                                    at,
                                    WEST + east / (EARTH_RADIUS * StrictMath.cos(at)),
                                    100 + 20 * r));
            period[r] = 8 + r % 5;
        }
        for (int a = 0; a < aircraft; a++) {
            spread(a);
        }
    }

    private void spread(int a) {
        latitude[a] = SOUTH + random.nextDouble(HEIGHT) / EARTH_RADIUS;
        longitude[a] =
                WEST + random.nextDouble(WIDTH) / (EARTH_RADIUS * StrictMath.cos(latitude[a]));
        course[a] = random.nextDouble(2 * Math.PI);
        speed[a] = random.nextDouble(90, 260);
        height[a] = random.nextDouble(600, 12_000);
        voice[a] =
                new Transponder(
                        0x100000 + a,
                        true,
                        (int) (a * 2_654_435_761L >>> 8 & 0xFFF),
                        null,
                        new PressureHeight(height[a]),
                        Transponder.Ground.AIRBORNE,
                        Transponder.Emergency.NONE);
        where(a, 0);
        for (int r = 0; r < RADARS; r++) {
            site[r].toLocal(world[0], world[1], world[2], local, 0);
            double range = Math.sqrt(local[0] * local[0] + local[1] * local[1]);
            if (range < REACH + 40_000) {
                double phase = StrictMath.atan2(local[0], local[1]) / (2 * Math.PI);
                schedule(r, a, Time.ofSeconds((phase < 0 ? phase + 1 : phase) * period[r]));
            }
        }
        if (random.nextDouble() < EQUIPPED) {
            schedule(RADARS, a, Time.ofSeconds(random.nextDouble(SQUITTER)));
        }
    }

    /** Returns the sensors, as a site. */
    Site site() {
        List<Sensor> sensors = new ArrayList<>();
        double unknown = Double.NaN;
        for (int r = 0; r < RADARS; r++) {
            sensors.add(
                    new Sensor(
                            r,
                            "radar " + r,
                            Sensor.Kind.RADAR,
                            -1,
                            -1,
                            site[r],
                            RANGE_SIGMA,
                            AZIMUTH_SIGMA,
                            unknown,
                            unknown,
                            DETECTION,
                            falsePlots == 0 ? unknown : falsePlots,
                            period[r],
                            REACH));
        }
        sensors.add(
                new Sensor(
                        RADARS,
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
                        SQUITTER,
                        unknown));
        return new Site(0, "continent", World.EARTH, sensors);
    }

    /** Adds a second's reports in the order in which they are received. */
    void second(int second, List<SensorReport> reports) {
        int slots = (int) (Time.SECOND / SLOT);
        for (int s = 0; s < slots; s++) {
            long slot = (long) second * slots + s;
            int event = wheel[(int) (slot % SLOTS)];
            wheel[(int) (slot % SLOTS)] = -1;
            long time = slot * SLOT;
            while (event >= 0) {
                int next = eventNext[event];
                look(event, time, reports);
                event = next;
            }
            for (int r = 0; r < RADARS; r++) {
                double mean = falsePlots * (SLOT / 1e9) / period[r];
                if (random.nextDouble() < mean) {
                    reports.add(falsePlot(r, time));
                }
            }
        }
    }

    private void look(int event, long time, List<SensorReport> reports) {
        int a = eventAircraft[event];
        int r = eventSensor[event];
        move(a, time);
        double next = r == RADARS ? SQUITTER * random.nextDouble(0.9, 1.1) : period[r];
        put(event, time + Time.ofSeconds(next));
        if (r == RADARS) {
            reports.add(told(a, time));
            return;
        }
        where(a, height[a]);
        site[r].toLocal(world[0], world[1], world[2], local, 0);
        double across = Math.sqrt(local[0] * local[0] + local[1] * local[1]);
        double range = Math.sqrt(across * across + local[2] * local[2]);
        if (range > REACH || local[2] < 0 || random.nextDouble() > DETECTION) {
            return;
        }
        double azimuth = StrictMath.atan2(local[0], local[1]) + AZIMUTH_SIGMA * gaussian();
        reports.add(
                new Plot(
                        r,
                        time,
                        time + DELAY,
                        Origin.RECORDED,
                        r % 7 == 6
                                ? Technology.PRIMARY
                                : isModeS(r) ? Technology.MODE_S : Technology.SECONDARY,
                        range + RANGE_SIGMA * gaussian(),
                        azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                        Double.NaN,
                        Double.NaN,
                        says(r, a),
                        -1));
    }

    private static boolean isModeS(int r) {
        return r % 7 != 6 && r % 3 != 2;
    }

    private Transponder says(int r, int a) {
        if (r % 7 == 6) {
            return Transponder.SILENT;
        }
        PressureHeight told = new PressureHeight(7.62 * Math.rint(height[a] / 7.62));
        Transponder all = voice[a];
        return new Transponder(
                isModeS(r) ? all.address() : -1,
                true,
                all.mode3A(),
                null,
                told,
                isModeS(r) ? Transponder.Ground.AIRBORNE : Transponder.Ground.UNKNOWN,
                Transponder.Emergency.NONE);
    }

    private PositionReport told(int a, long time) {
        double sigma = 15 / EARTH_RADIUS;
        return new PositionReport(
                RADARS,
                time,
                time + DELAY,
                Origin.RECORDED,
                Technology.ADSB,
                latitude[a] + sigma * gaussian(),
                longitude[a] + sigma * gaussian() / StrictMath.cos(latitude[a]),
                new GeometricHeight(height[a] + 10 * gaussian()),
                15,
                speed[a] * StrictMath.sin(course[a]) + gaussian(),
                speed[a] * StrictMath.cos(course[a]) + gaussian(),
                climb[a],
                new Transponder(
                        voice[a].address(),
                        true,
                        -1,
                        null,
                        new PressureHeight(7.62 * Math.rint(height[a] / 7.62)),
                        Transponder.Ground.AIRBORNE,
                        Transponder.Emergency.NONE),
                -1);
    }

    private Plot falsePlot(int r, long time) {
        // The aerial looks one way at a time.
        double turns = time / 1e9 / period[r];
        double azimuth = (turns - Math.floor(turns)) * 2 * Math.PI;
        return new Plot(
                r,
                time,
                time + DELAY,
                Origin.RECORDED,
                Technology.PRIMARY,
                random.nextDouble(2_000, REACH),
                azimuth,
                Double.NaN,
                Double.NaN,
                Transponder.SILENT,
                -1);
    }

    /** Lets an aircraft fly on to a time; now and then it begins or ends a turn or a climb. */
    private void move(int a, long time) {
        double left = (time - moved[a]) / 1e9;
        moved[a] = time;
        while (left > 0) {
            double step = Math.min(left, 0.5);
            left -= step;
            course[a] += turn[a] * step;
            height[a] = Math.max(300, Math.min(12_500, height[a] + climb[a] * step));
            double angle = speed[a] * step / EARTH_RADIUS;
            latitude[a] += angle * StrictMath.cos(course[a]);
            longitude[a] += angle * StrictMath.sin(course[a]) / StrictMath.cos(latitude[a]);
        }
        double north = (latitude[a] - SOUTH) * EARTH_RADIUS;
        double east = (longitude[a] - WEST) * EARTH_RADIUS * StrictMath.cos(latitude[a]);
        boolean leaving =
                north < 0 && StrictMath.cos(course[a]) < 0
                        || north > HEIGHT && StrictMath.cos(course[a]) > 0
                        || east < 0 && StrictMath.sin(course[a]) < 0
                        || east > WIDTH && StrictMath.sin(course[a]) > 0;
        if (leaving) {
            turn[a] = StrictMath.toRadians(3);
        } else if (random.nextInt(40) == 0) {
            turn[a] = random.nextInt(4) == 0 ? StrictMath.toRadians(random.nextDouble(-3, 3)) : 0;
            climb[a] = random.nextInt(4) == 0 ? random.nextDouble(-10, 10) : 0;
        }
    }

    private void where(int a, double up) {
        Wgs84.toEarthCentred(latitude[a], longitude[a], up, world);
    }

    private void schedule(int sensor, int a, long time) {
        if (events == eventNext.length) {
            eventSensor = java.util.Arrays.copyOf(eventSensor, events * 2);
            eventAircraft = java.util.Arrays.copyOf(eventAircraft, events * 2);
            eventNext = java.util.Arrays.copyOf(eventNext, events * 2);
        }
        eventSensor[events] = sensor;
        eventAircraft[events] = a;
        put(events++, time);
    }

    private void put(int event, long time) {
        int slot = (int) (time / SLOT % SLOTS);
        eventNext[event] = wheel[slot];
        wheel[slot] = event;
    }

    private double gaussian() {
        // Sum of twelve: near enough to normal for noise, and the same on every machine.
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    int aircraft() {
        return aircraft;
    }

    /**
     * Writes where an aircraft is in the world at the time that it last moved to, and that time.
     */
    long at(int a, double[] out) {
        Wgs84.toEarthCentred(latitude[a], longitude[a], height[a], out);
        return moved[a];
    }
}
