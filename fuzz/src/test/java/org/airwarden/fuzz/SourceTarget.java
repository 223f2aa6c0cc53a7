package org.airwarden.fuzz;

import java.util.Arrays;
import java.util.List;
import org.airwarden.feeds.FaultSink;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * A source's packets to reports: framing, decoding and mapping of one format as the live host runs
 * them. The first octet is the size of the packets. The decoder's state is written and read half
 * way.
 */
final class SourceTarget implements Target {
    private static final long NOON = 1_795_262_400_000_000_000L;
    private static final long TENTH = 100_000_000;
    static final String SITE =
            """
            name: Fuzz
            sensors:
              - {name: Radar, kind: radar, sac: 1, sic: 1,
                 position: {latitude: 50, longitude: 8, height: 100}}
              - {name: Surface, kind: surface-radar, sac: 1, sic: 2,
                 position: {latitude: 50, longitude: 8, height: 100}}
              - {name: Mlat, kind: mlat, sac: 2, sic: 1,
                 position: {latitude: 50, longitude: 8, height: 100}}
              - {name: Station, kind: adsb, sac: 2, sic: 2,
                 position: {latitude: 50, longitude: 8, height: 100}}
            sources:
              - {name: Blocks, udp: "239.1.2.3:8600", format: asterix}
              - {name: Beast, tcp: "localhost:1", format: beast, sensor: Station}
              - {name: Avr, tcp: "localhost:2", format: avr, sensor: Station}
              - {name: Sbs, tcp: "localhost:3", format: sbs, sensor: Station}
              - {name: Readsb, tcp: "localhost:4", format: readsb, sensor: Station}
            """;

    private final Format format;

    SourceTarget(Format format) {
        this.format = format;
    }

    @Override
    public String name() {
        return "source-" + format.word();
    }

    @Override
    public void run(byte[] data) {
        SiteFile site = SiteFileReader.parse("fuzz.yaml", SITE);
        int source =
                site.sources().stream()
                        .filter(one -> one.format() == format)
                        .toList()
                        .getFirst()
                        .number();
        int size = 64 + Bytes.choice(data, 256) * 16;
        byte[] all = Bytes.tail(data);
        PacketDecoder decoder = decoder(site);
        long received = NOON;
        for (int from = 0; from < all.length; from += size) {
            byte[] bytes = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
            received += TENTH;
            long now = received;
            decoder.decode(
                    new Packet(received, source, Origin.RECORDED, bytes),
                    report ->
                            Bytes.require(report.received() == now, "a report of another moment"));
            if (from == 0) {
                decoder = again(site, decoder);
            }
        }
        decoder.faults();
        decoder.setAside();
    }

    private static PacketDecoder decoder(SiteFile site) {
        return new PacketDecoder(site.sources(), site.sensors(), FaultSink.IGNORE);
    }

    private static PacketDecoder again(SiteFile site, PacketDecoder decoder) {
        StateOutput out = new StateOutput();
        decoder.write(out);
        PacketDecoder restored = decoder(site);
        restored.read(new StateInput(out.toBytes()));
        StateOutput second = new StateOutput();
        restored.write(second);
        Bytes.require(Arrays.equals(out.toBytes(), second.toBytes()), "a state is not restored");
        return restored;
    }

    @Override
    public List<byte[]> seeds() {
        return switch (format) {
            case ASTERIX ->
                    new WalkerTarget()
                            .seeds().stream().map(seed -> Bytes.withChoice(200, seed)).toList();
            case BEAST -> List.of(Bytes.withChoice(1, Streams.beast(3)));
            case AVR -> List.of(Bytes.withChoice(1, Streams.avr(3)));
            case SBS -> List.of(Bytes.withChoice(1, Streams.sbs(3)));
            case READSB ->
                    List.of(
                            Bytes.withChoice(4, Streams.readsb(3)),
                            Bytes.withChoice(4, Streams.readsbLines(3)));
        };
    }
}
