package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.ServiceMessage;

/** CAT034 to service messages: north marks, sectors, status (EUROCONTROL-SPEC-0149-2b). */
final class RadarServiceMapper extends CategoryMapper {
    private static final int NORTH_MARK = 1;
    private static final int SECTOR = 2;

    private final Handle kind;
    private final Handle time;
    private final Handle azimuth;
    private final Handle period;

    RadarServiceMapper(Definition definition) {
        super(definition);
        kind = Handle.of(definition, "000");
        time = Handle.of(definition, "030");
        azimuth = Handle.of(definition, "020");
        period = Handle.of(definition, "041");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int code = kind.code(record);
        double turn = period.value(record);
        mapping.service(
                sensor,
                mapping.measured(record, time),
                code == NORTH_MARK
                        ? ServiceMessage.Kind.NORTH_MARK
                        : code == SECTOR ? ServiceMessage.Kind.SECTOR : ServiceMessage.Kind.STATUS,
                code == NORTH_MARK ? 0 : azimuth.value(record),
                turn > 0 ? turn : Double.NaN);
    }
}
