package org.airwarden.simulation;

import java.util.List;
import org.airwarden.identification.Clue;

/**
 * What a post can tell of a track, from its own sensors alone. Silence is a clue only where a
 * sensor of the post would have heard an answer. One thread.
 */
final class ClueFinder {
    /** Faster than any aircraft that is not a weapon (m/s). */
    private static final double NO_AIRCRAFT = 800;

    private static final double LOW = 1_000;
    private static final double FAST = 170;
    private static final double SLOW = 90;
    private static final double LOW_FOR_SLOW = 4_000;
    private static final long REPLY_VALID = 30_000_000_000L;
    private static final long BROADCAST_VALID = 12_000_000_000L;

    private final Prepared prepared;
    private final boolean honoursCorridors;
    private final boolean geometry;
    private final double[] local = new double[3];

    ClueFinder(Prepared prepared, Post post) {
        this.prepared = prepared;
        honoursCorridors = post.doctrine().honoursCorridors();
        geometry = prepared.scenario().geometry();
    }

    /**
     * Returns the clues that do not hang on where it is going.
     *
     * @param track the track
     * @param now (ns since the start)
     * @param asked whether an interrogator of the post reaches it
     * @param listened whether a receiver of the post would hear its broadcast
     */
    int clues(HeldTrack track, long now, boolean asked, boolean listened) {
        if (!geometry) {
            return Clue.NO_AIRCRAFT.bit();
        }
        int clues = track.lasting;
        double speed =
                StrictMath.sqrt(track.vx * track.vx + track.vy * track.vy + track.vz * track.vz);
        if (speed > NO_AIRCRAFT) {
            clues |= Clue.NO_AIRCRAFT.bit();
        }
        if (track.lastReply >= now - REPLY_VALID) {
            clues |= Clue.CIVIL_CODE.bit();
        } else if (asked) {
            clues |= Clue.NO_CODE.bit();
        }
        if (track.lastBroadcast >= now - BROADCAST_VALID) {
            clues |= (track.broadcastDisagrees ? Clue.FALSE_BROADCAST : Clue.BROADCAST).bit();
        } else if (listened) {
            clues |= Clue.NO_BROADCAST.bit();
        }
        if (!prepared.airways().isEmpty()) {
            clues |= (isIn(prepared.airways(), track) ? Clue.ON_AIRWAY : Clue.OFF_AIRWAY).bit();
        }
        if (honoursCorridors && isIn(prepared.returns(), track)) {
            clues |= Clue.RETURNING.bit();
        }
        return clues;
    }

    /**
     * Returns what its motion says, once it is known where it is going.
     *
     * @param track the track
     * @param aboveGround its height above the ground (m)
     */
    int motionClues(HeldTrack track, double aboveGround) {
        if (!geometry || track.arrives == Long.MAX_VALUE) {
            return 0;
        }
        double speed =
                StrictMath.sqrt(track.vx * track.vx + track.vy * track.vy + track.vz * track.vz);
        if (speed > NO_AIRCRAFT) {
            return 0;
        }
        if (aboveGround < LOW && speed > FAST) {
            return Clue.LOW_AND_FAST.bit();
        }
        return aboveGround < LOW_FOR_SLOW && speed < SLOW ? Clue.LOW_AND_SLOW.bit() : 0;
    }

    private boolean isIn(List<Band> bands, HeldTrack track) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).holds(track, local)) {
                return true;
            }
        }
        return false;
    }
}
