package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.geodesy.Frame;
import org.airwarden.model.Time;

/**
 * Finds by how much a radar is turned and long when it is so far off that its plots make tracks of
 * their own, and neither addresses nor codes tell which are whose: the one turn and range that
 * brings most of its own tracks onto those of other sensors, by votes of all pairs that fly alike.
 *
 * <p>Pairs of different aircraft vote all over the place, those of one aircraft alike. Cost: the
 * square of at most {@value #MOST} tracks, now and then. Not thread-safe.
 */
final class Acquisition {
    private static final int MOST = 64;
    private static final int FEWEST = 4;

    /** How unlike two tracks of one aircraft may be (m, m/s, rad, m). */
    private static final double RANGE = 3_000;

    private static final double SPEED = 25;
    private static final double COURSE = Math.toRadians(8);
    private static final double HEIGHT = 1_000;

    /** Votes so near to each other (rad, m) are for the same. */
    private static final double SAME_TURN = Math.toRadians(0.5);

    private static final double SAME_RANGE = 700;

    /** Tracks nearer to a radar (m) turn too fast about it. */
    private static final double NEAREST = 15_000;

    private static final int FIELDS = 5;

    private final double[] own = new double[FIELDS * MOST];
    private final double[] others = new double[FIELDS * MOST];
    private final double[] turns = new double[MOST * MOST];
    private final double[] lengths = new double[MOST * MOST];
    private final int[] voters = new int[MOST * MOST];
    private final boolean[] seen = new boolean[MOST];
    private final double[] world = new double[3];
    private final double[] local = new double[3];
    private final double[] motion = new double[3];

    /** What the last search found: azimuth (rad) and range (m) that are reported too much. */
    double azimuth;

    double range;

    Acquisition() {}

    /** Searches; tells whether a turn and a range were found. */
    boolean search(Tracks tracks, SensorState sensor, Registration registration, long clock) {
        Frame at = sensor.sensor().placement();
        if (at == null) {
            return false;
        }
        int mine = 0;
        int theirs = 0;
        for (LiveTrack track : tracks.confirmed) {
            if (track.lost) {
                continue;
            }
            boolean its = false;
            boolean another = false;
            for (int i = 0; i < track.contributions.size(); i++) {
                Contribution part = track.contributions.get(i);
                its |= part.sensor == sensor.sensor().id();
                another |=
                        part.sensor != sensor.sensor().id()
                                && part.due != Time.UNKNOWN
                                && !registration.isHeldOut(part.sensor);
            }
            if (its && !another && mine < MOST) {
                mine += put(track, at, clock, own, mine) ? 1 : 0;
            } else if (another && !its && theirs < MOST) {
                theirs += put(track, at, clock, others, theirs) ? 1 : 0;
            }
        }
        return mine >= FEWEST && theirs >= FEWEST && vote(mine, theirs);
    }

    /** Writes a track as range, azimuth, height, speed, course as the radar sees them. */
    private boolean put(LiveTrack track, Frame at, long clock, double[] into, int index) {
        double lead = Time.secondsBetween(track.time, clock);
        track.placeAfter(lead, world);
        at.toLocal(world[0], world[1], world[2], local, 0);
        track.frame.directionToWorld(track.mean[3], track.mean[4], track.mean[5], world, 0);
        at.directionToLocal(world[0], world[1], world[2], motion, 0);
        double across = Math.sqrt(local[0] * local[0] + local[1] * local[1]);
        if (across < NEAREST) {
            return false;
        }
        int k = FIELDS * index;
        into[k] = Math.sqrt(across * across + local[2] * local[2]);
        into[k + 1] = StrictMath.atan2(local[0], local[1]);
        into[k + 2] = track.heightKnown ? local[2] : Double.NaN;
        into[k + 3] = Math.sqrt(motion[0] * motion[0] + motion[1] * motion[1]);
        into[k + 4] = StrictMath.atan2(motion[0], motion[1]);
        return true;
    }

    private boolean vote(int mine, int theirs) {
        int votes = 0;
        for (int i = 0; i < mine; i++) {
            for (int j = 0; j < theirs; j++) {
                int a = FIELDS * i;
                int b = FIELDS * j;
                double turned = turn(own[a + 1] - others[b + 1]);
                boolean alike =
                        Math.abs(own[a] - others[b]) < RANGE
                                && Math.abs(own[a + 3] - others[b + 3]) < SPEED
                                && Math.abs(turn(own[a + 4] - others[b + 4] - turned)) < COURSE
                                && !(Math.abs(own[a + 2] - others[b + 2]) > HEIGHT);
                if (alike) {
                    turns[votes] = turned;
                    lengths[votes] = own[a] - others[b];
                    voters[votes++] = i;
                }
            }
        }
        int best = -1;
        int most = 0;
        for (int v = 0; v < votes; v++) {
            int count = supporters(v, votes);
            if (count > most) {
                most = count;
                best = v;
            }
        }
        if (most < FEWEST || 2 * most < Math.min(mine, theirs)) {
            return false;
        }
        for (int v = 0; v < votes; v++) {
            if (!isSame(v, best) && 2 * supporters(v, votes) > most) {
                return false;
            }
        }
        average(best, votes);
        return true;
    }

    private boolean isSame(int one, int other) {
        return Math.abs(turn(turns[one] - turns[other])) < SAME_TURN
                && Math.abs(lengths[one] - lengths[other]) < SAME_RANGE;
    }

    /** Counts the own tracks that vote as one vote does. */
    private int supporters(int vote, int votes) {
        Arrays.fill(seen, false);
        int count = 0;
        for (int v = 0; v < votes; v++) {
            if (isSame(v, vote) && !seen[voters[v]]) {
                seen[voters[v]] = true;
                count++;
            }
        }
        return count;
    }

    private void average(int best, int votes) {
        double turned = 0;
        double length = 0;
        int count = 0;
        for (int v = 0; v < votes; v++) {
            if (isSame(v, best)) {
                turned += turn(turns[v] - turns[best]);
                length += lengths[v];
                count++;
            }
        }
        azimuth = turn(turns[best] + turned / count);
        range = length / count;
    }

    private static double turn(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }
}
