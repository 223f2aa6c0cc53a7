package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordView;

/**
 * What nearly every ASTERIX category has, wherever its edition puts it: source, time, address,
 * position. Immutable; any thread.
 */
final class RecordItems {
    private static final Handle[] NONE = {};

    private final Handle sac;
    private final Handle sic;
    private final Handle[] times;
    private final Handle address;
    private final Handle[] positions;

    RecordItems(Definition definition) {
        sac = Handle.of(definition, "010/SAC");
        sic = Handle.of(definition, "010/SIC");
        times = handles(definition, times(definition));
        address = Handle.of(definition, address(definition.category()));
        positions = handles(definition, positions(definition.category()));
    }

    private static Handle[] handles(Definition definition, String[] paths) {
        if (paths.length == 0) {
            return NONE;
        }
        Handle[] handles = new Handle[paths.length];
        for (int i = 0; i < paths.length; i++) {
            handles[i] = Handle.of(definition, paths[i]);
        }
        return handles;
    }

    /** Times of day in 1/128 s, the one nearest to the measurement first. */
    private static String[] times(Definition definition) {
        return switch (definition.category()) {
            case 10, 19, 20, 48 -> new String[] {"140"};
            case 2, 34, 63, 65, 205 -> new String[] {"030"};
            case 21 ->
                    definition.edition().startsWith("0.")
                            ? new String[] {"030"}
                            : new String[] {"071", "073", "077", "075"};
            case 4 -> new String[] {"020"};
            case 8 -> new String[] {"090"};
            case 23, 25, 62 -> new String[] {"070"};
            case 247 -> new String[] {"140"};
            default -> new String[] {};
        };
    }

    private static String address(int category) {
        return switch (category) {
            case 10, 20, 48 -> "220";
            case 21 -> "080";
            case 62 -> "380/ADR";
            default -> "";
        };
    }

    private static String[] positions(int category) {
        return switch (category) {
            case 1 -> new String[] {"040/RHO", "042/X"};
            case 10 -> new String[] {"041/LAT", "042/X", "040/RHO"};
            case 20 -> new String[] {"041/LAT", "042/X"};
            case 21 -> new String[] {"130/LAT", "131/LAT"};
            case 48 -> new String[] {"040/RHO"};
            case 62 -> new String[] {"105/LAT", "100/X"};
            default -> new String[] {};
        };
    }

    /** Returns the fields of a definition that are asked for here. */
    static List<Field> fields(Definition definition) {
        RecordItems items = new RecordItems(definition);
        List<Field> fields = new ArrayList<>();
        items.sac.addTo(fields);
        items.sic.addTo(fields);
        items.address.addTo(fields);
        for (Handle time : items.times) {
            time.addTo(fields);
        }
        for (Handle position : items.positions) {
            position.addTo(fields);
        }
        return fields;
    }

    /** Returns SAC times 256 plus SIC, or -1. */
    int source(RecordView record) {
        return sac.isIn(record) ? (int) (sac.raw(record) << 8 | sic.raw(record)) : -1;
    }

    /** Returns the SAC, or 0. */
    int sac(RecordView record) {
        return (int) sac.raw(record);
    }

    /** Returns the SIC, or 0. */
    int sic(RecordView record) {
        return (int) sic.raw(record);
    }

    /** Returns the time of day (1/128 s) as it stands there, or -1. */
    long time(RecordView record) {
        for (Handle time : times) {
            if (time.isIn(record)) {
                return time.raw(record);
            }
        }
        return -1;
    }

    /** Returns the time of day (1/128 s), or -1 where there is none, or an impossible one. */
    long ticks(RecordView record) {
        long ticks = time(record);
        return ticks < Mapping.TICKS_A_DAY ? ticks : -1;
    }

    /** Returns the 24-bit address, or -1. */
    int address(RecordView record) {
        return address.code(record);
    }

    boolean hasPosition(RecordView record) {
        for (Handle position : positions) {
            if (position.isIn(record)) {
                return true;
            }
        }
        return false;
    }
}
