package org.airwarden.server;

import java.io.IOException;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwarden.feeds.FaultSink;
import org.airwarden.feeds.SiteFile;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalReader;
import org.airwarden.journal.JournalWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;

/**
 * Runs an engine and writes down what goes in, before it goes in. Adds a tick at every full second.
 * What people are shown is written once a second, each track's newest state. One thread.
 */
final class Recorder {
    private final JournalWriter journal;
    private final FaultSink quarantine;
    private final Origin kind;
    private Engine engine;
    private final Consumer<PictureChange> shown;

    /** What changed since the last tick, newest state only, in the order of the track numbers. */
    private final TreeMap<Integer, PictureChange> unwritten = new TreeMap<>();

    private final boolean writeChanges;
    private long nextTick = Time.UNKNOWN;
    private long lastTime = Time.UNKNOWN;

    /**
     * Makes a recorder.
     *
     * @param journal where to write
     * @param kind what the picture is of
     * @param quarantine takes what could not be used
     * @param shown told of every change at once; what it is told counts as shown to people
     * @param writeChanges whether anybody looks, so that what is shown is written down
     */
    Recorder(
            JournalWriter journal,
            Origin kind,
            FaultSink quarantine,
            Consumer<PictureChange> shown,
            boolean writeChanges) {
        this.journal = journal;
        this.shown = shown;
        this.writeChanges = writeChanges;
        this.quarantine = quarantine;
        this.kind = kind;
        engine = new Engine(kind, quarantine);
    }

    /**
     * Goes on where a journal ends, before {@link #begin}: its replay runs through the gap with the
     * same tracks, so the picture does.
     *
     * @param written what was recorded before
     * @throws IOException where the disk fails
     */
    void resume(JournalReader written) throws IOException {
        Engine.Resumed resumed = Engine.resume(written, written.lastTime(), kind);
        try (JournalCursor rest = resumed.rest()) {
            for (JournalEntry entry = rest.next(); entry != null; entry = rest.next()) {
                resumed.engine().accept(entry, _ -> {});
            }
        }
        engine = resumed.engine();
        engine.quarantine(quarantine);
    }

    Engine engine() {
        return engine;
    }

    /** Begins: the site, its sources, the settings. */
    void begin(SiteFile file, long start, Settings settings) {
        Site site = file.site(start);
        lastTime = start;
        journal.append(site);
        journal.appendSources(start, Engine.toBytes(file));
        journal.append(settings);
        engine.accept(site, this::changed);
        engine.sources(file.sources());
        engine.accept(settings, this::changed);
        nextTick = (Math.floorDiv(start, Time.SECOND) + 1) * Time.SECOND;
    }

    /** Takes a packet in, after the ticks that are due before it. */
    void packet(Packet packet) {
        clockIs(packet.received());
        Packet inOrder =
                packet.received() >= lastTime
                        ? packet
                        : new Packet(lastTime, packet.source(), packet.origin(), packet.bytes());
        lastTime = inOrder.received();
        journal.append(inOrder);
        engine.accept(inOrder, this::changed);
    }

    /** Moves the clock on, ticking at every full second that passes. */
    void clockIs(long time) {
        while (nextTick <= time) {
            lastTime = Math.max(lastTime, nextTick);
            Tick tick = new Tick(lastTime);
            journal.append(tick);
            engine.accept(tick, this::changed);
            writeShown();
            if (journal.isSnapshotDue(lastTime)) {
                journal.appendSnapshot(
                        lastTime, Engine.LABEL, Engine.STATE_VERSION, engine.snapshot());
            }
            nextTick += Time.SECOND;
        }
    }

    /** Returns the last time that was taken in (ns since 1970). */
    long lastTime() {
        return lastTime;
    }

    private void changed(PictureChange change) {
        shown.accept(change);
        if (!writeChanges) {
            return;
        }
        switch (change) {
            case TrackChanged changed -> unwritten.put(changed.track().number().serial(), change);
            case TrackEnded ended -> unwritten.put(ended.number().serial(), change);
            case PictureChange.SensorChanged sensor -> unwritten.put(-1 - sensor.sensor(), change);
        }
    }

    /**
     * The journal wants times in order: what was shown since the last tick is dated to the tick.
     */
    private void writeShown() {
        for (PictureChange change : unwritten.values()) {
            journal.append(
                    switch (change) {
                        case TrackChanged changed -> new TrackChanged(lastTime, changed.track());
                        case TrackEnded ended ->
                                new TrackEnded(lastTime, ended.number(), ended.reason());
                        case PictureChange.SensorChanged sensor ->
                                new PictureChange.SensorChanged(
                                        lastTime, sensor.sensor(), sensor.health());
                    });
        }
        unwritten.clear();
    }
}
