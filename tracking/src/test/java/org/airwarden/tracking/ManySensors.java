package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;

/**
 * A sky for tests of registration: traffic that crosses the area of three radars, a multilateration
 * system and an ADS-B station, some of it turning, and faults of any of them. All is drawn from a
 * seed; inputs come in the order of their arrival.
 */
final class ManySensors {
    static final int FIRST = 0;
    static final int SECOND = 1;
    static final int THIRD = 2;
    static final int ADSB = 3;
    static final int MLAT = 4;
    static final long START = 1_700_000_000L * Time.SECOND;
    static final double RANGE_SIGMA = 40;
    static final double AZIMUTH_SIGMA = Math.toRadians(0.06);
    private static final double POSITION_SIGMA = 15;

    private static final GeodeticPosition MIDDLE = GeodeticPosition.ofDegrees(48.2, 16.5, 0);
    static final Frame PLAIN = Frame.tangent(MIDDLE);
    private static final GeodeticPosition[] SITES = {
        GeodeticPosition.ofDegrees(48.1, 16.4, 200),
        GeodeticPosition.ofDegrees(48.7, 16.9, 350),
        GeodeticPosition.ofDegrees(47.9, 17.3, 150),
        GeodeticPosition.ofDegrees(48.2, 16.5, 300),
    };
    private static final double[] PERIODS = {4, 5, 6, 1, 1};

    /** What is wrong with a sensor, from a time on (s) to another. */
    static final class Fault {
        double range;
        double scale;
        double azimuth;
        double time;
        double east;
        double north;
        double from;
        double to = Double.POSITIVE_INFINITY;

        boolean isOn(double seconds) {
            return seconds >= from && seconds < to;
        }
    }

    /** What transponders tell the radars. */
    enum Words {
        ADDRESS,
        CODE,
        NOTHING
    }

    final Fault[] faults = {new Fault(), new Fault(), new Fault(), new Fault(), new Fault()};
    Words words = Words.ADDRESS;
    boolean adsb = true;
    boolean mlat;
    double equipped = 1;
    int aircraft = 20;
    int radars = 3;
    double drift;
    double detection = 0.95;

    private final Random random;

    ManySensors(long seed) {
        random = new Random(seed);
    }

    /** A path over the plain: from a place, straight or in a wide turn. */
    private record Path(
            double x, double y, double height, double speed, double course, double rate, int code) {
        double[] at(double t) {
            double c = course + rate * t;
            double px = x;
            double py = y;
            if (rate == 0) {
                px += speed * t * Math.sin(course);
                py += speed * t * Math.cos(course);
            } else {
                px += speed / rate * (Math.cos(course) - Math.cos(c));
                py += speed / rate * (Math.sin(c) - Math.sin(course));
            }
            double[] world = new double[3];
            PLAIN.toWorld(px, py, 0, world, 0);
            GeodeticPosition below = Wgs84.toGeodetic(world[0], world[1], world[2]);
            Wgs84.toEarthCentred(below.latitude(), below.longitude(), height, world);
            return new double[] {
                world[0], world[1], world[2], speed * Math.sin(c), speed * Math.cos(c)
            };
        }
    }

    private final List<Path> paths = new ArrayList<>();

    /** Where the aircraft are at a time (s): earth-centred. */
    List<double[]> truth(double seconds) {
        return paths.stream().map(path -> path.at(seconds)).toList();
    }

    static long at(double seconds) {
        return START + Time.ofSeconds(seconds);
    }

    static Site site() {
        List<Sensor> sensors = new ArrayList<>();
        for (int i = FIRST; i <= THIRD; i++) {
            sensors.add(sensor(i, Sensor.Kind.RADAR, Frame.tangent(SITES[i])));
        }
        sensors.add(sensor(ADSB, Sensor.Kind.ADSB, Frame.tangent(SITES[ADSB])));
        sensors.add(sensor(MLAT, Sensor.Kind.MLAT, null));
        return new Site(START, "test", World.EARTH, sensors);
    }

    private static Sensor sensor(int id, Sensor.Kind kind, Frame at) {
        boolean radar = kind == Sensor.Kind.RADAR;
        return new Sensor(
                id,
                "S" + id,
                kind,
                -1,
                -1,
                at,
                radar ? RANGE_SIGMA : Double.NaN,
                radar ? AZIMUTH_SIGMA : Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                radar ? PERIODS[id] : Double.NaN,
                radar ? 250_000 : Double.NaN);
    }

    /** Returns all inputs of so many seconds. */
    List<Input> inputs(double seconds) {
        for (int i = 0; i < aircraft; i++) {
            boolean turning = i % 4 == 3;
            paths.add(
                    new Path(
                            (random.nextDouble() - 0.5) * 200_000,
                            (random.nextDouble() - 0.5) * 200_000,
                            4_000 + 7_000 * random.nextDouble(),
                            150 + 100 * random.nextDouble(),
                            2 * Math.PI * random.nextDouble(),
                            turning ? (random.nextBoolean() ? 1 : -1) * Math.toRadians(0.5) : 0,
                            01001 + 8 * i + i % 7));
        }
        List<Input> inputs = new ArrayList<>();
        for (int r = 0; r < radars; r++) {
            for (int i = 0; i < aircraft; i++) {
                double phase = random.nextDouble() * PERIODS[r];
                for (double t = phase; t < seconds; t += PERIODS[r]) {
                    if (random.nextDouble() < detection) {
                        inputs.add(plot(r, paths.get(i), i, t));
                    }
                }
            }
        }
        for (int s = ADSB; s <= MLAT; s++) {
            if (s == ADSB ? !adsb : !mlat) {
                continue;
            }
            for (int i = 0; i < aircraft * equipped; i++) {
                double latency = 0.05 * random.nextGaussian();
                for (double t = random.nextDouble(); t < seconds; t += PERIODS[s]) {
                    inputs.add(position(s, paths.get(i), i, t, s == ADSB ? latency : 0));
                }
            }
        }
        for (double t = 1; t < seconds; t++) {
            inputs.add(new Tick(at(t)));
        }
        inputs.sort(Comparator.comparingLong(Input::received));
        inputs.addFirst(Settings.standard(START));
        inputs.addFirst(site());
        return inputs;
    }

    private Transponder says(Path path, int i, Words told) {
        return switch (told) {
            case ADDRESS ->
                    new Transponder(
                            0x440000 + i,
                            true,
                            path.code,
                            null,
                            new PressureHeight(path.height),
                            Transponder.Ground.AIRBORNE,
                            Transponder.Emergency.NONE);
            case CODE ->
                    new Transponder(
                            -1,
                            true,
                            path.code,
                            null,
                            new PressureHeight(path.height),
                            Transponder.Ground.AIRBORNE,
                            Transponder.Emergency.NONE);
            case NOTHING -> Transponder.SILENT;
        };
    }

    private Plot plot(int sensor, Path path, int i, double t) {
        Fault fault = faults[sensor].isOn(t) ? faults[sensor] : new Fault();
        double[] world = path.at(t);
        double[] local = new double[3];
        Frame.tangent(SITES[sensor]).toLocal(world[0], world[1], world[2], local, 0);
        // East, north: the site as stated less where it stands.
        double x = local[0] + fault.east;
        double y = local[1] + fault.north;
        double range = Math.sqrt(x * x + y * y + local[2] * local[2]);
        double azimuth = Math.atan2(x, y) + fault.azimuth + AZIMUTH_SIGMA * random.nextGaussian();
        double elevation =
                words == Words.NOTHING
                        ? Math.asin(local[2] / range) + 0.002 * random.nextGaussian()
                        : Double.NaN;
        double turned = azimuth % (2 * Math.PI);
        double late = fault.time + drift * (sensor == FIRST ? t : 0);
        return new Plot(
                sensor,
                at(t + late),
                at(t + 0.05 + 0.1 * random.nextDouble()),
                Origin.RECORDED,
                words == Words.NOTHING ? Technology.PRIMARY : Technology.MODE_S,
                range * (1 + fault.scale) + fault.range + RANGE_SIGMA * random.nextGaussian(),
                turned < 0 ? turned + 2 * Math.PI : turned,
                elevation,
                Double.NaN,
                says(path, i, words),
                -1);
    }

    private PositionReport position(int sensor, Path path, int i, double t, double latency) {
        Fault fault = faults[sensor].isOn(t) ? faults[sensor] : new Fault();
        double[] world = path.at(t - latency);
        GeodeticPosition place = Wgs84.toGeodetic(world[0], world[1], world[2]);
        double north = fault.north + POSITION_SIGMA * random.nextGaussian();
        double east = fault.east + POSITION_SIGMA * random.nextGaussian();
        return new PositionReport(
                sensor,
                at(t + fault.time),
                at(t + 0.1 + 0.1 * random.nextDouble()),
                Origin.RECORDED,
                sensor == ADSB ? Technology.ADSB : Technology.MLAT,
                place.latitude() + north / 6_371_000,
                place.longitude() + east / (6_383_000 * Math.cos(place.latitude())),
                sensor == ADSB ? new GeometricHeight(path.height) : null,
                POSITION_SIGMA,
                sensor == ADSB ? world[3] : Double.NaN,
                sensor == ADSB ? world[4] : Double.NaN,
                Double.NaN,
                says(path, i, Words.ADDRESS),
                -1);
    }
}
