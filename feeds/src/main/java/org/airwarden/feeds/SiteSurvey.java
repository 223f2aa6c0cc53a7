package org.airwarden.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sensors that speak in recordings, where no site file names them: by category, SAC and
 * SIC, with the positions that radars (I034/120) and multilateration systems (I019/600) tell of
 * themselves. One thread.
 */
final class SiteSurvey {
    /** How far into a file sensors are looked for (bytes). */
    private static final long DEPTH = 64L << 20;

    private static final int TYPE_PRIMARY = 3;

    /** What is seen of a sensor. */
    private static final class Sighting {
        private final int sac;
        private final int sic;
        private long primary;
        private long other;
        private long cartesianOnly;
        private @Nullable GeodeticPosition place;

        Sighting(int sac, int sic) {
            this.sac = sac;
            this.sic = sic;
        }

        Sensor.Kind kind(Sensor.Kind group) {
            return group == Sensor.Kind.SURFACE_RADAR && other > primary ? Sensor.Kind.MLAT : group;
        }
    }

    /** Handles of one category. */
    private static final class Items {
        private final RecordItems common;
        private final Handle type;
        private final Handle wgs84;
        private final Handle cartesian;
        private final Handle latitude;
        private final Handle longitude;
        private final Handle height;

        Items(Definition definition) {
            common = new RecordItems(definition);
            int category = definition.category();
            type = Handle.of(definition, category == 10 ? "020/TYP" : "");
            wgs84 = Handle.of(definition, category == 62 ? "105/LAT" : "041/LAT");
            cartesian =
                    Handle.of(definition, category == 62 ? "100/X" : category == 48 ? "" : "042/X");
            latitude = Handle.of(definition, category == 19 ? "600/LAT" : "120/LAT");
            longitude = Handle.of(definition, category == 19 ? "600/LON" : "120/LON");
            height = Handle.of(definition, category == 19 ? "610" : "120/HGT");
        }
    }

    private final TreeMap<Integer, Sighting> sightings = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Looks through a file of ASTERIX. */
    void add(RecordedFile file) throws IOException {
        Editions editions = Editions.none();
        for (var edition : file.editions().entrySet()) {
            editions = editions.with(Definitions.of(edition.getKey(), edition.getValue()));
        }
        BlockWalker walker = new BlockWalker(editions);
        @Nullable Items[] items = new @Nullable Items[256];
        try (FrameReader reader = FrameReader.open(file.path(), file.format(), fault -> {})) {
            Frame frame = new Frame();
            while (reader.next(frame) && frame.fileOffset() < DEPTH) {
                walker.walk(
                        frame.bytes(),
                        frame.offset(),
                        frame.offset() + frame.length(),
                        record -> {
                            Items known = items[record.category()];
                            if (known == null) {
                                known = new Items(record.definition());
                                items[record.category()] = known;
                            }
                            see(record, known);
                        });
            }
        }
    }

    private void see(RecordView record, Items items) {
        Sensor.Kind kind = groupOf(record.category());
        int source = items.common.source(record);
        if (kind == null || source < 0) {
            return;
        }
        int key = rank(kind) << 16 | source;
        Sighting sighting =
                sightings.computeIfAbsent(key, k -> new Sighting(source >> 8, source & 0xFF));
        if (items.type.isIn(record)) {
            if (items.type.raw(record) == TYPE_PRIMARY) {
                sighting.primary++;
            } else {
                sighting.other++;
            }
        }
        if (items.cartesian.isIn(record) && !items.wgs84.isIn(record)) {
            sighting.cartesianOnly++;
        }
        double north = items.latitude.value(record);
        double east = items.longitude.value(record);
        if (sighting.place == null && Positions.isPossible(north, east)) {
            double height = items.height.value(record);
            sighting.place = new GeodeticPosition(north, east, Double.isNaN(height) ? 0 : height);
        }
    }

    private static Sensor.@Nullable Kind groupOf(int category) {
        return switch (category) {
            case 1, 2, 34, 48 -> Sensor.Kind.RADAR;
            case 10 -> Sensor.Kind.SURFACE_RADAR;
            case 19, 20 -> Sensor.Kind.MLAT;
            case 21 -> Sensor.Kind.ADSB;
            case 62, 63, 65 -> Sensor.Kind.SYSTEM;
            case 205 -> Sensor.Kind.DIRECTION_FINDER;
            default -> null;
        };
    }

    @SuppressWarnings("EnumOrdinal") // for order within one run, never kept
    private static int rank(Sensor.Kind kind) {
        return kind.ordinal();
    }

    /** Returns the sensors seen, by kind, SAC and SIC, numbered from 0. */
    List<Sensor> sensors() {
        TreeMap<Integer, Sensor> found = new TreeMap<>();
        Sensor.Kind[] kinds = Sensor.Kind.values();
        for (var entry : sightings.entrySet()) {
            Sighting seen = entry.getValue();
            Sensor.Kind kind = seen.kind(kinds[entry.getKey() >> 16]);
            int key = rank(kind) << 16 | seen.sac << 8 | seen.sic;
            Sensor before = found.get(key);
            if (before == null || before.placement() == null) {
                found.put(key, sensor(0, kind, seen.sac, seen.sic, seen.place));
            }
            boolean polar = kind == Sensor.Kind.RADAR;
            if (seen.place == null && (polar || seen.cartesianOnly > 0)) {
                remarks.add(
                        name(kind, seen.sac, seen.sic)
                                + (polar
                                        ? " does not tell where it stands, so its plots"
                                        : " does not tell where its positions are counted from,"
                                                + " so they")
                                + " cannot be placed; describe it in a site file and give that"
                                + " with --site");
            }
        }
        List<Sensor> sensors = new ArrayList<>();
        for (Sensor sensor : found.values()) {
            sensors.add(numbered(sensors.size(), sensor));
        }
        return sensors;
    }

    /** Returns what has to be said of the sensors, one line each; after {@link #sensors}. */
    List<String> remarks() {
        return remarks;
    }

    private static String name(Sensor.Kind kind, int sac, int sic) {
        String word =
                switch (kind) {
                    case RADAR -> "radar ";
                    case SURFACE_RADAR -> "surface radar ";
                    case ADSB -> "ADS-B ";
                    case MLAT -> "MLAT ";
                    case SYSTEM -> "system ";
                    case DIRECTION_FINDER -> "direction finder ";
                    case OBSERVER -> "observer ";
                };
        return word + sac + "/" + sic;
    }

    private static Sensor numbered(int id, Sensor sensor) {
        return new Sensor(
                id,
                sensor.name(),
                sensor.kind(),
                sensor.sac(),
                sensor.sic(),
                sensor.placement(),
                sensor.rangeSigma(),
                sensor.azimuthSigma(),
                sensor.elevationSigma(),
                sensor.positionSigma(),
                sensor.detectionProbability(),
                sensor.clutterPerScan(),
                sensor.period(),
                sensor.maximumRange());
    }

    private static Sensor sensor(
            int id, Sensor.Kind kind, int sac, int sic, @Nullable GeodeticPosition place) {
        return new Sensor(
                id,
                name(kind, sac, sic),
                kind,
                sac,
                sic,
                place == null ? null : org.airwarden.geodesy.Frame.tangent(place),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** Returns a receiver of Mode S whose stream tells no SAC and SIC. */
    static Sensor receiver(int id, String name) {
        return new Sensor(
                id,
                name,
                Sensor.Kind.ADSB,
                -1,
                -1,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }
}
