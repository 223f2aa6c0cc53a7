package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwarden.geodesy.World;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of tracks that are one aircraft: they go the same way at the same place for some
 * time, nothing in their identities speaks against it, and no sensor sees them as two in one turn.
 * Neighbours are found by sorting along one axis. Not thread-safe.
 */
final class Duplicates {
    /** How near (m) and how alike in velocity (m/s) two tracks of one aircraft are at most. */
    private static final double NEAREST = 800;

    private static final double SPEED_APART = 80;

    /** Deviations of the difference that are still a coincidence. */
    private static final double DEVIATIONS = 3;

    /**
     * What a turn says in which both were seen, how sure that can make, and what proves the
     * contrary.
     */
    private static final double APART = -4;

    private static final double LEAST = -4;

    /** A track that ends beside another was that one, unless they were lately seen apart. */
    private static final double NOT_APART = -2;

    /** Standard deviation of where a track is that starved beside another, at most (m). */
    private static final double STARVED = 200;

    /** What is slower does not fly (m/s). */
    private static final double SLOW = 20;

    private static final double PROVED = 5;

    private static final double SAME_TURN = 0.5;

    /** Low bits of a key that hold a track's place, and steps of a metre above them. */
    private static final int PLACE_BITS = 21;

    private static final double STEPS = 64;

    /** Farther than any target is from the world's origin (m). */
    private static final double FAR = 1e9;

    private final List<LiveTrack> found = new ArrayList<>();
    private final double[] place = new double[3];
    private final double[] other = new double[3];
    private final double[] up = new double[3];
    private World world = World.EARTH;
    private LiveTrack[] placed = new LiveTrack[0];
    private double[] places = {};
    private long[] keys = {};
    private int[] order = {};
    private double[] along = {};

    Duplicates() {}

    void in(World newWorld) {
        world = newWorld;
    }

    /** Looks at all pairs; returns the tracks that are to end for another's sake. */
    List<LiveTrack> check(Tracks tracks, Sensors sensors, long clock) {
        found.clear();
        int count = place(tracks, clock);
        for (int i = 0; i < count; i++) {
            double reach = along[i] + NEAREST + 1 / STEPS;
            for (int j = i + 1; j < count && along[j] < reach; j++) {
                int a = order[i];
                int b = order[j];
                if (isNear(a, b)) {
                    LiveTrack worse = worse(placed[a], placed[b]);
                    LiveTrack better = worse == placed[a] ? placed[b] : placed[a];
                    worse.coincides = true;
                    worse.twin = better;
                    judge(worse, better, sensors, clock);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            LiveTrack track = placed[order[i]];
            if (!track.coincides) {
                track.sameness = 0;
            } else if (track.sameness > PROVED) {
                found.add(track);
            }
        }
        Arrays.fill(placed, 0, count, null);
        return found;
    }

    /**
     * Returns the confirmed track that a confirmed one turned out to be, when that gets no more
     * reports, or null. Two tracks of one aircraft contend for its reports, and one of them
     * starves.
     */
    @Nullable LiveTrack heir(LiveTrack track, Tracks tracks, Sensors sensors, long clock) {
        LiveTrack nearest = null;
        double least = NEAREST * NEAREST;
        double height = place(track, clock, place);
        for (LiveTrack next : tracks.confirmed) {
            if (next == track || next.lost || next.ended) {
                continue;
            }
            double apart = place(next, clock, other) - height;
            double square = 0;
            for (int i = 0; i < 3; i++) {
                square += (place[i] - other[i]) * (place[i] - other[i]);
            }
            if (square < least && isNear(track, next, square, apart)) {
                least = square;
                nearest = next;
            }
        }
        if (nearest == null || nearest.lastReport < track.lastReport || isSlow(nearest)) {
            return null;
        }
        // The longer it had no reports the less it knows: that alone makes two tracks no one.
        double spread = Math.min(track.positionVariance, STARVED * STARVED);
        if (least > DEVIATIONS * DEVIATIONS * (spread + nearest.positionVariance)) {
            return null;
        }
        LiveTrack worse = worse(track, nearest);
        judge(worse, worse == track ? nearest : track, sensors, clock);
        return worse.sameness > NOT_APART ? nearest : null;
    }

    /** On the ground many stand side by side. */
    private static boolean isSlow(LiveTrack track) {
        return track.mean[3] * track.mean[3] + track.mean[4] * track.mean[4] < SLOW * SLOW;
    }

    /** Returns which of two confirmed tracks of one aircraft keeps its number. */
    static boolean isElder(LiveTrack one, LiveTrack than) {
        return worse(one, than) == than;
    }

    /**
     * Writes where on the ground beneath it a track is; returns its height. A height that nobody
     * measures must not part two tracks.
     */
    private double place(LiveTrack track, long clock, double[] out) {
        track.placeAfter(Time.secondsBetween(track.time, clock), out);
        double height = world.heightAndUp(out[0], out[1], out[2], up);
        for (int i = 0; i < 3; i++) {
            out[i] -= height * up[i];
        }
        return height;
    }

    /** Places the tracks at the clock, and sorts them along x; ties stay in the tracks' order. */
    private int place(Tracks tracks, long clock) {
        if (placed.length < tracks.size()) {
            int size = tracks.size() * 2;
            placed = new LiveTrack[size];
            places = new double[3 * size];
            keys = new long[size];
            order = new int[size];
            along = new double[size];
        }
        int count = 0;
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            if (track.lost || track.hits < 1.5) {
                continue;
            }
            double lead = Time.secondsBetween(track.time, clock);
            track.placeAfter(lead, place);
            track.coincides = false;
            System.arraycopy(place, 0, places, 3 * count, 3);
            double x = Math.max(-FAR, Math.min(FAR, place[0]));
            keys[count] = (long) ((x + FAR) * STEPS) << PLACE_BITS | count;
            placed[count++] = track;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            order[i] = (int) (keys[i] & ((1 << PLACE_BITS) - 1));
            along[i] = places[3 * order[i]];
        }
        return count;
    }

    private boolean isNear(int a, int b) {
        double dx = places[3 * a] - places[3 * b];
        double dy = places[3 * a + 1] - places[3 * b + 1];
        double square = dx * dx + dy * dy;
        return square <= NEAREST * NEAREST
                && isNear(placed[a], placed[b], square, places[3 * a + 2] - places[3 * b + 2]);
    }

    /**
     * Tells whether two tracks may be one aircraft.
     *
     * @param square of the distance over ground (m^2)
     * @param higher how much one is higher, where that is known (m)
     */
    private static boolean isNear(LiveTrack one, LiveTrack other, double square, double higher) {
        if (one.addressKey >= 0 && other.addressKey >= 0 && one.addressKey != other.addressKey) {
            return false;
        }
        double dz = one.heightKnown && other.heightKnown ? higher : 0;
        double distance = square + dz * dz;
        double spread = one.positionVariance + other.positionVariance;
        if (distance > NEAREST * NEAREST || square > DEVIATIONS * DEVIATIONS * spread) {
            return false;
        }
        double dvx = one.mean[3] - other.mean[3];
        double dvy = one.mean[4] - other.mean[4];
        double speeds = one.velocityVariance + other.velocityVariance;
        return dvx * dvx + dvy * dvy
                <= Math.min(SPEED_APART * SPEED_APART, DEVIATIONS * DEVIATIONS * speeds);
    }

    /**
     * Weighs each turn of each sensor that saw at least one of two tracks: were they one aircraft,
     * it would see one of them with its probability of detection; were they two, often both.
     */
    private static void judge(LiveTrack worse, LiveTrack better, Sensors sensors, long clock) {
        if (worse.addressKey >= 0 && worse.addressKey == better.addressKey) {
            worse.sameness = 2 * PROVED;
            return;
        }
        long judged = worse.samenessJudged;
        for (int i = 0; i < worse.contributions.size() + better.contributions.size(); i++) {
            boolean own = i < worse.contributions.size();
            Contribution part =
                    own
                            ? worse.contributions.get(i)
                            : better.contributions.get(i - worse.contributions.size());
            Contribution twin = (own ? better : worse).contribution(part.sensor);
            if (!own && twin != null) {
                continue;
            }
            SensorState sensor = sensors.of(part.sensor);
            double period = sensor.owedPeriod();
            long latest = twin == null ? part.lastHit : Math.max(part.lastHit, twin.lastHit);
            if (latest <= worse.samenessJudged
                    || Time.secondsBetween(latest, clock) < SAME_TURN * period) {
                continue;
            }
            judged = Math.max(judged, latest);
            boolean both =
                    twin != null
                            && Math.abs(Time.secondsBetween(part.lastHit, twin.lastHit))
                                    < SAME_TURN * period;
            worse.sameness += both ? APART : -StrictMath.log(2 * (1 - sensor.detection()));
            worse.sameness = Math.max(worse.sameness, LEAST);
        }
        worse.samenessJudged = judged;
    }

    private static LiveTrack worse(LiveTrack one, LiveTrack other) {
        if (one.isConfirmed() != other.isConfirmed()) {
            return one.isConfirmed() ? other : one;
        }
        if (!one.isConfirmed() && (one.addressKey >= 0) != (other.addressKey >= 0)) {
            return one.addressKey >= 0 ? other : one;
        }
        if (one.began != other.began) {
            return one.began > other.began ? one : other;
        }
        return one.hits < other.hits ? one : other;
    }
}
