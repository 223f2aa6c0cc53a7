package org.airwarden.feeds;

import java.util.List;
import java.util.SortedMap;
import org.airwarden.model.Packet;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Packets of one source to reports. The same packets in the same order give the same reports, also
 * when the state is written, moved and read in between. Bytes that cannot be used never throw: they
 * are counted and handed on as faults, and decoding goes on behind them. One thread.
 */
abstract sealed class SourceDecoder
        permits AsterixDecoder, ModeSSourceDecoder, SbsDecoder, ReadsbDecoder {
    private final Tally faultCounts = new Tally();
    private final Tally setAside = new Tally();

    /** What the mappers of this source share. */
    final Mapping mapping;

    SourceDecoder(Source source, List<Sensor> sensors, FaultSink faults) {
        mapping = new Mapping(source, sensors, setAside, faultCounts, faults);
    }

    /**
     * Makes the decoder of a source.
     *
     * @throws IllegalArgumentException if the source's format is not known, or an edition that it
     *     names is not at hand
     */
    static SourceDecoder of(Source source, List<Sensor> sensors, FaultSink faults) {
        Format format = source.format();
        if (format == null) {
            throw new IllegalArgumentException(
                    "what source '" + source.name() + "' holds is not known yet");
        }
        return switch (format) {
            case ASTERIX -> new AsterixDecoder(source, sensors, faults);
            case BEAST, AVR -> new ModeSSourceDecoder(source, sensors, faults);
            case SBS -> new SbsDecoder(source, sensors, faults);
            case READSB -> new ReadsbDecoder(source, sensors, faults);
        };
    }

    /** Decodes a packet; its reports are received when the packet was. */
    final void decode(Packet packet, ReportSink sink) {
        mapping.begin(packet, sink);
        decode(packet);
    }

    abstract void decode(Packet packet);

    /** Returns how often each kind of fault occurred. */
    final SortedMap<String, Long> faults() {
        return faultCounts.toMap();
    }

    /** Returns how often what was understood was not reported, by reason. */
    final SortedMap<String, Long> setAside() {
        return setAside.toMap();
    }

    /** Returns how many messages were repaired, and reported or set aside as whole ones are. */
    long repaired() {
        return 0;
    }

    final void write(StateOutput out) {
        faultCounts.write(out);
        setAside.write(out);
        writeState(out);
    }

    final void read(StateInput in) {
        faultCounts.read(in);
        setAside.read(in);
        readState(in);
    }

    abstract void writeState(StateOutput out);

    abstract void readState(StateInput in);
}
