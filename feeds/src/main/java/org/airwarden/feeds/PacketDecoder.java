package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.model.Packet;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * Packets of all sources of a site to reports: the whole way from bytes to what moves the picture.
 * The same packets in the same order give the same reports, also when the state is written, moved
 * and read in between. Bad bytes never throw. One thread.
 */
public final class PacketDecoder {
    private static final int VERSION = 1;

    private final List<@Nullable SourceDecoder> decoders = new ArrayList<>();
    private final Tally strays = new Tally();
    private final FaultSink faults;

    /**
     * Makes decoders for sources.
     *
     * @param sources the sources, in the order of their numbers; packets of one whose format is not
     *     known are faults
     * @param sensors the site's sensors, in the order of their numbers
     * @param faults takes what cannot be used, in the order in which it is met
     * @throws IllegalArgumentException if an edition that a source names is not at hand
     */
    public PacketDecoder(List<Source> sources, List<Sensor> sensors, FaultSink faults) {
        this.faults = faults;
        for (Source source : sources) {
            decoders.add(
                    source.format() == null
                            ? null
                            : SourceDecoder.of(source, List.copyOf(sensors), faults));
        }
    }

    /** Decodes a packet. Each report is received when the packet was. */
    public void decode(Packet packet, ReportSink sink) {
        int source = packet.source();
        SourceDecoder decoder =
                source < 0 || source >= decoders.size() ? null : decoders.get(source);
        if (decoder != null) {
            decoder.decode(packet, sink);
            return;
        }
        strays.add("unknown-source");
        faults.accept(
                new FeedFault(
                        source,
                        packet.received(),
                        "unknown-source",
                        0,
                        "the site has no source " + source + ", or not what it holds",
                        packet.bytes()));
    }

    /** Returns how often each kind of fault occurred, over all sources. */
    public SortedMap<String, Long> faults() {
        TreeMap<String, Long> sum = new TreeMap<>(strays.toMap());
        for (@Nullable SourceDecoder decoder : decoders) {
            if (decoder != null) {
                decoder.faults().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            }
        }
        return Collections.unmodifiableSortedMap(sum);
    }

    /**
     * Returns how often what was understood was not reported, by reason: test targets, predictions
     * without detection, categories that tell nothing of the picture, and the like.
     */
    public SortedMap<String, Long> setAside() {
        TreeMap<String, Long> sum = new TreeMap<>();
        for (@Nullable SourceDecoder decoder : decoders) {
            if (decoder != null) {
                decoder.setAside().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            }
        }
        return Collections.unmodifiableSortedMap(sum);
    }

    /** Returns how many Mode S messages were repaired, over all sources. */
    public long repaired() {
        long sum = 0;
        for (@Nullable SourceDecoder decoder : decoders) {
            sum += decoder == null ? 0 : decoder.repaired();
        }
        return sum;
    }

    /** Writes the state of all decoders. */
    public void write(StateOutput out) {
        out.putByte(VERSION);
        out.putInt(decoders.size());
        strays.write(out);
        for (@Nullable SourceDecoder decoder : decoders) {
            out.putBoolean(decoder != null);
            if (decoder != null) {
                decoder.write(out);
            }
        }
    }

    /**
     * Takes up a state that {@link #write} wrote, for the same sources.
     *
     * @throws StateException if the bytes are no such state
     */
    public void read(StateInput in) {
        in.version("the decoders' state", VERSION);
        int count = in.takeInt();
        if (count != decoders.size()) {
            throw new StateException(
                    "the state is of " + count + " sources, the site has " + decoders.size());
        }
        strays.read(in);
        for (@Nullable SourceDecoder decoder : decoders) {
            if (in.takeBoolean() != (decoder != null)) {
                throw new StateException("the state is of sources of other formats");
            }
            if (decoder != null) {
                decoder.read(in);
            }
        }
    }
}
