package org.airwarden.feeds;

import java.util.List;
import java.util.Locale;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Packet;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/** ASTERIX blocks to reports, each category by its mapper. Holds no state but its counts. */
final class AsterixDecoder extends SourceDecoder {
    private final BlockWalker walker;
    private final @Nullable CategoryMapper[] mappers = new @Nullable CategoryMapper[256];
    private final RecordHandler handler =
            new RecordHandler() {
                @Override
                public void record(RecordView record) {
                    map(record);
                }

                @Override
                public void fault(Fault fault) {
                    mapping.fault(
                            word(fault),
                            fault.at(),
                            fault.toString(),
                            fault.bytes(),
                            0,
                            fault.bytes().length);
                }
            };

    AsterixDecoder(Source source, List<Sensor> sensors, FaultSink faults) {
        super(source, sensors, faults);
        Editions editions = Editions.newest();
        for (var choice : source.editions().entrySet()) {
            editions = editions.with(choice.getKey(), choice.getValue());
        }
        walker = new BlockWalker(editions);
    }

    /** Returns the name by which a fault is counted. */
    static String word(Fault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    void decode(Packet packet) {
        walker.walk(packet.bytes(), handler);
    }

    private void map(RecordView record) {
        int category = record.category();
        CategoryMapper mapper = mappers[category];
        if (mapper == null) {
            mapper = CategoryMapper.of(record.definition());
            mappers[category] = mapper;
        }
        if (mapper == null) {
            mapping.setAside("unused-category");
        } else {
            mapper.accept(record, mapping);
        }
    }

    @Override
    void writeState(StateOutput out) {}

    @Override
    void readState(StateInput in) {}
}
