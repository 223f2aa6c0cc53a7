package org.airwarden.modes;

import java.util.Arrays;

/**
 * Finds the preamble of Mode S replies among amplitudes: four pulses of half a microsecond that
 * begin 0, 1.0, 3.5 and 4.5 µs after its start, and silence up to the data at 8 µs (ICAO Annex 10
 * Volume IV, 3.1.2.2.5.1.1). Two steps: {@link #contrast} looks at every sample, as cheaply as can
 * be; {@link #fit} compares the few that are left with what a preamble would be that began 0, 1,
 * ... counts of the 12 MHz clock after the sample.
 *
 * <p>Not safe between threads.
 */
final class IqPreamble {

    /** The clock's counts in half a microsecond, the length of a pulse. */
    static final int PULSE = 6;

    /** The clock's counts from the preamble's start to the data's. */
    static final int LENGTH = 16 * PULSE;

    private static final int[] PULSES = {0, 12, 42, 54};

    private final int ticks;
    private final int samples;

    /** By phase, then sample: the part of the sample that is covered by a pulse. */
    private final float[][] covered;

    private final float[] sum;
    private final float[] squares;
    private final float[] fits;
    private final int[] order;

    /** Sample offsets that no pulse reaches whatever the phase, and those that one may reach. */
    private final int[] quiet;

    private final int[] loud;

    private float low;
    private float high;

    /**
     * @param ticks counts of the clock from sample to sample
     */
    IqPreamble(int ticks) {
        this.ticks = ticks;
        samples = (LENGTH + ticks - 1) / ticks;
        covered = new float[ticks][samples];
        sum = new float[ticks];
        squares = new float[ticks];
        fits = new float[ticks];
        order = new int[ticks];
        boolean[] reached = new boolean[samples];
        for (int phase = 0; phase < ticks; phase++) {
            for (int n = 0; n < samples; n++) {
                int on = 0;
                for (int pulse : PULSES) {
                    on += overlap(n * ticks, (n + 1) * ticks, pulse + phase, pulse + phase + PULSE);
                }
                covered[phase][n] = (float) on / ticks;
                sum[phase] += covered[phase][n];
                squares[phase] += covered[phase][n] * covered[phase][n];
                reached[n] |= on > 0;
            }
        }
        loud = offsets(reached, true);
        quiet = offsets(reached, false);
    }

    private static int overlap(int from, int to, int otherFrom, int otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    private static int[] offsets(boolean[] reached, boolean which) {
        int count = 0;
        int[] offsets = new int[reached.length];
        for (int n = 0; n < reached.length; n++) {
            if (reached[n] == which) {
                offsets[count++] = n;
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    /** How many samples from its first are looked at. */
    int samples() {
        return samples;
    }

    /**
     * For each sample, by how much the sum where pulses may be exceeds {@code times} that where
     * none can be; at or below 0 there is no preamble.
     */
    void contrast(float[] amplitudes, int from, int count, float times, float[] out) {
        float quietWeight = -times * loud.length / quiet.length;
        Arrays.fill(out, 0, count, 0f);
        for (int offset : loud) {
            add(amplitudes, from + offset, count, 1f, out);
        }
        for (int offset : quiet) {
            add(amplitudes, from + offset, count, quietWeight, out);
        }
    }

    private static void add(float[] in, int from, int count, float weight, float[] out) {
        for (int n = 0; n < count; n++) {
            out[n] += weight * in[from + n];
        }
    }

    /**
     * Compares the amplitudes from a sample on with a preamble at each phase: phases come out by
     * falling correlation.
     *
     * @return how many phases correlate by {@code least} or more
     */
    int fit(float[] amplitudes, int from, float least) {
        float total = 0;
        float totalSquares = 0;
        for (int n = 0; n < samples; n++) {
            float a = amplitudes[from + n];
            total += a;
            totalSquares += a * a;
        }
        float variance = totalSquares - total * total / samples;
        int found = 0;
        for (int phase = 0; phase < ticks; phase++) {
            float product = 0;
            float[] part = covered[phase];
            for (int n : loud) {
                product += part[n] * amplitudes[from + n];
            }
            float covariance = product - total * sum[phase] / samples;
            float spread = squares[phase] - sum[phase] * sum[phase] / samples;
            // Squares keep the root out; a negative covariance is none.
            float fit =
                    covariance <= 0 || variance <= 0
                            ? 0
                            : covariance * covariance / (variance * spread);
            if (fit < least * least) {
                continue;
            }
            int place = found++;
            while (place > 0 && fits[place - 1] < fit) {
                fits[place] = fits[place - 1];
                order[place] = order[place - 1];
                place--;
            }
            fits[place] = fit;
            order[place] = phase;
        }
        return found;
    }

    /** The phase in that place of the order that {@link #fit} found. */
    int phase(int place) {
        return order[place];
    }

    /** Measures what silence and a pulse amount to, for a phase: {@link #low}, {@link #high}. */
    void measure(float[] amplitudes, int from, int phase) {
        float total = 0;
        float product = 0;
        float[] part = covered[phase];
        for (int n = 0; n < samples; n++) {
            total += amplitudes[from + n];
            product += part[n] * amplitudes[from + n];
        }
        float spread = squares[phase] - sum[phase] * sum[phase] / samples;
        float slope = (product - total * sum[phase] / samples) / spread;
        low = Math.max(0, (total - slope * sum[phase]) / samples);
        high = low + slope;
    }

    /** Amplitude where no pulse is. */
    float low() {
        return low;
    }

    /** Amplitude of a pulse. */
    float high() {
        return high;
    }
}
