package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Time;

/**
 * Finds the tracks that may lie near a report, so that a group of reports costs what lies about it
 * and not what the picture holds: a hashed grid of cubes over the earth's surface, with coarser
 * cubes for tracks that may be farther from where they are filed.
 *
 * <p>A track is filed at the point of the surface below it, with an extent: how far its reports may
 * lie from there at any time within the index's span. What is found is never too little: {@link
 * ScanGroup} looks at each found track with its own gate, so the index changes no result. Changed
 * tracks are filed again before the next search; all are at each tick, since time moves them.
 *
 * <p>Not thread-safe.
 */
final class TrackIndex {
    /** Edge of the smallest cubes (m), and how much longer each level's are. */
    private static final double SMALLEST = 8_000;

    private static final double LONGER = 4;
    private static final int LEVELS = 4;

    /** Radius of the sphere that tracks are filed on (m). */
    private static final double RADIUS = 6_371_000;

    /** The ellipsoid's semi-major axis, and how much shorter the minor one is (m). */
    private static final double AXIS = 6_378_137;

    private static final double FLATTER = 21_385;

    /** Tracks below or above these heights (m) are not filed by place, but always found. */
    private static final double LOWEST = -3_000;

    private static final double HIGHEST = 25_000;

    /** Times of reports before and after the tick that the index serves (s). */
    private static final double BEFORE = 6;

    private static final double AFTER = 1.5;

    /** Reports from farther off than this (m) are searched for among all tracks. */
    private static final double FARTHEST = 1_000_000;

    /** Angle between the radius and the ellipsoid's normal, and other trifles (rad). */
    private static final double PLUMB = 0.005;

    /** A gate is a square, and surface distances are a little longer than those in a plane. */
    private static final double SLACK = 1.5;

    /** Stands in the slots that are free. */
    private static final LiveTrack NOBODY = new LiveTrack(Frame.FLAT, new Estimate(), Origin.LIVE);

    private LiveTrack[] tracks = new LiveTrack[64];
    private double[] x = new double[64];
    private double[] y = new double[64];
    private double[] z = new double[64];
    private double[] extent = new double[64];
    private long[] key = new long[64];
    private int[] next = new int[64];
    private int[] previous = new int[64];
    private boolean[] stale = new boolean[64];
    private int[] changed = new int[64];
    private int changes;
    private int[] free = new int[64];
    private int freed;
    private int slots;
    private int[] heads = new int[256];

    private final int[] population = new int[LEVELS + 1];
    private final double[] widest = new double[LEVELS];
    private long reference = Time.UNKNOWN;
    private long earliest;
    private long latest;
    private int stamp;
    private World world = World.EARTH;
    private final double[] place = new double[3];

    TrackIndex() {
        Arrays.fill(heads, -1);
    }

    void in(World newWorld) {
        world = newWorld;
        reference = Time.UNKNOWN;
    }

    void add(LiveTrack track) {
        int slot = freed > 0 ? free[--freed] : slots++;
        if (slot == tracks.length) {
            grow();
        }
        tracks[slot] = track;
        key[slot] = -1;
        track.slot = slot;
        moved(track);
    }

    void remove(LiveTrack track) {
        int slot = track.slot;
        if (slot < 0) {
            return;
        }
        unlink(slot);
        tracks[slot] = NOBODY;
        track.slot = -1;
        free[freed++] = slot;
    }

    /** Notes that a track's estimate changed. */
    void moved(LiveTrack track) {
        int slot = track.slot;
        if (!stale[slot]) {
            stale[slot] = true;
            if (changes == changed.length) {
                changed = Arrays.copyOf(changed, changes * 2);
            }
            changed[changes++] = slot;
        }
    }

    private void grow() {
        int size = tracks.length * 2;
        tracks = Arrays.copyOf(tracks, size);
        x = Arrays.copyOf(x, size);
        y = Arrays.copyOf(y, size);
        z = Arrays.copyOf(z, size);
        extent = Arrays.copyOf(extent, size);
        key = Arrays.copyOf(key, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        stale = Arrays.copyOf(stale, size);
        free = Arrays.copyOf(free, size);
        heads = new int[size * 4];
        Arrays.fill(heads, -1);
        Arrays.fill(population, 0);
        for (int s = 0; s < size / 2; s++) {
            if (tracks[s] != NOBODY && key[s] >= 0) {
                link(s);
            }
        }
    }

    /** Files all tracks anew for reports measured about a time. */
    void refresh(long time) {
        reference = time;
        earliest = time - Time.ofSeconds(BEFORE);
        latest = time + Time.ofSeconds(AFTER);
        changes = 0;
        Arrays.fill(widest, 0);
        for (int s = 0; s < slots; s++) {
            stale[s] = false;
            if (tracks[s] != NOBODY) {
                file(s);
            }
        }
    }

    /** Makes ready to be searched for reports of a time. */
    void prepare(long time) {
        if (reference == Time.UNKNOWN || time > latest) {
            refresh(time);
        } else if (time < earliest) {
            refresh(time + Time.ofSeconds(BEFORE / 2));
        } else {
            for (int i = 0; i < changes; i++) {
                int slot = changed[i];
                if (stale[slot]) {
                    stale[slot] = false;
                    if (tracks[slot] != NOBODY) {
                        file(slot);
                    }
                }
            }
            changes = 0;
        }
    }

    private void file(int slot) {
        LiveTrack track = tracks[slot];
        double first =
                Math.max(-AddressedReports.LATEST, Time.secondsBetween(track.time, earliest));
        double last = Math.max(first, Time.secondsBetween(track.time, latest));
        double lead = 0.5 * (first + last);
        track.placeAfter(lead, place);
        double[] mean = track.mean;
        double speed = Math.sqrt(mean[3] * mean[3] + mean[4] * mean[4] + mean[5] * mean[5]);
        double span = Math.max(Math.abs(first), Math.abs(last));
        double reach = ScanGroup.reach(track, span) + speed * (last - lead);
        settle(place);
        x[slot] = place[0];
        y[slot] = place[1];
        z[slot] = place[2];
        extent[slot] = reach;
        int level = height > LOWEST && height < HIGHEST ? 0 : LEVELS;
        double cell = SMALLEST;
        while (level < LEVELS && !(reach <= 0.5 * cell)) {
            level++;
            cell *= LONGER;
        }
        if (level < LEVELS) {
            widest[level] = Math.max(widest[level], reach);
        }
        long filed =
                level == LEVELS
                        ? key(level, 0, 0, 0)
                        : key(
                                level,
                                cell(place[0], cell),
                                cell(place[1], cell),
                                cell(place[2], cell));
        if (filed != key[slot]) {
            unlink(slot);
            key[slot] = filed;
            link(slot);
        }
    }

    private double height;

    /** Moves a point to the surface that tracks are filed on, and notes its height. */
    private void settle(double[] at) {
        if (world == World.FLAT) {
            height = at[2];
            at[2] = 0;
            return;
        }
        double length = Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
        double scale = RADIUS / length;
        double sine = at[2] / length;
        height = length - AXIS + FLATTER * sine * sine;
        at[0] *= scale;
        at[1] *= scale;
        at[2] *= scale;
    }

    private static int cell(double value, double edge) {
        return (int) Math.floor(value / edge);
    }

    private static long key(int level, int i, int j, int k) {
        return (long) level << 60
                | (long) (i & 0xFFFFF) << 40
                | (long) (j & 0xFFFFF) << 20
                | (k & 0xFFFFF);
    }

    private int bucket(long filed) {
        long mixed = filed * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & (heads.length - 1);
    }

    private void link(int slot) {
        int bucket = bucket(key[slot]);
        int head = heads[bucket];
        next[slot] = head;
        previous[slot] = -1;
        if (head >= 0) {
            previous[head] = slot;
        }
        heads[bucket] = slot;
        population[level(slot)]++;
    }

    private int level(int slot) {
        return (int) (key[slot] >>> 60);
    }

    private void unlink(int slot) {
        if (key[slot] < 0) {
            return;
        }
        population[level(slot)]--;
        if (previous[slot] >= 0) {
            next[previous[slot]] = next[slot];
        } else {
            heads[bucket(key[slot])] = next[slot];
        }
        if (next[slot] >= 0) {
            previous[next[slot]] = previous[slot];
        }
        key[slot] = -1;
    }

    /** Begins a search: each track is found once until the next. */
    void begin() {
        stamp++;
    }

    /**
     * Adds the tracks that a report may belong to, unless this search found them before.
     *
     * @param m the report, with its place in the group's plane
     * @param noise error of a position across at the sensor itself, in the gate's deviations (m)
     * @param widening what the error grows by, a metre of distance
     * @param found receives the tracks
     * @return false where the index cannot tell, and all tracks must be looked at
     */
    boolean near(Measurement m, double noise, double widening, TrackList found) {
        double off = Math.sqrt(m.planeX * m.planeX + m.planeY * m.planeY);
        if (off > FARTHEST || widening > 0.2) {
            return false;
        }
        System.arraycopy(m.about, 0, place, 0, 3);
        settle(place);
        double tilt = 0;
        if (world != World.FLAT) {
            double sine = off / RADIUS;
            double apart = Math.max(HIGHEST - height, height - LOWEST);
            tilt = (sine / Math.sqrt(1 - sine * sine) + PLUMB) * apart;
        }
        double cell = SMALLEST;
        for (int level = 0; level < LEVELS; level++) {
            if (population[level] > 0) {
                double most = widest[level] + m.vague;
                double error =
                        Math.max(noise, widening * (off + SLACK * most)) / (1 - SLACK * widening);
                double margin = SLACK * (m.vague + error) + tilt;
                search(level, cell, SLACK * widest[level] + margin, margin, found);
            }
            cell *= LONGER;
        }
        if (population[LEVELS] > 0) {
            long filed = key(LEVELS, 0, 0, 0);
            for (int s = heads[bucket(filed)]; s >= 0; s = next[s]) {
                if (key[s] == filed) {
                    find(s, found);
                }
            }
        }
        return true;
    }

    private void search(int level, double cell, double reach, double margin, TrackList found) {
        boolean flat = world == World.FLAT;
        int fromX = cell(place[0] - reach, cell);
        int toX = cell(place[0] + reach, cell);
        int fromY = cell(place[1] - reach, cell);
        int toY = cell(place[1] + reach, cell);
        int fromZ = flat ? 0 : cell(place[2] - reach, cell);
        int toZ = flat ? 0 : cell(place[2] + reach, cell);
        double inner = RADIUS - 0.87 * cell;
        double outer = RADIUS + 0.87 * cell;
        for (int i = fromX; i <= toX; i++) {
            double cx = (i + 0.5) * cell;
            for (int j = fromY; j <= toY; j++) {
                double cy = (j + 0.5) * cell;
                for (int k = fromZ; k <= toZ; k++) {
                    double cz = (k + 0.5) * cell;
                    double square = cx * cx + cy * cy + cz * cz;
                    // Cubes that the surface does not pass through hold nothing.
                    if (flat || (square >= inner * inner && square <= outer * outer)) {
                        walk(key(level, i, j, k), margin, found);
                    }
                }
            }
        }
    }

    private void walk(long filed, double margin, TrackList found) {
        for (int s = heads[bucket(filed)]; s >= 0; s = next[s]) {
            if (key[s] == filed) {
                double dx = x[s] - place[0];
                double dy = y[s] - place[1];
                double dz = z[s] - place[2];
                double reach = SLACK * extent[s] + margin;
                if (dx * dx + dy * dy + dz * dz <= reach * reach) {
                    find(s, found);
                }
            }
        }
    }

    private void find(int slot, TrackList found) {
        LiveTrack track = tracks[slot];
        if (track.foundAt != stamp) {
            track.foundAt = stamp;
            found.add(track);
        }
    }
}
