package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.identification.Clue;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;
import org.airwarden.model.TrackSource;
import org.airwarden.picture.AirPicture;
import org.jspecify.annotations.Nullable;

/**
 * A post's picture by the engine that runs live: sensors' reports go into an {@link AirPicture},
 * and its tracks are what the post acts on. Which mover is behind a track is worked out from where
 * the track is, for the physics of answers and echoes alone. One thread.
 */
final class PictureView implements PostView {
    /** A track is of the mover that is nearest to it, within this (m). */
    private static final double BEHIND = 6_000;

    private static final long LOOK_AGAIN = 4_000_000_000L;
    private static final long SOURCE_VALID = 30_000_000_000L;
    private static final double TURNED = StrictMath.toRadians(1.5);
    private static final double AIRPORT_HEIGHT = 1_500;

    /** 95 % of a circular normal distribution lie within this many standard deviations. */
    private static final double CIRCLE_95 = 2.4477;

    private final Prepared prepared;
    private final Reporting reporting;
    private final Airborne airborne;
    private final double[] north;
    private final int batteries;
    private final AirPicture picture;
    private final Map<TrackNumber, HeldTrack> tracks = new LinkedHashMap<>();
    private final List<HeldTrack> held = new ArrayList<>();
    private final double[] place = new double[3];
    private List<HeldTrack> changes = new ArrayList<>();
    private long now;

    /**
     * Makes one.
     *
     * @param number the post's place in the list
     * @param north by how much each sensor's north is wrong (rad), as it changes
     */
    PictureView(
            int number,
            int batteries,
            Prepared prepared,
            Reporting reporting,
            Airborne airborne,
            double[] north) {
        this.prepared = prepared;
        this.reporting = reporting;
        this.airborne = airborne;
        this.north = north;
        this.batteries = batteries;
        picture = new AirPicture(number, Origin.SIMULATED);
        picture.accept(siteWithPosts(), change -> {});
    }

    /** Posts are sensors of each other: centres that send system tracks. */
    private Site siteWithPosts() {
        Site site = reporting.site();
        List<Sensor> sensors = new ArrayList<>(site.sensors());
        for (Post post : prepared.scenario().posts()) {
            double unknown = Double.NaN;
            sensors.add(
                    new Sensor(
                            sensors.size(),
                            post.name(),
                            Sensor.Kind.SYSTEM,
                            -1,
                            -1,
                            null,
                            unknown,
                            unknown,
                            unknown,
                            unknown,
                            unknown,
                            unknown,
                            Network.TELL_AGAIN / 1e9,
                            unknown));
        }
        return new Site(site.received(), site.name(), site.world(), sensors);
    }

    @Override
    public void hear(int sensor, List<Detection> looks, long time, List<HeldTrack> changed) {
        begin(time, changed);
        for (int i = 0; i < looks.size(); i++) {
            for (SensorReport report : reporting.reports(looks.get(i), epoch(time))) {
                picture.accept(report, this::take);
            }
        }
    }

    @Override
    public void told(int from, HeldTrack track, long time, List<HeldTrack> changed) {
        begin(time, changed);
        GeodeticPosition at = Wgs84.toGeodetic(track.x, track.y, track.z);
        double[] local = new double[3];
        Frame.tangent(at).directionToLocal(track.vx, track.vy, track.vz, local, 0);
        picture.accept(
                new PositionReport(
                        prepared.scenario().sensors().size() + from,
                        epoch(track.last),
                        epoch(time),
                        Origin.SIMULATED,
                        Technology.SYSTEM_TRACK,
                        at.latitude(),
                        at.longitude(),
                        new GeometricHeight(at.height()),
                        Math.max(30, track.accuracy / CIRCLE_95),
                        local[0],
                        local[1],
                        local[2],
                        track.said,
                        track.number),
                this::take);
        HeldTrack same = nearest(track.x, track.y, track.z, track.last);
        if (same != null) {
            same.told = track.identity;
            same.leaveTo(track, time);
        }
    }

    @Override
    public void beam(RadarWatch radar, long at, long time) {
        begin(time, new ArrayList<>());
        picture.accept(reporting.service(radar, at, epoch(time)), this::take);
    }

    @Override
    public void tick(long time, List<HeldTrack> changed) {
        begin(time, changed);
        picture.accept(new Tick(epoch(time)), this::take);
    }

    private void begin(long time, List<HeldTrack> changed) {
        now = time;
        changes = changed;
    }

    private long epoch(long time) {
        return prepared.scenario().start() + time;
    }

    private void take(PictureChange change) {
        switch (change) {
            case PictureChange.TrackChanged(long at, Track track) -> {
                HeldTrack ours = tracks.get(track.number());
                if (ours == null) {
                    ours = new HeldTrack(track.number().serial(), batteries);
                    ours.mover = -1;
                    ours.first = track.began() - prepared.scenario().start();
                    tracks.put(track.number(), ours);
                    held.add(ours);
                }
                update(ours, track);
                if (changes.isEmpty() || changes.getLast() != ours) {
                    changes.add(ours);
                }
            }
            case PictureChange.TrackEnded ended -> {
                HeldTrack ours = tracks.remove(ended.number());
                if (ours != null) {
                    held.remove(ours);
                }
            }
            case PictureChange.SensorChanged sensor -> {
                // what registration finds works inside of the picture
            }
        }
    }

    private void update(HeldTrack ours, Track track) {
        Kinematics kinematics = track.kinematics();
        boolean isNew = ours.looks == 0;
        ours.x = kinematics.x();
        ours.y = kinematics.y();
        ours.z = kinematics.z();
        ours.vx = kinematics.vx();
        ours.vy = kinematics.vy();
        ours.vz = kinematics.vz();
        ours.height = Wgs84.toGeodetic(ours.x, ours.y, ours.z).height();
        ours.last = track.time() - prepared.scenario().start();
        ours.accuracy = Double.isNaN(track.accuracy()) ? 1_000 : track.accuracy();
        ours.said = track.said();
        ours.looks = 2; // the picture tells confirmed tracks alone
        hearSources(ours, track);
        if (isNew) {
            place[0] = ours.x;
            place[1] = ours.y;
            place[2] = ours.z;
            if (prepared.isAtAirport(place, ours.height, AIRPORT_HEIGHT)) {
                ours.lasting |= Clue.FROM_AIRPORT.bit();
            }
        }
        if (ours.behind <= now - LOOK_AGAIN) {
            ours.behind = now;
            ours.mover = moverBehind(ours);
        }
    }

    private void hearSources(HeldTrack ours, Track track) {
        ours.sensors = 0;
        int only = -1;
        boolean replies = track.said().hasMode3A() || track.said().hasAddress();
        for (TrackSource source : track.sources()) {
            long last = source.last() - prepared.scenario().start();
            if (last < now - SOURCE_VALID) {
                continue;
            }
            ours.sensors |= 1L << source.sensor();
            only = Long.bitCount(ours.sensors) == 1 ? source.sensor() : -1;
            if (source.technology() == Technology.ADSB) {
                ours.lastBroadcast = Math.max(ours.lastBroadcast, last);
            } else if (replies && source.technology() != Technology.PRIMARY) {
                ours.lastReply = Math.max(ours.lastReply, last);
            }
        }
        boolean turned = only >= 0 && only < north.length && Math.abs(north[only]) > TURNED;
        ours.positionFrom = turned ? only : -1;
    }

    private int moverBehind(HeldTrack track) {
        place[0] = track.x;
        place[1] = track.y;
        place[2] = track.z;
        if (track.positionFrom >= 0) {
            int sensor = track.positionFrom;
            Encounter.turn(prepared.sensorFrame(sensor), -north[sensor], place);
        }
        int best = -1;
        double least = BEHIND * BEHIND;
        for (int i = 0; i < airborne.size(); i++) {
            if (airborne.isFlying(i, track.last)) {
                Mover.State at = airborne.at(i, track.last);
                double dx = at.x - place[0];
                double dy = at.y - place[1];
                double dz = at.z - place[2];
                double square = dx * dx + dy * dy + dz * dz;
                if (square < least) {
                    least = square;
                    best = i;
                }
            }
        }
        return best;
    }

    @Override
    public @Nullable HeldTrack same(HeldTrack track, long time) {
        return nearest(track.x, track.y, track.z, track.last);
    }

    /** Returns the track that is nearest to a place where something was at a time. */
    private @Nullable HeldTrack nearest(double x, double y, double z, long time) {
        HeldTrack best = null;
        double least = BEHIND * BEHIND;
        for (int i = 0; i < held.size(); i++) {
            HeldTrack one = held.get(i);
            double ahead = (time - one.last) / 1e9;
            double dx = one.x + ahead * one.vx - x;
            double dy = one.y + ahead * one.vy - y;
            double dz = one.z + ahead * one.vz - z;
            double square = dx * dx + dy * dy + dz * dz;
            if (square < least) {
                least = square;
                best = one;
            }
        }
        return best;
    }

    @Override
    public @Nullable HeldTrack of(int mover) {
        for (HeldTrack one : held) {
            if (one.mover == mover) {
                return one;
            }
        }
        return null;
    }
}
