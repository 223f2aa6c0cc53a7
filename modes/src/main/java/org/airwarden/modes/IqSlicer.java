package org.airwarden.modes;

import java.util.Arrays;

/**
 * Amplitudes to the bits of a message. A bit lasts a microsecond and is a pulse in its first half
 * (1) or in its second (0): ICAO Annex 10 Volume IV, 3.1.2.2.5.1.2. Samples are almost as long as a
 * pulse and fall anywhere on it, so that many hold the end of one bit and the beginning of the
 * next. There are two ways to read them:
 *
 * <ul>
 *   <li>{@link #sequence}: the bits whose pulses, taken together, would leave the amplitudes
 *       nearest to those received, by the sum of squares (Viterbi, IEEE Transactions on Information
 *       Theory 13, 1967; the state is the last bit). It knows of the neighbours, and so reads what
 *       bit by bit is a coin's toss, such as runs of equal bits sampled on their edges.
 *   <li>{@link #halves}: bit by bit, the louder half. It knows no levels, and so is better where
 *       echoes fill the gaps.
 * </ul>
 *
 * <p>Either takes at most 112 steps of some dozen operations; no allocation. Not safe between
 * threads.
 */
final class IqSlicer {

    private static final int HALF = IqPreamble.PULSE;
    private static final int BIT = 2 * HALF;

    /**
     * How far a sample sees, in counts of the clock: a receiver's filter lets it see more than its
     * own length. Measured on recordings at both rates; 8 of 5 or 6.
     */
    private static final int WINDOW = 8;

    private static final float NEVER = 1e30f;

    /**
     * Amplitudes are cut off here, in pulses: one loud neighbour must not outweigh all the rest.
     */
    private static final float LOWEST = -0.5f;

    private static final float HIGHEST = 1.5f;

    /** Values for each edge sample: by bit before and bit after, then by bit before silence. */
    private static final int EDGE = 6;

    private final int ticks;

    // By the count within a sample at which a bit begins:
    /** The first sample that sees the bit, counted from the one in which it begins. */
    private final int[] first;

    /** What samples that see the bit before too would show, {@link #EDGE} values for each. */
    private final float[][] edges;

    /** What samples that see no other bit would show for a 0 and for a 1. */
    private final float[][] inners;

    /** What each sample from the bit's beginning weighs for its first half, against its second. */
    private final float[][] weights;

    private final byte[] bytes = new byte[FrameKind.LONG.length()];
    private int length;
    private float residue;

    /**
     * @param ticks counts of the clock from sample to sample
     */
    IqSlicer(int ticks) {
        this.ticks = ticks;
        first = new int[ticks];
        edges = new float[ticks][];
        inners = new float[ticks][];
        weights = new float[ticks][];
        for (int begin = 0; begin < ticks; begin++) {
            model(begin);
            int samples = (begin + BIT + ticks - 1) / ticks;
            weights[begin] = new float[samples];
            for (int n = 0; n < samples; n++) {
                int from = n * ticks - begin;
                weights[begin][n] =
                        pulse(from, from + ticks, 0, 1) - pulse(from, from + ticks, 0, 0);
            }
        }
    }

    private void model(int begin) {
        float[] edge = new float[EDGE * BIT];
        float[] inner = new float[2 * BIT];
        int edgeCount = 0;
        int innerCount = 0;
        int offset = Math.floorDiv(ticks - WINDOW, 2) - begin;
        int n = -Math.floorDiv(offset + WINDOW - 1, ticks);
        first[begin] = n;
        for (int from = n * ticks + offset; from + WINDOW <= BIT; from += ticks) {
            int to = from + WINDOW;
            if (from < 0) {
                for (int before = 0; before < 2; before++) {
                    float tail = pulse(from, to, -BIT, before) / WINDOW;
                    for (int bit = 0; bit < 2; bit++) {
                        edge[edgeCount + 2 * before + bit] =
                                tail + pulse(from, to, 0, bit) / WINDOW;
                    }
                    edge[edgeCount + 4 + before] = tail;
                }
                edgeCount += EDGE;
            } else {
                inner[innerCount++] = pulse(from, to, 0, 0) / WINDOW;
                inner[innerCount++] = pulse(from, to, 0, 1) / WINDOW;
            }
        }
        edges[begin] = Arrays.copyOf(edge, edgeCount);
        inners[begin] = Arrays.copyOf(inner, innerCount);
    }

    /** How many counts from one to another lie in the pulse of a bit. */
    private static float pulse(int from, int to, int bitFrom, int bit) {
        int start = bit == 1 ? bitFrom : bitFrom + HALF;
        return Math.max(0, Math.min(to, start + HALF) - Math.max(from, start));
    }

    /** How many samples from the first of a preamble a message may reach. */
    static int reach(int ticks) {
        return (ticks + IqPreamble.LENGTH + 8 * BIT * FrameKind.LONG.length()) / ticks + WINDOW;
    }

    /** Whether messages of a downlink format are looked for. */
    private static boolean isSought(int format) {
        return switch (format) {
            case 0, 4, 5, 11, 16, 17, 18, 20, 21 -> true;
            default -> false;
        };
    }

    /**
     * Reads a message as a sequence.
     *
     * @param amplitudes those received
     * @param from the sample in which the preamble begins
     * @param phase counts of the clock after that sample's start at which it begins
     * @param low the amplitude of silence
     * @param high the amplitude of a pulse, above {@code low}
     * @return whether there may be a message; it is then in {@link #bytes}
     */
    boolean sequence(float[] amplitudes, int from, int phase, float low, float high) {
        float scale = 1 / (high - low);
        int tick = phase + IqPreamble.LENGTH;
        // The cheapest way to a last bit of 0 and of 1, and its bits. Before the data is silence,
        // as after a 1.
        float cost0 = NEVER;
        float cost1 = 0;
        long high0 = 0;
        long low0 = 0;
        long high1 = 0;
        long low1 = 0;
        int bits = 8 * FrameKind.SHORT.length();
        int used = 0;
        for (int bit = 0; bit < bits; bit++, tick += BIT) {
            int begin = tick % ticks;
            int n = from + tick / ticks + first[begin];
            float from00 = cost0;
            float from01 = cost0;
            float from10 = cost1;
            float from11 = cost1;
            float[] edge = edges[begin];
            for (int e = 0; e < edge.length; e += EDGE) {
                float x = part(amplitudes[n++], low, scale);
                from00 += square(x - edge[e]);
                from01 += square(x - edge[e + 1]);
                from10 += square(x - edge[e + 2]);
                from11 += square(x - edge[e + 3]);
            }
            float inner0 = 0;
            float inner1 = 0;
            float[] inner = inners[begin];
            for (int e = 0; e < inner.length; e += 2) {
                float x = part(amplitudes[n++], low, scale);
                inner0 += square(x - inner[e]);
                inner1 += square(x - inner[e + 1]);
            }
            used += edge.length / EDGE + inner.length / 2;
            boolean zeroAfter0 = from00 <= from10;
            boolean oneAfter0 = from01 <= from11;
            long upper0 = zeroAfter0 ? high0 : high1;
            long lower0 = zeroAfter0 ? low0 : low1;
            long upper1 = oneAfter0 ? high0 : high1;
            long lower1 = oneAfter0 ? low0 : low1;
            high0 = upper0 << 1 | lower0 >>> 63;
            low0 = lower0 << 1;
            high1 = upper1 << 1 | lower1 >>> 63;
            low1 = lower1 << 1 | 1;
            cost0 = (zeroAfter0 ? from00 : from10) + inner0;
            cost1 = (oneAfter0 ? from01 : from11) + inner1;
            if (bit == 7) {
                int format = ModeSMessage.formatOf((byte) (cost0 < cost1 ? low0 : low1));
                if (!isSought(format)) {
                    return false;
                }
                bits = 8 * ModeSMessage.lengthOf(format);
            }
        }
        int begin = tick % ticks;
        int n = from + tick / ticks + first[begin];
        float[] edge = edges[begin];
        for (int e = 0; e < edge.length; e += EDGE) {
            float x = part(amplitudes[n++], low, scale);
            cost0 += square(x - edge[e + 4]);
            cost1 += square(x - edge[e + 5]);
        }
        used += edge.length / EDGE;
        boolean zero = cost0 < cost1;
        residue = (zero ? cost0 : cost1) / used;
        return unpack(zero ? high0 : high1, zero ? low0 : low1, bits / 8);
    }

    private static float part(float amplitude, float low, float scale) {
        return Math.clamp((amplitude - low) * scale, LOWEST, HIGHEST);
    }

    private static float square(float x) {
        return x * x;
    }

    /**
     * Reads a message bit by bit.
     *
     * @return as {@link #sequence}
     */
    boolean halves(float[] amplitudes, int from, int phase) {
        int tick = phase + IqPreamble.LENGTH;
        long upper = 0;
        long lower = 0;
        int bits = 8 * FrameKind.SHORT.length();
        for (int bit = 0; bit < bits; bit++, tick += BIT) {
            int n = from + tick / ticks;
            float difference = 0;
            for (float weight : weights[tick % ticks]) {
                difference += weight * amplitudes[n++];
            }
            upper = upper << 1 | lower >>> 63;
            lower = lower << 1 | (difference > 0 ? 1 : 0);
            if (bit == 7) {
                int format = ModeSMessage.formatOf((byte) lower);
                if (!isSought(format)) {
                    return false;
                }
                bits = 8 * ModeSMessage.lengthOf(format);
            }
        }
        return unpack(upper, lower, bits / 8);
    }

    /** Whether the format that was taken for the message's length is also the one it has. */
    private boolean unpack(long upper, long lower, int count) {
        length = count;
        for (int i = 0; i < count; i++) {
            int shift = 8 * (count - 1 - i);
            bytes[i] = (byte) (shift >= 64 ? upper >>> (shift - 64) : lower >>> shift);
        }
        int format = ModeSMessage.formatOf(bytes[0]);
        return isSought(format) && ModeSMessage.lengthOf(format) == count;
    }

    /** The message read last, {@link #length} bytes; the same array for every message. */
    byte[] bytes() {
        return bytes;
    }

    /** 7 or 14. */
    int length() {
        return length;
    }

    /**
     * After {@link #sequence}: how far the amplitudes are from those of the message, the mean
     * square in parts of a pulse. Near 0 for a good one, 0.1 for a weak one; noise is above 0.13.
     */
    float residue() {
        return residue;
    }
}
