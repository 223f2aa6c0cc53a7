package org.airwarden.simulation;

import java.util.Set;
import java.util.TreeSet;

/** What the readers of a scenario's parts share while one file is read. Not for several threads. */
final class Reading {
    private final Problems problems;
    private final Names names;
    private final QuantityText quantities;
    private final Catalogue catalogue;
    private final Set<String> namedClasses = new TreeSet<>();
    private boolean geometry = true;
    private double duration = Double.POSITIVE_INFINITY;

    Reading(Problems problems, Catalogue catalogue) {
        this.problems = problems;
        this.catalogue = catalogue;
        names = new Names(problems);
        quantities = new QuantityText(problems);
    }

    Problems problems() {
        return problems;
    }

    Names names() {
        return names;
    }

    QuantityText quantities() {
        return quantities;
    }

    /** Returns all classes that may be named. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the names of the classes that the scenario uses, which grow as it is read. */
    Set<String> namedClasses() {
        return namedClasses;
    }

    boolean geometry() {
        return geometry;
    }

    /** Returns the scenario's duration (s); infinite where it is not known. */
    double duration() {
        return duration;
    }

    void scope(boolean withGeometry, double seconds) {
        geometry = withGeometry;
        duration = seconds;
    }
}
