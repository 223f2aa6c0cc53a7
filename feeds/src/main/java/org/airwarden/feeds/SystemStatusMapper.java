package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.ServiceMessage;

/**
 * CAT063 and CAT065 to service messages: the tracking centre lives (EUROCONTROL-SPEC-0149-10 and
 * -15). What CAT063 says of the centre's own sensors is the centre's word, not theirs.
 */
final class SystemStatusMapper extends CategoryMapper {
    private final Handle time;

    SystemStatusMapper(Definition definition) {
        super(definition);
        time = Handle.of(definition, "030");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        mapping.service(
                sensor,
                mapping.measured(record, time),
                ServiceMessage.Kind.STATUS,
                Double.NaN,
                Double.NaN);
    }
}
