package org.airwarden.feeds;

import java.util.List;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A field of an ASTERIX definition that an edition may lack. What an edition lacks is never in its
 * records. Immutable; any thread.
 */
final class Handle {
    private final @Nullable Field field;
    private final double unit;

    private Handle(@Nullable Field field) {
        this.field = field;
        this.unit = field == null ? 1 : unit(field.unit());
    }

    /** Returns a unit of the definitions in SI units and radians. */
    private static double unit(String name) {
        return switch (name) {
            case "deg", "deg/s" -> StrictMath.toRadians(1);
            case "NM", "NM/s" -> Units.NAUTICAL_MILE;
            case "kt" -> Units.KNOT;
            case "ft" -> Units.FOOT;
            case "FL" -> 100 * Units.FOOT;
            case "ft/min" -> Units.FOOT_PER_MINUTE;
            default -> 1;
        };
    }

    /** Returns the handle of the first of these paths that the definition has. */
    static Handle of(Definition definition, String... paths) {
        for (String path : paths) {
            Field field = definition.fieldOrNull(path);
            if (field != null) {
                return new Handle(field);
            }
        }
        return new Handle(null);
    }

    /** Adds its field to those that a reader asks for. */
    void addTo(List<Field> fields) {
        if (field != null) {
            fields.add(field);
        }
    }

    boolean isIn(RecordView record) {
        return field != null && record.has(field);
    }

    /** Returns the bits, or 0 where the record has none. */
    long raw(RecordView record) {
        return field == null ? 0 : record.raw(field);
    }

    /** Tells whether a flag is present and set. */
    boolean isSet(RecordView record) {
        return field != null && record.raw(field) != 0;
    }

    /** Returns the bits, or -1 where the record has none. */
    int code(RecordView record) {
        return isIn(record) ? (int) raw(record) : -1;
    }

    /** Returns the value in SI units and radians, or NaN. */
    double value(RecordView record) {
        return field == null ? Double.NaN : record.value(field) * unit;
    }

    /** Returns the text, or "". */
    String text(RecordView record) {
        return field == null ? "" : record.text(field);
    }

    /** Returns how many elements of its item the record has. */
    int count(RecordView record) {
        return field == null ? 0 : record.count(field);
    }

    /** Returns the bits of an element, from 0. */
    int code(RecordView record, int index) {
        return field == null ? -1 : (int) record.raw(field, index);
    }
}
