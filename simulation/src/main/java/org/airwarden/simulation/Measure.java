package org.airwarden.simulation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a scenario's file measures, and the units that it may be written in: authors
 * write the field's units, inside are SI and radians.
 */
enum Measure {
    /** A distance; m inside. */
    LENGTH(
            "a length",
            "150 km",
            new Unit("m", 1),
            new Unit("km", 1_000),
            new Unit("NM", 1_852),
            new Unit("ft", 0.3048)),
    /** A height; m inside. A flight level is read as its pressure height. */
    HEIGHT("a height", "300 m", new Unit("m", 1), new Unit("km", 1_000), new Unit("ft", 0.3048)),
    /** m/s inside. */
    SPEED(
            "a speed",
            "250 m/s",
            new Unit("m/s", 1),
            new Unit("km/h", 1 / 3.6),
            new Unit("kt", 1_852 / 3_600.0)),
    /** s inside. */
    TIME(
            "a time",
            "10 s",
            new Unit("s", 1),
            new Unit("ms", 1e-3),
            new Unit("min", 60),
            new Unit("h", 3_600)),
    /** rad inside. */
    ANGLE("an angle", "1.5 deg", new Unit("deg", StrictMath.PI / 180), new Unit("mrad", 1e-3)),
    /** m² inside. */
    AREA("an area", "5 m2", new Unit("m2", 1), new Unit("m²", 1)),
    /** From 0 to 1. */
    SHARE("a share", "0.9", new Unit("%", 0.01)),
    /** A number without a unit. */
    COUNT("a number", "4");

    /**
     * A unit.
     *
     * @param word as it is written
     * @param size in the unit used inside
     */
    record Unit(String word, double size) {}

    private final String words;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Unit> units;

    Measure(String words, String example, Unit... units) {
        this.words = words;
        this.example = example;
        this.units = List.of(units);
    }

    /** Says what it is, with its article. */
    String words() {
        return words;
    }

    /** Returns one value as it may be written. */
    String example() {
        return example;
    }

    /** Tells whether a bare number says nothing. */
    boolean needsUnit() {
        return this != SHARE && this != COUNT;
    }

    /** Returns the units' words. */
    List<String> unitWords() {
        return units.stream().map(Unit::word).toList();
    }

    /** Returns a unit, or null where it is none of these. */
    @Nullable Unit unit(String word) {
        for (Unit unit : units) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        return null;
    }

    /** Writes a value as an author would. */
    String written(double value) {
        return switch (this) {
            case LENGTH, HEIGHT ->
                    Math.abs(value) >= 1_000 ? plain(value / 1_000) + " km" : plain(value) + " m";
            case SPEED -> plain(value) + " m/s";
            case TIME -> value >= 7_200 ? plain(value / 3_600) + " h" : plain(value) + " s";
            case ANGLE -> plain(StrictMath.toDegrees(value)) + " deg";
            case AREA -> plain(value) + " m2";
            case SHARE, COUNT -> plain(value);
        };
    }

    /** Writes a number with no more digits than it needs, of six at most. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (text.indexOf('e') >= 0) {
            return text;
        }
        return text.indexOf('.') < 0 ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
