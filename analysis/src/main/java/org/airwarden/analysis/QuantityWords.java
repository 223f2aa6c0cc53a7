package org.airwarden.analysis;

import org.airwarden.simulation.Quantity;

/** What a quantity of a scenario is, in words. No state. */
final class QuantityWords {
    private QuantityWords() {}

    static String of(Quantity quantity) {
        return switch (quantity.shape()) {
            case FIXED -> number(quantity.lo());
            case UNIFORM -> number(quantity.lo()) + " to " + number(quantity.hi());
            case LOG_UNIFORM ->
                    number(quantity.lo()) + " to " + number(quantity.hi()) + " (logarithmic)";
            case TRIANGULAR ->
                    number(quantity.lo())
                            + " to "
                            + number(quantity.hi())
                            + ", likeliest "
                            + number(quantity.mode());
            case EXPONENTIAL -> "exponential, mean " + number(quantity.lo());
        };
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "never" : ExperimentSummary.brief(value);
    }
}
