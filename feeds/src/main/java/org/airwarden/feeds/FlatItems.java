package org.airwarden.feeds;

import java.util.Locale;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Time;

/** Where one edition of an ASTERIX category has what the {@link Column}s ask. One thread. */
final class FlatItems {
    private static final long TICK = Mapping.TICK;

    private final Definition definition;
    private final String number;
    private final RecordItems items;
    private final FlatItem simulated;
    private final FlatItem identification;
    private final FlatItem code;
    private final FlatItem track;
    private final FlatItem latitude;
    private final FlatItem longitude;
    private final FlatItem x;
    private final FlatItem y;
    private final FlatItem range;
    private final FlatItem azimuth;
    private final FlatItem pressureHeight;
    private final FlatItem geometricHeight;
    private final FlatItem speed;
    private final FlatItem angle;
    private final FlatItem east;
    private final FlatItem north;
    private final FlatItem rate;
    private final FlatItem ground;

    FlatItems(Definition definition) {
        this.definition = definition;
        int category = definition.category();
        number = String.format(Locale.ROOT, "%03d", category);
        items = new RecordItems(definition);
        simulated =
                switch (category) {
                    case 1, 10, 20, 48 -> of("020/SIM", "020/TST");
                    case 21 -> of("040/SIM", "040/TST");
                    case 62 -> of("080/SIM");
                    default -> of();
                };
        identification =
                switch (category) {
                    case 10, 20 -> of("245/CHR");
                    case 21 -> of("170");
                    case 48 -> of("240");
                    case 62 -> of("380/ID", "245/CHR");
                    default -> of();
                };
        code =
                switch (category) {
                    case 10, 62 -> of("060/MODE3A");
                    case 1, 20, 21, 48 -> of("070/MODE3A");
                    default -> of();
                };
        track =
                switch (category) {
                    case 1, 10, 20, 21, 48 -> of("161", "161/TRK", "161/TRN", "161/TRNUM");
                    case 62 -> of("040");
                    case 4 -> of("030");
                    default -> of();
                };
        boolean wgs = category == 10 || category == 20;
        latitude = of(position(category, wgs, "LAT"));
        longitude = of(position(category, wgs, "LON"));
        x = of(plane(category, "X"));
        y = of(plane(category, "Y"));
        boolean polar = category == 1 || category == 10 || category == 48;
        range = polar ? of("040/RHO") : of();
        azimuth = polar ? of("040/THETA") : of();
        pressureHeight =
                switch (category) {
                    case 1 -> of("090/HGT");
                    case 10, 20, 48 -> of("090/FL");
                    case 21 -> of("145");
                    case 62 -> of("136");
                    default -> of();
                };
        geometricHeight =
                switch (category) {
                    case 10 -> of("091");
                    case 20 -> of("105", "110");
                    case 21 -> of("140");
                    case 48 -> of("110/3DH");
                    case 62 -> of("130");
                    default -> of();
                };
        speed = of(vector(category, "GSP", "GS"));
        angle = category == 10 ? of("200/TRA") : of(vector(category, "HDG", "TA"));
        east = of(cartesian(category, "VX"));
        north = of(cartesian(category, "VY"));
        rate =
                switch (category) {
                    case 21 -> of("155/BVR", "155", "157/GVR", "157");
                    case 62 -> of("220");
                    default -> of();
                };
        ground =
                switch (category) {
                    case 10, 20 -> of("020/GBS");
                    case 21 -> of("040/GBS");
                    default -> of();
                };
    }

    private FlatItem of(String... paths) {
        return FlatItem.of(definition, paths);
    }

    private static String[] position(int category, boolean wgs, String axis) {
        return wgs
                ? new String[] {"041/" + axis}
                : switch (category) {
                    case 21 -> new String[] {"131/" + axis, "130/" + axis};
                    case 62 -> new String[] {"105/" + axis};
                    default -> new String[] {};
                };
    }

    private static String[] plane(int category, String axis) {
        return switch (category) {
            case 1, 10, 20, 48 -> new String[] {"042/" + axis};
            case 62 -> new String[] {"100/" + axis};
            default -> new String[] {};
        };
    }

    private static String[] vector(int category, String ofRadar, String ofAdsb) {
        return switch (category) {
            case 1, 10, 48 -> new String[] {"200/" + ofRadar};
            case 21 -> new String[] {"160/" + ofAdsb};
            case 62 -> new String[] {"180/" + ofRadar};
            default -> new String[] {};
        };
    }

    private static String[] cartesian(int category, String axis) {
        return switch (category) {
            case 10, 20 -> new String[] {"202/" + axis};
            case 62 -> new String[] {"185/" + axis};
            default -> new String[] {};
        };
    }

    /** Returns the category as three digits. */
    String number() {
        return number;
    }

    /** Returns what is asked of every record: source, time, address. */
    RecordItems items() {
        return items;
    }

    /** Tells whether a record is marked as simulated or a test. */
    boolean isSimulated(RecordView record) {
        return simulated.isSet(record);
    }

    /** Returns when a record was measured (ns since 1970), near the time of its frame. */
    long time(RecordView record, long recorded) {
        long ticks = items.ticks(record);
        return ticks < 0 ? recorded : TimeOfDay.nearest(recorded, ticks * TICK);
    }

    /**
     * Fills a row, all but what only the file tells.
     *
     * @param source SAC times 256 plus SIC, or -1
     */
    void fill(Row row, RecordView record, int source, long time, boolean dateKnown) {
        if (dateKnown) {
            row.put(Column.TIME, time);
        }
        if (dateKnown || items.ticks(record) >= 0) {
            row.put(Column.TIME_OF_DAY, Math.floorMod(time, Time.DAY) / 1e9);
        }
        row.put(Column.CATEGORY, number);
        row.put(Column.EDITION, definition.edition());
        if (source >= 0) {
            row.put(Column.SAC, source >> 8);
            row.put(Column.SIC, source & 0xFF);
        }
        row.put(Column.SIMULATED, isSimulated(record));
        row.address(items.address(record));
        row.put(Column.IDENTIFICATION, identification.text(record).strip());
        row.put(Column.MODE_3A, code.text(record));
        if (track.isIn(record)) {
            row.put(Column.TRACK_NUMBER, track.raw(record));
        }
        row.put(Column.LATITUDE, latitude.value(record));
        row.put(Column.LONGITUDE, longitude.value(record));
        row.put(Column.X, x.value(record));
        row.put(Column.Y, y.value(record));
        row.put(Column.RANGE, range.value(record));
        row.put(Column.AZIMUTH, azimuth.value(record));
        row.put(Column.PRESSURE_HEIGHT, pressureHeight.value(record));
        row.put(Column.GEOMETRIC_HEIGHT, geometricHeight.value(record));
        movement(row, record);
        row.put(Column.VERTICAL_RATE, rate.value(record));
        if (ground.isIn(record)) {
            row.put(Column.ON_GROUND, ground.isSet(record));
        }
        row.put(Column.LENGTH, record.length());
    }

    private void movement(Row row, RecordView record) {
        double eastward = east.value(record);
        double northward = north.value(record);
        if (speed.isIn(record) || Double.isNaN(eastward)) {
            row.put(Column.GROUND_SPEED, speed.value(record));
            row.put(Column.TRACK_ANGLE, angle.value(record));
            return;
        }
        row.put(Column.GROUND_SPEED, Math.sqrt(eastward * eastward + northward * northward));
        if (eastward != 0 || northward != 0) {
            double degrees = StrictMath.toDegrees(StrictMath.atan2(eastward, northward));
            row.put(Column.TRACK_ANGLE, degrees < 0 ? degrees + 360 : degrees);
        }
    }
}
