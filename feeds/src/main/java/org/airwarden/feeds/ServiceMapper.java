package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.ServiceMessage.Kind;

/**
 * CAT019, 034, 063 and 065 (EUROCONTROL-SPEC-0149-18, -2b, -10, -15) to service messages: north
 * marks, sectors, update cycles, and that the sender lives. What CAT063 says of a centre's own
 * sensors is the centre's word, not theirs.
 */
final class ServiceMapper extends CategoryMapper {
    private final Kind[] kinds;
    private final Handle kind;
    private final Handle azimuth;
    private final Handle period;

    ServiceMapper(Definition definition) {
        super(definition);
        boolean radar = definition.category() == 34;
        kinds =
                switch (definition.category()) {
                    case 19 -> new Kind[] {Kind.UPDATE_CYCLE};
                    case 34 -> new Kind[] {Kind.NORTH_MARK, Kind.SECTOR};
                    default -> new Kind[] {};
                };
        kind = Handle.of(definition, "000");
        azimuth = radar ? Handle.of(definition, "020") : Handle.of(definition);
        period = radar ? Handle.of(definition, "041") : Handle.of(definition);
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int code = kind.code(record);
        Kind known = code >= 1 && code <= kinds.length ? kinds[code - 1] : Kind.STATUS;
        double turn = period.value(record);
        mapping.service(
                sensor,
                measured(record, mapping),
                known,
                known == Kind.NORTH_MARK ? 0 : azimuth.value(record),
                turn > 0 ? turn : Double.NaN);
    }
}
