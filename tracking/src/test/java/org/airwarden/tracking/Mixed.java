package org.airwarden.tracking;

import static org.airwarden.tracking.Sky.START;
import static org.airwarden.tracking.Sky.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Origin;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Sky.Aircraft;

/** A sky with every kind of source. */
final class Mixed {
    static final int RADAR = Sky.RADAR;
    static final int ADSB = Sky.ADSB;
    static final int MLAT = Sky.MLAT;
    static final int SYSTEM = 4;
    static final int WEST = 5;
    static final int EAST = 6;
    static final int NORTH = 7;
    static final int POST = 8;
    static final int CALLS = 9;
    static final double SIGMA = Math.toRadians(0.5);

    private static final Frame[] FINDERS = {
        frame(48.0, 16.0, 200), frame(48.0, 17.2, 150), frame(48.9, 16.6, 300),
    };
    static final Frame POST_AT = frame(48.3, 16.5, 180);

    final Sky sky;
    final Random random;

    Mixed(long seed) {
        this(new Tracker(7), new Random(seed));
    }

    Mixed(Tracker tracker, Random random) {
        sky = new Sky(tracker, random);
        this.random = random;
    }

    Mixed open() {
        sky.take(site());
        sky.take(Settings.standard(START));
        return this;
    }

    private static Frame frame(double latitude, double longitude, double height) {
        return Frame.tangent(GeodeticPosition.ofDegrees(latitude, longitude, height));
    }

    static Site site() {
        List<Sensor> sensors = new ArrayList<>(Sky.site().sensors().subList(0, 4));
        sensors.add(sensor(SYSTEM, Sensor.Kind.SYSTEM, null, 4));
        for (int i = 0; i < FINDERS.length; i++) {
            sensors.add(sensor(WEST + i, Sensor.Kind.DIRECTION_FINDER, FINDERS[i], 2));
        }
        sensors.add(sensor(POST, Sensor.Kind.OBSERVER, POST_AT, Double.NaN));
        sensors.add(sensor(CALLS, Sensor.Kind.OBSERVER, null, Double.NaN));
        return new Site(START, "mixed", World.EARTH, sensors);
    }

    private static Sensor sensor(int id, Sensor.Kind kind, Frame at, double period) {
        return new Sensor(
                id,
                "S" + id,
                kind,
                -1,
                -1,
                at,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                period,
                Double.NaN);
    }

    /** Where a sensor sees an aircraft, in its own axes (m). */
    static double[] seenFrom(int sensor, Aircraft aircraft, double seconds) {
        GeodeticPosition place = aircraft.place(seconds);
        double[] local = new double[3];
        Wgs84.toEarthCentred(place.latitude(), place.longitude(), place.height(), local);
        Frame at = sensor == RADAR ? Sky.HERE : FINDERS[sensor - WEST];
        at.toLocal(local[0], local[1], local[2], local, 0);
        return local;
    }

    Strobe strobe(int sensor, Aircraft aircraft, double seconds) {
        double[] local = seenFrom(sensor, aircraft, seconds);
        double azimuth = Math.atan2(local[0], local[1]) + SIGMA * random.nextGaussian();
        return new Strobe(
                sensor,
                at(seconds),
                at(seconds) + 50 * Time.MILLISECOND,
                Origin.RECORDED,
                Strobe.Kind.JAMMING,
                azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                SIGMA,
                Double.NaN,
                Double.NaN);
    }

    /** A position as somebody tells it, off by so much (m). */
    static PositionReport told(
            int sensor,
            Technology technology,
            Aircraft aircraft,
            double seconds,
            double east,
            double north,
            double sigma,
            double velocityEast,
            double velocityNorth,
            Transponder said) {
        GeodeticPosition place = aircraft.place(seconds);
        double radius = 6_371_000 + aircraft.height();
        return new PositionReport(
                sensor,
                at(seconds),
                at(seconds) + 100 * Time.MILLISECOND,
                Origin.RECORDED,
                technology,
                place.latitude() + north / radius,
                place.longitude() + east / (radius * Math.cos(place.latitude())),
                technology == Technology.ADSB ? new GeometricHeight(place.height()) : null,
                sigma,
                velocityEast,
                velocityNorth,
                Double.NaN,
                said,
                -1);
    }

    /** Error of a track: east, north (m), and its squared deviations. */
    static double[] error(Track track, Aircraft aircraft) {
        GeodeticPosition place = aircraft.place(Time.secondsBetween(START, track.time()));
        Frame there = Frame.tangent(new GeodeticPosition(place.latitude(), place.longitude(), 0));
        double[] local = new double[3];
        there.toLocal(
                track.kinematics().x(), track.kinematics().y(), track.kinematics().z(), local, 0);
        double[] turned = covariance(track, there);
        double determinant = turned[0] * turned[2] - turned[1] * turned[1];
        double square =
                (turned[2] * local[0] * local[0]
                                - 2 * turned[1] * local[0] * local[1]
                                + turned[0] * local[1] * local[1])
                        / determinant;
        return new double[] {local[0], local[1], square};
    }

    /** A track's covariance of position in level axes: east, east and north, north (m^2). */
    static double[] covariance(Track track, Frame there) {
        double[] east = {there.eastX(), there.eastY(), there.eastZ()};
        double[] north = {there.northX(), there.northY(), there.northZ()};
        return new double[] {
            form(track, east, east), form(track, east, north), form(track, north, north)
        };
    }

    private static double form(Track track, double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += a[i] * b[j] * track.kinematics().covariance().at(i, j);
            }
        }
        return sum;
    }
}
