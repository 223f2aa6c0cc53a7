package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.identification.Clue;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of a post, where what a sensor sees of one mover is known to be of one mover: the
 * quick way of running a scenario, in which detections are drawn and no tracker works.
 *
 * <p>What a sensor reports whose north is wrong lies elsewhere, and is a track of its own: nobody
 * at the post can know that it is the same aircraft, unless registration is checked against an
 * aircraft that also broadcasts. One thread.
 */
final class PostTracks implements PostView {
    /** A sensor that is turned by more puts aircraft where nobody takes them for the same (rad). */
    private static final double TURNED = StrictMath.toRadians(1.5);

    private static final long CO_OBSERVED = 12_000_000_000L;
    private static final long NEW_AFTER = 60_000_000_000L;
    private static final double AIRPORT_HEIGHT = 1_500;

    private final Prepared prepared;
    private final boolean checksRegistration;
    private final int batteries;
    private final Airborne airborne;
    private final double[] north;
    private final @Nullable HeldTrack[] own;
    private final @Nullable HeldTrack[] displaced;
    private final List<HeldTrack> shifted = new ArrayList<>();
    private final double[] place = new double[3];
    private final double[] speed = new double[3];
    private long heldOut;
    private int numbers;

    /**
     * Makes one.
     *
     * @param north by how much each sensor's north is wrong (rad), as it changes
     */
    PostTracks(Prepared prepared, Post post, int batteries, Airborne airborne, double[] north) {
        this.prepared = prepared;
        this.airborne = airborne;
        this.north = north;
        this.batteries = batteries;
        checksRegistration = post.doctrine().checksRegistration();
        own = new HeldTrack[airborne.size()];
        displaced = new HeldTrack[airborne.size()];
    }

    @Override
    public void hear(int sensor, List<Detection> looks, long now, List<HeldTrack> changed) {
        for (int i = 0; i < looks.size(); i++) {
            Detection one = looks.get(i);
            if (one.mover < 0) {
                continue; // a false plot alone makes no track
            }
            boolean reply = one.reply && !one.broadcast;
            HeldTrack track =
                    hear(
                            sensor,
                            one.mover,
                            one.truth != null ? one.truth : airborne.at(one.mover, one.time),
                            one.time,
                            north[sensor],
                            reply,
                            one.broadcast);
            if (track != null && track.isConfirmed() && (track.isDue(now) || track.isToTell(now))) {
                changed.add(track);
            }
        }
    }

    @Override
    public void told(int from, HeldTrack track, long now, List<HeldTrack> changed) {
        changed.add(told(track, track.positionFrom >= 0, from, now));
    }

    @Override
    public void beam(RadarWatch radar, long at, long now) {
        // scans are of no use where detections are drawn
    }

    @Override
    public void tick(long now, List<HeldTrack> changed) {
        // tracks are judged when sensors report
    }

    @Override
    public @Nullable HeldTrack same(HeldTrack track, long now) {
        // What a turned sensor shows is nobody else's track of the same aircraft.
        HeldTrack same = (track.positionFrom >= 0 ? displaced : own)[track.mover];
        return same != null && same.isConfirmed() ? same : null;
    }

    @Override
    public @Nullable HeldTrack of(int mover) {
        return own[mover];
    }

    /** Tells whether registration has taken a sensor out. */
    boolean isHeldOut(int sensor) {
        return (heldOut & 1L << sensor) != 0;
    }

    /**
     * A sensor's detection comes in.
     *
     * @param sensor the sensor's place in the list
     * @param mover the mover's
     * @param at where it was, in truth
     * @param time when (ns since the start)
     * @param north by how much the sensor is turned (rad)
     * @return the track, or null where the sensor is held out
     */
    private @Nullable HeldTrack hear(
            int sensor,
            int mover,
            Mover.State at,
            long time,
            double north,
            boolean reply,
            boolean broadcast) {
        if (isHeldOut(sensor)) {
            return null;
        }
        boolean turned = !broadcast && Math.abs(north) > TURNED;
        HeldTrack track = find(turned ? displaced : own, mover, time);
        if (time < track.last) {
            return track;
        }
        place[0] = at.x;
        place[1] = at.y;
        place[2] = at.z;
        speed[0] = at.vx;
        speed[1] = at.vy;
        speed[2] = at.vz;
        if (turned) {
            // Azimuths that it reports are too large by what its north is wrong.
            Frame frame = prepared.sensorFrame(sensor);
            Encounter.turn(frame, north, place);
            turnDirection(frame, north);
        }
        update(track, sensor, time, at.height);
        track.positionFrom = turned ? sensor : -1;
        if (reply) {
            track.lastReply = time;
        }
        if (broadcast) {
            track.lastBroadcast = time;
        }
        if (checksRegistration) {
            checkRegistration(sensor, mover, turned, time);
        }
        return track;
    }

    /** Another post tells of a track. */
    private HeldTrack told(HeldTrack from, boolean turned, int post, long now) {
        HeldTrack track = find(turned ? displaced : own, from.mover, from.last);
        track.told = from.identity;
        track.leaveTo(from, now);
        if (from.last >= track.last) {
            place[0] = from.x;
            place[1] = from.y;
            place[2] = from.z;
            speed[0] = from.vx;
            speed[1] = from.vy;
            speed[2] = from.vz;
            update(track, prepared.scenario().sensors().size() + post, from.last, from.height);
            track.lastReply = Math.max(track.lastReply, from.lastReply);
            track.lastBroadcast = Math.max(track.lastBroadcast, from.lastBroadcast);
            track.positionFrom = from.positionFrom;
            track.looks = Math.max(track.looks, 2);
        }
        return track;
    }

    private HeldTrack find(@Nullable HeldTrack[] tracks, int mover, long time) {
        HeldTrack track = tracks[mover];
        if (track == null || time - track.last > NEW_AFTER) {
            track = new HeldTrack(++numbers, batteries);
            track.mover = mover;
            track.first = time;
            track.last = Long.MIN_VALUE;
            tracks[mover] = track;
            if (tracks == displaced) {
                shifted.add(track);
            }
        }
        return track;
    }

    private void update(HeldTrack track, int sensor, long time, double height) {
        boolean isNew = track.looks == 0;
        track.x = place[0];
        track.y = place[1];
        track.z = place[2];
        track.vx = speed[0];
        track.vy = speed[1];
        track.vz = speed[2];
        track.height = height;
        track.last = time;
        track.looks++;
        track.sensors |= 1L << sensor;
        if (isNew && prepared.isAtAirport(place, height, AIRPORT_HEIGHT)) {
            track.lasting |= Clue.FROM_AIRPORT.bit();
        }
    }

    private void turnDirection(Frame frame, double angle) {
        frame.directionToLocal(speed[0], speed[1], speed[2], speed, 0);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        double east = c * speed[0] + s * speed[1];
        double north = c * speed[1] - s * speed[0];
        frame.directionToWorld(east, north, speed[2], speed, 0);
    }

    /** One aircraft that broadcasts where it is shows by how much a sensor is turned. */
    private void checkRegistration(int sensor, int mover, boolean turned, long time) {
        HeldTrack straight = own[mover];
        if (turned && straight != null && straight.lastBroadcast >= time - CO_OBSERVED) {
            heldOut |= 1L << sensor;
            for (HeldTrack track : shifted) {
                if (track.positionFrom == sensor) {
                    track.last = Long.MIN_VALUE / 2;
                }
            }
        }
    }
}
