package org.airwarden.server;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.feeds.FaultSink;
import org.airwarden.feeds.FeedFault;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.Source;
import org.airwarden.geodesy.World;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalEntry.SettingsEntry;
import org.airwarden.journal.JournalEntry.SiteEntry;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Site;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.airwarden.picture.AirPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From packets to changes: the decoders of all sources and the picture behind them, with one state
 * that moves as a whole. Both hosts run it. One thread.
 */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** What a snapshot of this class is called in a journal. */
    static final String LABEL = "engine";

    /** The version of the bytes that {@link #snapshot} gives. */
    static final int STATE_VERSION = 1;

    /** The number of the picture that a single process keeps. */
    private static final int PICTURE = 1;

    private FaultSink quarantine;
    private Site site = new Site(Time.UNKNOWN, "", World.EARTH, List.of());
    private List<Source> sources = List.of();
    private PacketDecoder decoder;
    private AirPicture picture;
    private long faults;

    /**
     * Makes an engine with an empty picture.
     *
     * @param kind what the picture is of
     * @param quarantine takes what could not be used
     */
    Engine(Origin kind, FaultSink quarantine) {
        this.quarantine = quarantine;
        decoder = new PacketDecoder(sources, site.sensors(), this::setAside);
        picture = new AirPicture(PICTURE, kind);
    }

    /** An engine as it stood at a snapshot, and what was written after that. */
    record Resumed(Engine engine, JournalCursor rest) {}

    /**
     * Takes up the last snapshot at or before a time; an empty engine and the whole journal where
     * none serves.
     *
     * @param kind what the picture is of
     * @throws IOException where the disk fails
     */
    static Resumed resume(JournalReader journal, long time, Origin kind) throws IOException {
        JournalReader.Seek found = journal.seek(time);
        SnapshotEntry snapshot = found.snapshot();
        SourcesEntry sources = found.sources();
        if (snapshot != null && sources != null && snapshot.label().equals(LABEL)) {
            try {
                Engine engine = new Engine(kind, FaultSink.IGNORE);
                engine.restore(sourcesOf(sources.bytes()), snapshot.bytes());
                return new Resumed(engine, found.cursor());
            } catch (StateException problem) {
                // Another version's snapshot: the inputs themselves are all there, from the start.
                LOG.warn(
                        "A snapshot cannot be used ({}); running from the start",
                        problem.getMessage());
            }
        }
        found.cursor().close();
        return new Resumed(new Engine(kind, FaultSink.IGNORE), journal.fromStart());
    }

    /** Tells where what cannot be used goes from here on. */
    void quarantine(FaultSink now) {
        quarantine = now;
    }

    /** Takes in what a journal holds; what was no input is passed over. */
    void accept(JournalEntry entry, Consumer<PictureChange> changes) {
        switch (entry) {
            case PacketEntry(var packet) -> accept(packet, changes);
            case TickEntry(var tick) -> accept(tick, changes);
            case SettingsEntry(var settings) -> accept(settings, changes);
            case SiteEntry(var now) -> accept(now, changes);
            case SourcesEntry now -> {
                if (!now.repeated()) {
                    sources(sourcesOf(now.bytes()));
                }
            }
            default -> {
                // Snapshots, what was shown, and quarantined bytes are no inputs.
            }
        }
    }

    /** Tells how the bytes of the sources are to be decoded from here on. */
    void sources(List<Source> now) {
        sources = List.copyOf(now);
        decoder = new PacketDecoder(sources, site.sensors(), this::setAside);
    }

    /** Returns what a journal keeps of the sources, so that replay decodes as was decoded. */
    static byte[] toBytes(SiteFile file) {
        StateOutput out = new StateOutput();
        file.write(out);
        return out.toBytes();
    }

    /**
     * Returns the sources that a journal kept.
     *
     * @throws org.airwarden.model.StateException where the bytes cannot be read
     */
    static List<Source> sourcesOf(byte[] bytes) {
        return SiteFile.read(new StateInput(bytes)).sources();
    }

    /** Takes an input in. */
    void accept(Input input, Consumer<PictureChange> changes) {
        if (input instanceof Site now) {
            site = now;
            decoder = new PacketDecoder(sources, site.sensors(), this::setAside);
        }
        picture.accept(input, changes);
    }

    /** Takes a packet in. */
    void accept(Packet packet, Consumer<PictureChange> changes) {
        decoder.decode(packet, report -> accept(packet, report, changes));
    }

    /**
     * A report that makes the picture fail is set aside with its packet and never tried again: a
     * valid message that fells a system fells its stand-by too (NATS, 28 August 2023).
     */
    private void accept(Packet packet, SensorReport report, Consumer<PictureChange> changes) {
        try {
            picture.accept(report, changes);
        } catch (RuntimeException problem) {
            setAside(
                    new FeedFault(
                            packet.source(),
                            packet.received(),
                            "ENGINE_FAILED",
                            0,
                            "the picture could not take this report in: " + problem,
                            packet.bytes()));
        }
    }

    private void setAside(FeedFault fault) {
        faults++;
        quarantine.accept(fault);
    }

    AirPicture picture() {
        return picture;
    }

    /** Returns the number of faults since this engine was made or restored. */
    long faults() {
        return faults;
    }

    Site site() {
        return site;
    }

    /** Returns the whole state. */
    byte[] snapshot() {
        StateOutput out = new StateOutput();
        SiteCodec.write(site, out);
        decoder.write(out);
        picture.write(out);
        return out.toBytes();
    }

    /**
     * Takes up the state of a snapshot.
     *
     * @param sourcesThen the sources that held when it was made
     * @throws org.airwarden.model.StateException where it cannot be read
     */
    void restore(List<Source> sourcesThen, byte[] snapshot) {
        StateInput in = new StateInput(snapshot);
        site = SiteCodec.read(in);
        sources(sourcesThen);
        decoder.read(in);
        picture = AirPicture.read(in);
        faults = 0;
    }
}
