package org.airwarden.simulation;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers of one entity for one purpose in one run. Which numbers depends on the seed, the
 * run, the entity's name and the purpose alone: not on other entities, on their order, or on
 * threads.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA
 * 2014), started from a mix of the four. One draw of any kind uses one number, {@link #poisson}
 * excepted, so that streams of paired runs stay in step. One thread.
 */
public final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /**
     * Returns the stream of an entity for a purpose.
     *
     * @param seed of the experiment
     * @param run the run's number
     * @param entity the entity's name
     */
    public static RandomStream of(long seed, long run, String entity, Purpose purpose) {
        return of(seed, run, nameOf(entity), purpose);
    }

    /**
     * Returns the stream of an entity for a purpose.
     *
     * @param seed of the experiment
     * @param run the run's number
     * @param entity what {@link #nameOf} gives
     */
    public static RandomStream of(long seed, long run, long entity, Purpose purpose) {
        long key = mix(seed + GAMMA);
        key = mix(key ^ (run + 1) * 0xD1B54A32D192ED03L);
        key = mix(key ^ entity);
        key = mix(key + purpose.number() * GAMMA);
        return new RandomStream(key);
    }

    /** Returns a name as a number: FNV-1a, 64 bits, over its UTF-8 octets. */
    public static long nameOf(String entity) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : entity.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the next 64 bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Returns the next number from 0 up to, not including, 1. */
    public double next() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Returns the next number between two. */
    public double between(double lo, double hi) {
        return lo + next() * (hi - lo);
    }

    /** Returns the next whole number from 0 up to, not including, a bound above 0. */
    public int below(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /** Tells whether something of a probability happens. */
    public boolean happens(double probability) {
        return next() < probability;
    }

    /** Returns the next draw of a quantity. */
    public double draw(Quantity quantity) {
        return quantity.at(next());
    }

    /** Returns the next number of the standard normal distribution. */
    public double gaussian() {
        return Normal.quantile(((nextLong() >>> 12) + 0.5) * 0x1p-52);
    }

    /** Returns the next number of an exponential distribution. */
    public double exponential(double mean) {
        return -mean * StrictMath.log1p(-next());
    }

    /** Returns the next number of a Poisson distribution, by counting exponential gaps. */
    public int poisson(double mean) {
        int count = 0;
        double sum = exponential(1);
        while (sum < mean) {
            sum += exponential(1);
            count++;
        }
        return count;
    }
}
