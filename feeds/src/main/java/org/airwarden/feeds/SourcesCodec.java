package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * Sources as bytes: what a journal keeps, so that its packets are decoded in replay as they were
 * when they came. Stateless; any thread.
 */
public final class SourcesCodec {
    private static final int VERSION = 1;
    private static final int UDP = 0;
    private static final int TCP = 1;
    private static final int RECORDED = 2;

    private SourcesCodec() {}

    /** Returns the bytes of sources. */
    public static byte[] toBytes(List<Source> sources) {
        StateOutput out = new StateOutput();
        out.putByte(VERSION);
        out.putInt(sources.size());
        for (Source source : sources) {
            write(source, out);
        }
        return out.toBytes();
    }

    /**
     * Returns the sources that bytes stand for.
     *
     * @throws StateException where the bytes are damaged or of a newer version
     */
    public static List<Source> ofBytes(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        in.version("the sources", VERSION);
        int count = in.takeCount();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(read(in));
        }
        return sources;
    }

    private static void write(Source source, StateOutput out) {
        out.putInt(source.number());
        out.putText(source.name());
        switch (source.transport()) {
            case Transport.Udp udp -> {
                out.putByte(UDP);
                out.putText(udp.host());
                out.putInt(udp.port());
                out.putText(udp.networkInterface());
            }
            case Transport.Tcp tcp -> {
                out.putByte(TCP);
                out.putText(tcp.host());
                out.putInt(tcp.port());
            }
            case Transport.Recorded recorded -> {
                out.putByte(RECORDED);
                out.putText(recorded.pattern());
            }
        }
        Format format = source.format();
        out.putText(format == null ? null : format.name());
        RecordingFormat framing = source.framing();
        out.putText(framing == null ? null : framing.word());
        out.putInt(source.editions().size());
        source.editions()
                .forEach(
                        (category, edition) -> {
                            out.putInt(category);
                            out.putText(edition);
                        });
        out.putInt(source.sensor());
        out.putInt(source.sensorOfCategory().size());
        source.sensorOfCategory()
                .forEach(
                        (category, sensor) -> {
                            out.putInt(category);
                            out.putInt(sensor);
                        });
        GeodeticPosition reference = source.reference();
        out.putBoolean(reference != null);
        if (reference != null) {
            out.putDouble(reference.latitude());
            out.putDouble(reference.longitude());
            out.putDouble(reference.height());
        }
    }

    private static Source read(StateInput in) {
        int number = in.takeInt();
        String name = text(in);
        Transport transport =
                switch (in.takeByte()) {
                    case UDP -> new Transport.Udp(text(in), in.takeInt(), in.takeText());
                    case TCP -> new Transport.Tcp(text(in), in.takeInt());
                    case RECORDED -> new Transport.Recorded(text(in));
                    default -> throw new StateException("a source has an unknown transport");
                };
        Format format = member(Format.class, in.takeText());
        RecordingFormat framing = framing(in.takeText());
        SortedMap<Integer, String> editions = new TreeMap<>();
        int editionCount = in.takeCount();
        for (int i = 0; i < editionCount; i++) {
            editions.put(in.takeInt(), text(in));
        }
        int sensor = in.takeInt();
        SortedMap<Integer, Integer> sensorOfCategory = new TreeMap<>();
        int sensorCount = in.takeCount();
        for (int i = 0; i < sensorCount; i++) {
            sensorOfCategory.put(in.takeInt(), in.takeInt());
        }
        GeodeticPosition reference =
                in.takeBoolean()
                        ? new GeodeticPosition(in.takeDouble(), in.takeDouble(), in.takeDouble())
                        : null;
        return new Source(
                number,
                name,
                transport,
                format,
                framing,
                editions,
                sensor,
                sensorOfCategory,
                reference);
    }

    private static String text(StateInput in) {
        String text = in.takeText();
        if (text == null) {
            throw new StateException("a source lacks a text");
        }
        return text;
    }

    private static @Nullable RecordingFormat framing(@Nullable String word) {
        RecordingFormat framing = word == null ? null : RecordingFormat.ofWord(word);
        if (word != null && framing == null) {
            throw new StateException("a source has the unknown framing " + word);
        }
        return framing;
    }

    private static <E extends Enum<E>> @Nullable E member(
            Class<E> type, @Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new StateException("a source has an unknown " + type.getSimpleName());
        }
    }
}
