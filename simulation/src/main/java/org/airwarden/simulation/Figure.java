package org.airwarden.simulation;

/**
 * A published figure: an interval with where it comes from. Units stand in the name of the part
 * that holds it.
 *
 * @param value the interval, or one value where every source agrees
 * @param basis what kind of statement it is
 * @param source who says so
 * @param date when it was said, as far as known: a year, a month or a day, ISO 8601
 */
public record Figure(Quantity value, Basis basis, String source, String date) {
    /** What kind of statement a figure is. */
    public enum Basis {
        /** Said by the maker or the owner. */
        CLAIM,
        /** Judged by somebody else. */
        ESTIMATE,
        /** Follows from other published figures. */
        INFERRED,
        /** For want of a source. */
        ASSUMED
    }
}
