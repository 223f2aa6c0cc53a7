package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.ServiceMessage;

/** CAT019 to service messages: update cycles and status (EUROCONTROL-SPEC-0149-18). */
final class MultilaterationStatusMapper extends CategoryMapper {
    private static final int UPDATE_CYCLE = 1;

    private final Handle kind;
    private final Handle time;

    MultilaterationStatusMapper(Definition definition) {
        super(definition);
        kind = Handle.of(definition, "000");
        time = Handle.of(definition, "140");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        mapping.service(
                sensor,
                mapping.measured(record, time),
                kind.code(record) == UPDATE_CYCLE
                        ? ServiceMessage.Kind.UPDATE_CYCLE
                        : ServiceMessage.Kind.STATUS,
                Double.NaN,
                Double.NaN);
    }
}
