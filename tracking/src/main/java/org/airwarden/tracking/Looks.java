package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;

/**
 * What sensors reported lately of targets that are known by an address, a code or a track: the raw
 * material of registration. A ring; the looks at one target are chained from the newest back.
 *
 * <p>It grows to {@value #MOST} looks. Where more come within {@value #KEPT_SECONDS} s, only those
 * of a share of the targets are kept, chosen by their keys: a sample of targets registers sensors
 * as well as all of them. Not thread-safe.
 */
final class Looks {
    static final double KEPT_SECONDS = 40;

    /** No look. */
    static final long NONE = -1;

    private static final int MOST = 1 << 14;
    private static final int FIRST = 1 << 8;
    private static final int THINNEST = 1 << 16;
    private static final long KEPT = Time.ofSeconds(KEPT_SECONDS);

    private int capacity;

    /** Number of the next look; looks are numbered from 0 on. */
    private long head;

    private long oldest;
    private int stride = 1;
    private long thinned = Time.UNKNOWN;

    private long[] key = new long[0];
    private long[] previous = new long[0];
    private int[] sensor = new int[0];
    private long[] time = new long[0];
    private boolean[] polar = new boolean[0];
    private double[] first = new double[0];
    private double[] second = new double[0];
    private double[] elevation = new double[0];
    private double[] height = new double[0];
    private double[] sigma = new double[0];
    private int[] compared = new int[0];
    private boolean[] twice = new boolean[0];

    /** Open addressing: number of the newest look by key; {@link #NONE} where empty. */
    private long[] table = new long[0];

    private int filled;

    Looks() {}

    /** Tells whether looks at a target are kept at present. */
    boolean keeps(long targetKey) {
        return (hash(targetKey) & (stride - 1)) == 0;
    }

    /**
     * Adds a look at a target and returns its number.
     *
     * @param positionSigma of a position along one axis (m), or NaN for a polar one
     * @param again whether it was added under another key too
     */
    long add(long targetKey, Measurement m, double positionSigma, boolean again) {
        expire(m.time);
        if (head - oldest == capacity) {
            room(m.time);
        }
        int slot = find(targetKey);
        long last = table[slot];
        long number = head++;
        int at = at(number);
        key[at] = targetKey;
        previous[at] = last != NONE && last >= oldest ? last : NONE;
        sensor[at] = m.sensor;
        time[at] = m.rawTime;
        polar[at] = m.polar;
        first[at] = m.polar ? m.rawRange : m.rawLatitude;
        second[at] = m.polar ? m.rawAzimuth : m.rawLongitude;
        elevation[at] = m.elevation;
        height[at] = Double.isNaN(m.geometricHeight) ? m.pressureHeight : m.geometricHeight;
        sigma[at] = positionSigma;
        compared[at] = 0;
        twice[at] = again;
        if (last == NONE) {
            filled++;
        }
        table[slot] = number;
        return number;
    }

    /** Returns the look at the same target before a look, or {@link #NONE}. */
    long before(long number) {
        long last = previous[at(number)];
        return last >= oldest ? last : NONE;
    }

    /** Returns the key of the target. */
    long key(long number) {
        return key[at(number)];
    }

    int sensor(long number) {
        return sensor[at(number)];
    }

    long time(long number) {
        return time[at(number)];
    }

    boolean isPolar(long number) {
        return polar[at(number)];
    }

    /** Range (m), or latitude (rad). */
    double first(long number) {
        return first[at(number)];
    }

    /** Azimuth, or longitude (rad). */
    double second(long number) {
        return second[at(number)];
    }

    double elevation(long number) {
        return elevation[at(number)];
    }

    /** Height (m), geometric where known, or NaN. */
    double height(long number) {
        return height[at(number)];
    }

    double sigma(long number) {
        return sigma[at(number)];
    }

    /** Tells whether it was added under another key too. */
    boolean isTwice(long number) {
        return twice[at(number)];
    }

    /** How often looks of this sensor at this target were compared. */
    int compared(long number) {
        return compared[at(number)];
    }

    void compared(long number, int count) {
        compared[at(number)] = count;
    }

    private int at(long number) {
        return (int) (number & (capacity - 1));
    }

    private void expire(long now) {
        while (oldest < head && now - time[at(oldest)] > KEPT) {
            oldest++;
        }
        if (stride > 1 && head - oldest < capacity / 8 && now - thinned > KEPT) {
            stride /= 2;
            thinned = now;
        }
    }

    private void room(long now) {
        if (capacity < MOST) {
            resize(capacity == 0 ? FIRST : capacity * 2);
            return;
        }
        if (stride < THINNEST && (thinned == Time.UNKNOWN || now - thinned > KEPT)) {
            stride *= 2;
            thinned = now;
        }
        oldest++;
    }

    private void resize(int next) {
        long[] keys = new long[next];
        long[] earlier = new long[next];
        int[] sensors = new int[next];
        long[] times = new long[next];
        boolean[] polars = new boolean[next];
        boolean[] doubles = new boolean[next];
        double[] firsts = new double[next];
        double[] seconds = new double[next];
        double[] elevations = new double[next];
        double[] heights = new double[next];
        double[] sigmas = new double[next];
        int[] counts = new int[next];
        for (long number = oldest; number < head; number++) {
            int from = at(number);
            int to = (int) (number & (next - 1));
            keys[to] = key[from];
            earlier[to] = previous[from];
            sensors[to] = sensor[from];
            times[to] = time[from];
            polars[to] = polar[from];
            firsts[to] = first[from];
            seconds[to] = second[from];
            elevations[to] = elevation[from];
            heights[to] = height[from];
            sigmas[to] = sigma[from];
            counts[to] = compared[from];
            doubles[to] = twice[from];
        }
        capacity = next;
        key = keys;
        previous = earlier;
        sensor = sensors;
        time = times;
        polar = polars;
        first = firsts;
        second = seconds;
        elevation = elevations;
        height = heights;
        sigma = sigmas;
        compared = counts;
        twice = doubles;
        rebuild();
    }

    private void rebuild() {
        table = new long[4 * capacity];
        Arrays.fill(table, NONE);
        filled = 0;
        for (long number = oldest; number < head; number++) {
            int slot = find(key[at(number)]);
            if (table[slot] == NONE) {
                filled++;
            }
            table[slot] = number;
        }
    }

    /** Returns the slot of a key: its own, or the empty one where it would stand. */
    private int find(long targetKey) {
        if (2 * filled > table.length) {
            rebuild();
        }
        int mask = table.length - 1;
        int slot = (int) (hash(targetKey) >>> 16) & mask;
        // A slot whose look is gone keeps its place in the probe until the table is made anew.
        while (table[slot] != NONE) {
            if (table[slot] >= oldest && key[at(table[slot])] == targetKey) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(long value) {
        long mixed = value * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 32);
    }

    void write(StateOutput out) {
        out.putInt(capacity);
        out.putLong(head);
        out.putLong(oldest);
        out.putInt(stride);
        out.putLong(thinned);
        for (long number = oldest; number < head; number++) {
            int at = at(number);
            out.putLong(key[at]);
            out.putLong(previous[at]);
            out.putInt(sensor[at]);
            out.putLong(time[at]);
            out.putBoolean(polar[at]);
            out.putDouble(first[at]);
            out.putDouble(second[at]);
            out.putDouble(elevation[at]);
            out.putDouble(height[at]);
            out.putDouble(sigma[at]);
            out.putInt(compared[at]);
            out.putBoolean(twice[at]);
        }
    }

    static Looks read(StateInput in) {
        Looks looks = new Looks();
        int size = in.takeInt();
        long head = in.takeLong();
        long oldest = in.takeLong();
        if (size < 0
                || size > MOST
                || Integer.bitCount(size) > 1
                || oldest < 0
                || head < oldest
                || head - oldest > size) {
            throw new StateException("the looks of registration are damaged");
        }
        looks.stride = in.takeInt();
        looks.thinned = in.takeLong();
        if (size > 0) {
            looks.resize(size);
        }
        looks.oldest = oldest;
        for (looks.head = oldest; looks.head < head; looks.head++) {
            int at = looks.at(looks.head);
            looks.key[at] = in.takeLong();
            looks.previous[at] = in.takeLong();
            looks.sensor[at] = in.takeInt();
            looks.time[at] = in.takeLong();
            looks.polar[at] = in.takeBoolean();
            looks.first[at] = in.takeDouble();
            looks.second[at] = in.takeDouble();
            looks.elevation[at] = in.takeDouble();
            looks.height[at] = in.takeDouble();
            looks.sigma[at] = in.takeDouble();
            looks.compared[at] = in.takeInt();
            looks.twice[at] = in.takeBoolean();
        }
        if (size > 0) {
            looks.rebuild();
        }
        return looks;
    }
}
