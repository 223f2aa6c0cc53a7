package org.airwarden.feeds;

import java.util.Locale;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.jspecify.annotations.Nullable;

/** Records of one edition of one category to reports. One thread. */
abstract class CategoryMapper {
    private final int category;

    /** Source, time, address. */
    final RecordItems items;

    CategoryMapper(Definition definition) {
        category = definition.category();
        items = new RecordItems(definition);
    }

    /**
     * Returns the mapper of an edition, or null where its category tells nothing of the picture.
     */
    static @Nullable CategoryMapper of(Definition definition) {
        return switch (definition.category()) {
            case 10 -> new SurfaceMapper(definition);
            case 19, 34, 63, 65 -> new ServiceMapper(definition);
            case 20 -> new MultilaterationMapper(definition);
            case 21 -> new AdsbMapper(definition);
            case 48 -> new RadarPlotMapper(definition);
            case 62 -> new SystemTrackMapper(definition);
            case 205 -> new DirectionFinderMapper(definition);
            default -> null;
        };
    }

    /** Maps a record, once its sensor is known. */
    final void accept(RecordView record, Mapping mapping) {
        int sac = items.sac(record);
        int sic = items.sic(record);
        int sensor = mapping.sensors().of(category, sac, sic);
        if (sensor < 0) {
            mapping.fault(
                    "unknown-sensor",
                    record,
                    String.format(
                            Locale.ROOT,
                            "CAT%03d from SAC/SIC %d/%d, which is no one sensor of the site; name"
                                    + " it there, or choose a sensor for the source",
                            category,
                            sac,
                            sic));
            return;
        }
        map(record, mapping, sensor);
    }

    abstract void map(RecordView record, Mapping mapping, int sensor);

    /**
     * Returns when the record was measured (ns since 1970): when it was received, where it does not
     * tell, or tells an impossible time of day.
     */
    final long measured(RecordView record, Mapping mapping) {
        long time = items.time(record);
        return time < 0 ? mapping.received() : mapping.measured(time);
    }
}
