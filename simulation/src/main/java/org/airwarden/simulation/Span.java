package org.airwarden.simulation;

/**
 * What a number of a scenario's file measures, and between which bounds it makes sense.
 *
 * @param measure what it measures
 * @param least in the unit used inside
 * @param most in the unit used inside
 */
record Span(Measure measure, double least, double most) {
    static final Span SHARE = new Span(Measure.SHARE, 0, 1);
    static final Span HEIGHT = new Span(Measure.HEIGHT, -500, 40_000);
    static final Span SPEED = new Span(Measure.SPEED, 1, 4_000);
    static final Span DELAY = time(0, 86_400);

    static Span length(double least, double most) {
        return new Span(Measure.LENGTH, least, most);
    }

    static Span time(double least, double most) {
        return new Span(Measure.TIME, least, most);
    }

    static Span count(double least, double most) {
        return new Span(Measure.COUNT, least, most);
    }

    /** Returns an angle's span, of degrees. */
    static Span degrees(double least, double most) {
        return new Span(Measure.ANGLE, StrictMath.toRadians(least), StrictMath.toRadians(most));
    }

    boolean holds(double value) {
        return value >= least * (1 - Math.signum(least) * 1e-12)
                && value <= most * (1 + Math.signum(most) * 1e-12);
    }

    /** Says what may be written. */
    String remedy() {
        return "write "
                + measure.words()
                + " from "
                + measure.written(least)
                + " to "
                + measure.written(most);
    }
}
