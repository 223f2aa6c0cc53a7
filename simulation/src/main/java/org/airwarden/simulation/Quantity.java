package org.airwarden.simulation;

/**
 * A number that a scenario gives: one value, or what is known of one. Each run draws it anew, from
 * one uniform number, so that two scenarios that differ in one quantity share all other draws.
 *
 * @param shape how probability lies between the bounds
 * @param lo the least value, or the value itself; for {@link Shape#EXPONENTIAL} the mean
 * @param mode the likeliest value; used by {@link Shape#TRIANGULAR} alone
 * @param hi the greatest value
 */
public record Quantity(Shape shape, double lo, double mode, double hi) {
    /** How probability lies between the bounds. */
    public enum Shape {
        /** One value. */
        FIXED,
        /** Every value between the bounds is as likely. */
        UNIFORM,
        /** Rises from the least value to the likeliest, and falls to the greatest. */
        TRIANGULAR,
        /** Every value between the bounds is as likely on a logarithmic scale; bounds above 0. */
        LOG_UNIFORM,
        /** Exponential of the mean {@code lo}; no upper bound. */
        EXPONENTIAL
    }

    /** Zero. */
    public static final Quantity ZERO = fixed(0);

    /** Checks the order of the bounds. */
    public Quantity {
        if (!(lo <= mode && mode <= hi)) {
            throw new IllegalArgumentException("a quantity from " + lo + " to " + hi);
        }
    }

    /** Returns one value that is known. */
    public static Quantity fixed(double value) {
        return new Quantity(Shape.FIXED, value, value, value);
    }

    /** Returns an interval in which every value is as likely. */
    public static Quantity uniform(double lo, double hi) {
        return new Quantity(Shape.UNIFORM, lo, (lo + hi) / 2, hi);
    }

    /** Returns an interval with a likeliest value. */
    public static Quantity triangular(double lo, double mode, double hi) {
        return new Quantity(Shape.TRIANGULAR, lo, mode, hi);
    }

    /** Returns an exponential of a mean. */
    public static Quantity exponential(double mean) {
        return new Quantity(Shape.EXPONENTIAL, mean, mean, mean);
    }

    /** Tells whether every draw gives the same value. */
    public boolean isFixed() {
        return shape == Shape.FIXED || (shape != Shape.EXPONENTIAL && lo == hi);
    }

    /**
     * Returns the value below which a share of the draws lies.
     *
     * @param share from 0 up to, not including, 1
     */
    public double at(double share) {
        return switch (shape) {
            case FIXED -> lo;
            case UNIFORM -> lo + share * (hi - lo);
            case TRIANGULAR -> triangular(share);
            case LOG_UNIFORM -> lo * StrictMath.exp(share * StrictMath.log(hi / lo));
            case EXPONENTIAL -> -lo * StrictMath.log1p(-share);
        };
    }

    private double triangular(double share) {
        if (hi == lo) {
            return lo;
        }
        double turn = (mode - lo) / (hi - lo);
        return share < turn
                ? lo + StrictMath.sqrt(share * (hi - lo) * (mode - lo))
                : hi - StrictMath.sqrt((1 - share) * (hi - lo) * (hi - mode));
    }
}
