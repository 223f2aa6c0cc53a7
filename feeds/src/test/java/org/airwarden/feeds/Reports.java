package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.SensorReport;

/** A recording played into decoders. */
record Reports(
        List<Packet> packets,
        List<SensorReport> reports,
        List<FeedFault> faults,
        PacketDecoder decoder,
        List<String> remarks) {

    static Reports of(SiteFile site, Path... files) throws IOException {
        List<Packet> packets = new ArrayList<>();
        List<SensorReport> reports = new ArrayList<>();
        List<FeedFault> faults = new ArrayList<>();
        RecordingOptions options =
                new RecordingOptions(ReadingOptions.BY_BYTES, site, null, Origin.RECORDED);
        try (Recording recording = Recording.open(List.of(files), options, faults::add)) {
            PacketDecoder decoder = recording.decoder(faults::add);
            Packet packet = recording.next();
            while (packet != null) {
                packets.add(packet);
                decoder.decode(packet, reports::add);
                packet = recording.next();
            }
            return new Reports(packets, reports, faults, decoder, recording.remarks());
        }
    }

    <T extends SensorReport> Stream<T> of(Class<T> type, int sensor) {
        return reports.stream()
                .filter(report -> report.sensor() == sensor)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
