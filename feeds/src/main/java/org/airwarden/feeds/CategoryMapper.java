package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Origin;
import org.jspecify.annotations.Nullable;

/** Records of one edition of one category to reports. One thread. */
abstract class CategoryMapper {
    private final Handle sac;
    private final Handle sic;
    private final int category;

    CategoryMapper(Definition definition) {
        category = definition.category();
        sac = Handle.of(definition, "010/SAC");
        sic = Handle.of(definition, "010/SIC");
    }

    /**
     * Returns the mapper of an edition, or null where its category tells nothing of the picture.
     */
    static @Nullable CategoryMapper of(Definition definition) {
        return switch (definition.category()) {
            case 10 -> new SurfaceMapper(definition);
            case 19 -> new MultilaterationStatusMapper(definition);
            case 20 -> new MultilaterationMapper(definition);
            case 21 -> new AdsbMapper(definition);
            case 34 -> new RadarServiceMapper(definition);
            case 48 -> new RadarPlotMapper(definition);
            case 62 -> new SystemTrackMapper(definition);
            case 63, 65 -> new SystemStatusMapper(definition);
            default -> null;
        };
    }

    /** Maps a record, once its sensor is known. */
    final void accept(RecordView record, Mapping mapping) {
        int sensor = mapping.sensors().of(category, (int) sac.raw(record), (int) sic.raw(record));
        if (sensor < 0) {
            mapping.fault(
                    "unknown-sensor",
                    record,
                    String.format(
                            "CAT%03d from SAC/SIC %d/%d, which is no one sensor of the site; name"
                                    + " it there, or choose a sensor for the source",
                            category, sac.raw(record), sic.raw(record)));
            return;
        }
        map(record, mapping, sensor);
    }

    abstract void map(RecordView record, Mapping mapping, int sensor);

    /**
     * Tells whether a record is about a real target, and counts it where it is not.
     *
     * @param test the flag of a test target
     * @param fieldMonitor the flag of a fixed transponder that watches the sensor
     */
    static boolean isTarget(RecordView record, Mapping mapping, Handle test, Handle fieldMonitor) {
        if (test.isSet(record)) {
            mapping.setAside("test-target");
            return false;
        }
        if (fieldMonitor.isSet(record)) {
            mapping.setAside("field-monitor");
            return false;
        }
        return true;
    }

    /** Returns the origin of a record: what is simulated is never taken for real. */
    static Origin origin(RecordView record, Mapping mapping, Handle simulated) {
        return simulated.isSet(record) ? mapping.origin().with(Origin.SIMULATED) : mapping.origin();
    }
}
