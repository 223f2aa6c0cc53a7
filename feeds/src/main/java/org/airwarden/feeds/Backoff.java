package org.airwarden.feeds;

import java.util.SplittableRandom;

/**
 * How long to wait before the next attempt: the ceiling doubles with each failure, and the wait is
 * drawn between the floor and the ceiling, so that many who lost the same peer do not come back at
 * once. Same seed, same waits. One thread.
 */
public final class Backoff {
    private final long shortest;
    private final long longest;
    private final SplittableRandom random;
    private long ceiling;

    /**
     * Makes one that has seen no failure.
     *
     * @param shortest the shortest wait (ms), above 0
     * @param longest the longest wait (ms), not below the shortest
     * @param seed of the draws
     */
    public Backoff(long shortest, long longest, long seed) {
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(shortest + " to " + longest + " ms");
        }
        this.shortest = shortest;
        this.longest = longest;
        random = new SplittableRandom(seed);
        ceiling = shortest;
    }

    /** Makes one that waits 1 to 30 s. */
    public static Backoff ofSeconds(long seed) {
        return new Backoff(1000, 30_000, seed);
    }

    /** Returns the wait after one more failure (ms). */
    public long next() {
        ceiling = Math.min(longest, ceiling * 2);
        return random.nextLong(shortest, ceiling + 1);
    }

    /** Forgets the failures: an attempt succeeded. */
    public void reset() {
        ceiling = shortest;
    }
}
