package org.airwarden.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.IqFormat;
import org.jspecify.annotations.Nullable;

/**
 * A site file as state that moves: with the editions and formats that were found, so that recorded
 * packets are read again exactly as they were. Stateless; any thread.
 */
final class SiteFileState {
    private static final int VERSION = 2;
    private static final int UDP = 0;
    private static final int TCP = 1;
    private static final int RECORDED = 2;
    private static final int RTL_TCP = 3;

    private SiteFileState() {}

    static void write(SiteFile site, StateOutput out) {
        out.putByte(VERSION);
        out.putText(site.name());
        LocalDate date = site.date();
        out.putText(date == null ? null : date.toString());
        out.putInt(site.sensors().size());
        for (Sensor sensor : site.sensors()) {
            write(sensor, out);
        }
        out.putInt(site.sources().size());
        for (Source source : site.sources()) {
            write(source, out);
        }
    }

    static SiteFile read(StateInput in) {
        int version = in.version("the site file's state", VERSION);
        String name = text(in);
        String date = in.takeText();
        List<Sensor> sensors = new ArrayList<>();
        int sensorCount = in.takeCount();
        for (int i = 0; i < sensorCount; i++) {
            sensors.add(sensor(i, in));
        }
        List<Source> sources = new ArrayList<>();
        int sourceCount = in.takeCount();
        for (int i = 0; i < sourceCount; i++) {
            sources.add(source(i, version, in));
        }
        return new SiteFile(name, date == null ? null : LocalDate.parse(date), sensors, sources);
    }

    private static void write(Sensor sensor, StateOutput out) {
        out.putText(sensor.name());
        out.putEnum(sensor.kind());
        out.putInt(sensor.sac());
        out.putInt(sensor.sic());
        Frame place = sensor.placement();
        out.putBoolean(place != null);
        if (place != null) {
            out.putDoubles(
                    new double[] {
                        place.originX(), place.originY(), place.originZ(),
                        place.eastX(), place.eastY(), place.eastZ(),
                        place.northX(), place.northY(), place.northZ(),
                        place.upX(), place.upY(), place.upZ()
                    });
        }
        out.putDoubles(
                new double[] {
                    sensor.rangeSigma(),
                    sensor.azimuthSigma(),
                    sensor.elevationSigma(),
                    sensor.positionSigma(),
                    sensor.detectionProbability(),
                    sensor.clutterPerScan(),
                    sensor.period(),
                    sensor.maximumRange()
                });
    }

    private static Sensor sensor(int id, StateInput in) {
        String name = text(in);
        Sensor.Kind kind = in.takeEnum(Sensor.Kind.class);
        int sac = in.takeInt();
        int sic = in.takeInt();
        Frame place = in.takeBoolean() ? frame(in) : null;
        double[] figures = new double[8];
        in.takeDoubles(figures);
        return new Sensor(
                id,
                name,
                kind,
                sac,
                sic,
                place,
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7]);
    }

    private static Frame frame(StateInput in) {
        double[] f = new double[12];
        in.takeDoubles(f);
        return new Frame(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11]);
    }

    private static void write(Source source, StateOutput out) {
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
            case Transport.RtlTcp rtl -> {
                out.putByte(RTL_TCP);
                out.putText(rtl.host());
                out.putInt(rtl.port());
                out.putLong(rtl.tuning().frequency());
                out.putText(rtl.tuning().format().word());
                out.putInt(rtl.tuning().gain());
                out.putInt(rtl.tuning().correction());
            }
            case Transport.Recorded recorded -> {
                out.putByte(RECORDED);
                out.putText(recorded.pattern());
            }
        }
        Format format = source.format();
        out.putText(format == null ? null : format.word());
        RecordingFormat framing = source.framing();
        out.putText(framing == null ? null : framing.word());
        out.putInt(source.editions().size());
        source.editions()
                .forEach((category, edition) -> {
                    out.putInt(category);
                    out.putText(edition);
                });
        out.putInt(source.sensor());
        out.putInt(source.sensorOfCategory().size());
        source.sensorOfCategory()
                .forEach((category, sensor) -> {
                    out.putInt(category);
                    out.putInt(sensor);
                });
        GeodeticPosition reference = source.reference();
        out.putBoolean(reference != null);
        if (reference != null) {
            out.putDoubles(
                    new double[] {reference.latitude(), reference.longitude(), reference.height()});
        }
        out.putEnum(source.repair());
    }

    private static Source source(int number, int version, StateInput in) {
        String name = text(in);
        Transport transport = transport(in);
        Format format = format(in.takeText());
        String framing = in.takeText();
        SortedMap<Integer, String> editions = new TreeMap<>();
        int editionCount = in.takeCount();
        for (int i = 0; i < editionCount; i++) {
            editions.put(in.takeInt(), text(in));
        }
        int sensor = in.takeInt();
        SortedMap<Integer, Integer> sensors = new TreeMap<>();
        int sensorCount = in.takeCount();
        for (int i = 0; i < sensorCount; i++) {
            sensors.put(in.takeInt(), in.takeInt());
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
                framing == null ? null : RecordingFormat.ofWord(framing),
                editions,
                sensor,
                sensors,
                reference,
                version < 2 ? ErrorCorrection.NONE : in.takeEnum(ErrorCorrection.class));
    }

    private static Transport transport(StateInput in) {
        int kind = in.takeByte();
        return switch (kind) {
            case UDP -> new Transport.Udp(text(in), in.takeInt(), in.takeText());
            case TCP -> new Transport.Tcp(text(in), in.takeInt());
            case RTL_TCP -> new Transport.RtlTcp(text(in), in.takeInt(), tuning(in));
            case RECORDED -> new Transport.Recorded(text(in));
            default -> throw new StateException("there is no transport " + kind);
        };
    }

    private static RtlTuning tuning(StateInput in) {
        long frequency = in.takeLong();
        IqFormat format = IqFormat.ofWord(text(in));
        try {
            return new RtlTuning(
                    frequency,
                    format == null ? IqFormat.S16_2400 : format,
                    in.takeInt(),
                    in.takeInt());
        } catch (IllegalArgumentException wrong) {
            throw new StateException("a receiver cannot be set so: " + wrong.getMessage());
        }
    }

    private static @Nullable Format format(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (Format format : Format.values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new StateException("there is no format '" + word + "'");
    }

    private static String text(StateInput in) {
        String text = in.takeText();
        if (text == null) {
            throw new StateException("a text is missing; the bytes are damaged");
        }
        return text;
    }
}
