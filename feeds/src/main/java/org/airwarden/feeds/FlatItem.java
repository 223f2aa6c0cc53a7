package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordView;

/**
 * A field of an ASTERIX definition for a {@link Column}: the first of several that a record has, in
 * SI units, angles in degrees. Immutable; any thread.
 */
final class FlatItem {
    private final Field[] fields;
    private final double[] units;

    private FlatItem(List<Field> found) {
        fields = found.toArray(new Field[0]);
        units = new double[fields.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = unit(fields[i].unit());
        }
    }

    /** Returns the item of the paths that the definition has, the best first. */
    static FlatItem of(Definition definition, String... paths) {
        List<Field> found = new ArrayList<>();
        for (String path : paths) {
            Field field = definition.fieldOrNull(path);
            if (field != null) {
                found.add(field);
            }
        }
        return new FlatItem(found);
    }

    private static double unit(String name) {
        return switch (name) {
            case "NM", "NM/s" -> Units.NAUTICAL_MILE;
            case "kt" -> Units.KNOT;
            case "ft" -> Units.FOOT;
            case "FL" -> 100 * Units.FOOT;
            case "ft/min" -> Units.FOOT_PER_MINUTE;
            default -> 1;
        };
    }

    private int index(RecordView record) {
        for (int i = 0; i < fields.length; i++) {
            if (record.has(fields[i])) {
                return i;
            }
        }
        return -1;
    }

    boolean isIn(RecordView record) {
        return index(record) >= 0;
    }

    /** Returns the value, or NaN. */
    double value(RecordView record) {
        int index = index(record);
        return index < 0 ? Double.NaN : record.value(fields[index]) * units[index];
    }

    /** Returns the bits, or -1. */
    long raw(RecordView record) {
        int index = index(record);
        return index < 0 ? -1 : record.raw(fields[index]);
    }

    /** Returns the text, or "". */
    String text(RecordView record) {
        int index = index(record);
        return index < 0 ? "" : record.text(fields[index]);
    }

    /** Tells whether one of the fields is there and not zero. */
    boolean isSet(RecordView record) {
        for (Field field : fields) {
            if (record.raw(field) != 0) {
                return true;
            }
        }
        return false;
    }
}
