package org.airwarden.analysis;

/**
 * What runs tell of a figure. NaN stands for what they do not tell: the bounds of one run, a share
 * of nothing.
 *
 * @param mean the estimate itself
 * @param lo lower bound of the interval
 * @param hi upper bound of the interval
 * @param runs how many runs it rests on
 */
public record Estimate(double mean, double lo, double hi, long runs) {
    /** Returns half the interval's width. */
    public double halfWidth() {
        return (hi - lo) / 2;
    }

    /** Tells whether the interval holds a value. */
    public boolean holds(double value) {
        return lo <= value && value <= hi;
    }

    /** Returns it with its interval cut to what the figure can be at all. */
    Estimate within(double least, double most) {
        return new Estimate(mean, Math.max(lo, least), Math.min(hi, most), runs);
    }
}
