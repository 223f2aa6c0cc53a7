package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;

/** A sky for tests: aircraft that fly straight over the ellipsoid, and sensors that report them. */
final class Sky {
    static final long START = 1_700_000_000L * Time.SECOND;
    static final int RADAR = 0;
    static final int SECOND_RADAR = 1;
    static final int ADSB = 2;
    static final int MLAT = 3;
    static final int UNPLACED = 4;
    static final double RANGE_SIGMA = 40;
    static final double AZIMUTH_SIGMA = 0.0009;

    static final Frame HERE = Frame.tangent(GeodeticPosition.ofDegrees(48.1, 16.5, 200));
    static final Frame THERE = Frame.tangent(GeodeticPosition.ofDegrees(48.5, 16.9, 350));

    final Tracker tracker;
    final Random random;
    final List<PictureChange> changes = new ArrayList<>();

    Sky(long seed) {
        this(new Tracker(7), seed);
    }

    Sky(Tracker tracker, long seed) {
        this(tracker, new Random(seed));
    }

    /** Goes on with another tracker under the same noise. */
    Sky(Tracker tracker, Random random) {
        this.tracker = tracker;
        this.random = random;
    }

    /** Tells the tracker its sensors and settings. */
    Sky open() {
        take(site());
        take(Settings.standard(START));
        return this;
    }

    static Site site() {
        return new Site(
                START,
                "test",
                World.EARTH,
                List.of(
                        sensor(RADAR, Sensor.Kind.RADAR, HERE, 4),
                        sensor(SECOND_RADAR, Sensor.Kind.RADAR, THERE, 5),
                        sensor(ADSB, Sensor.Kind.ADSB, HERE, Double.NaN),
                        sensor(MLAT, Sensor.Kind.MLAT, null, Double.NaN),
                        sensor(UNPLACED, Sensor.Kind.RADAR, null, 4)));
    }

    static Sensor sensor(int id, Sensor.Kind kind, Frame at, double period) {
        return new Sensor(
                id,
                "S" + id,
                kind,
                -1,
                -1,
                at,
                RANGE_SIGMA,
                AZIMUTH_SIGMA,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                period,
                200_000);
    }

    void take(Input input) {
        tracker.accept(input, changes::add);
    }

    void tick(double seconds) {
        take(new Tick(at(seconds)));
    }

    static long at(double seconds) {
        return START + Time.ofSeconds(seconds);
    }

    List<Track> tracks() {
        List<Track> tracks = new ArrayList<>();
        tracker.forEachTrack(tracks::add);
        return tracks;
    }

    List<TrackEnded> ends() {
        return changes.stream()
                .filter(TrackEnded.class::isInstance)
                .map(TrackEnded.class::cast)
                .toList();
    }

    List<TrackChanged> updates() {
        return changes.stream()
                .filter(TrackChanged.class::isInstance)
                .map(TrackChanged.class::cast)
                .toList();
    }

    /** An aircraft: where it starts (deg, m), how it goes (m/s), its address and code, or -1. */
    record Aircraft(
            double latitude,
            double longitude,
            double height,
            double east,
            double north,
            int address,
            int code) {

        GeodeticPosition place(double seconds) {
            double radius = 6_371_000 + height;
            double latitudeNow = Math.toRadians(latitude) + north * seconds / radius;
            double across = radius * Math.cos(Math.toRadians(latitude));
            double longitudeNow = Math.toRadians(longitude) + east * seconds / across;
            return new GeodeticPosition(latitudeNow, longitudeNow, height);
        }

        Transponder says() {
            return new Transponder(
                    address,
                    true,
                    code,
                    null,
                    new PressureHeight(height),
                    Transponder.Ground.AIRBORNE,
                    Transponder.Emergency.NONE);
        }
    }

    /** What a radar reports of an aircraft at a time (s), received a little later. */
    Plot plot(int sensor, Aircraft aircraft, double seconds, Transponder said) {
        Frame at = sensor == SECOND_RADAR ? THERE : HERE;
        GeodeticPosition place = aircraft.place(seconds);
        double[] world = new double[3];
        Wgs84.toEarthCentred(place.latitude(), place.longitude(), place.height(), world);
        double[] local = new double[3];
        at.toLocal(world[0], world[1], world[2], local, 0);
        double range = Math.sqrt(local[0] * local[0] + local[1] * local[1] + local[2] * local[2]);
        double azimuth = Math.atan2(local[0], local[1]);
        azimuth += AZIMUTH_SIGMA * random.nextGaussian();
        return new Plot(
                sensor,
                at(seconds),
                at(seconds) + 50 * Time.MILLISECOND,
                Origin.RECORDED,
                said.hasAddress() ? Technology.MODE_S : Technology.SECONDARY,
                range + RANGE_SIGMA * random.nextGaussian(),
                azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                Double.NaN,
                Double.NaN,
                said,
                -1);
    }

    Plot plot(Aircraft aircraft, double seconds) {
        return plot(RADAR, aircraft, seconds, aircraft.says());
    }

    /** What a position sensor reports of an aircraft at a time (s). */
    PositionReport position(int sensor, Aircraft aircraft, double seconds, Transponder said) {
        GeodeticPosition place = aircraft.place(seconds);
        double sigma = 20;
        return new PositionReport(
                sensor,
                at(seconds),
                at(seconds) + 100 * Time.MILLISECOND,
                Origin.RECORDED,
                sensor == ADSB ? Technology.ADSB : Technology.MLAT,
                place.latitude() + sigma * random.nextGaussian() / 6_371_000,
                place.longitude() + sigma * random.nextGaussian() / 4_250_000,
                sensor == ADSB ? new GeometricHeight(place.height() + 60) : null,
                sigma,
                sensor == ADSB ? aircraft.east : Double.NaN,
                sensor == ADSB ? aircraft.north : Double.NaN,
                Double.NaN,
                said,
                -1);
    }

    /** Distance (m) from a track to where the aircraft is, along the surface. */
    static double miss(Track track, Aircraft aircraft) {
        GeodeticPosition place = aircraft.place(Time.secondsBetween(START, track.time()));
        Frame there = Frame.tangent(new GeodeticPosition(place.latitude(), place.longitude(), 0));
        double[] local = new double[3];
        there.toLocal(
                track.kinematics().x(), track.kinematics().y(), track.kinematics().z(), local, 0);
        return Math.hypot(local[0], local[1]);
    }
}
