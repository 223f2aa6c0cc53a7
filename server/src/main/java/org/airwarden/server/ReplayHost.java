package org.airwarden.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwarden.feeds.FaultSink;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.journal.JournalHeader;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Site;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.picture.SensorStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays a journal: at any speed, paused, from any moment. Seeking takes up the last snapshot
 * before the moment and runs the inputs from there as fast as they go.
 *
 * <p>One thread of its own runs the engine; everything public may be called by any thread.
 */
public final class ReplayHost implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayHost.class);

    /** Inputs run at a stretch before commands are looked at again (ns of the machine's clock). */
    private static final long STRETCH = 50_000_000;

    private static final long IDLE_MILLISECONDS = 20;

    /** How far play may fall behind its speed before it says so (ns of the machine's clock). */
    private static final long PATIENCE = 3_000_000_000L;

    private static final long RATE_WINDOW = 10 * Time.SECOND;

    private final JournalReader journal;
    private final String title;
    private final Origin origin;
    private final Origin recordedAs;
    private final boolean dateKnown;
    private final long first;
    private final long last;
    private final PictureBoard board = new PictureBoard();
    private final LinkedBlockingQueue<HostCommand> commands = new LinkedBlockingQueue<>();
    private final ReportRate rate = new ReportRate(RATE_WINDOW);
    private final Thread thread;

    private volatile boolean closed;
    private volatile boolean playing = true;
    private volatile double speed;
    private volatile @Nullable String overload;
    private volatile Shown shown;

    // Of the thread alone.
    private Engine engine;
    private JournalCursor cursor;
    private @Nullable JournalEntry next;
    private long anchorTime;
    private long anchorClock;
    private long target;
    private long reached;

    /** What others may know of the engine. */
    private record Shown(
            Site site, List<SensorStatus> sensors, long time, long reports, long faults) {}

    private ReplayHost(JournalReader journal, String title, double speed) throws IOException {
        this.journal = journal;
        this.title = title;
        this.speed = speed;
        JournalHeader header = journal.header();
        origin = header == null ? Origin.RECORDED : replayed(header.origin());
        dateKnown = header == null || header.dateKnown();
        first = journal.firstTime();
        last = journal.lastTime();
        // What the live picture refused, its replay refuses: a picture of one input log is one.
        recordedAs = header == null ? Origin.RECORDED : header.origin();
        engine = new Engine(recordedAs, FaultSink.IGNORE);
        shown = new Shown(engine.site(), List.of(), first, 0, 0);
        cursor = journal.fromStart();
        thread = Thread.ofPlatform().name("replay").daemon().unstarted(this::run);
    }

    /**
     * Starts to replay a journal from its beginning.
     *
     * @param journal the journal, with one entry at least
     * @param title what is shown
     * @param speed seconds of the recording a second; 0 for as fast as possible
     * @throws IOException where the disk fails
     */
    public static ReplayHost start(JournalReader journal, String title, double speed)
            throws IOException {
        if (journal.firstTime() == Time.UNKNOWN) {
            throw new IllegalArgumentException("the journal is empty");
        }
        ReplayHost host = new ReplayHost(journal, title, speed);
        host.thread.start();
        return host;
    }

    /** What was live when it was recorded is a recording now. */
    private static Origin replayed(Origin origin) {
        return origin == Origin.LIVE ? Origin.RECORDED : origin;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Site site() {
        return shown.site();
    }

    @Override
    public List<SensorStatus> sensors() {
        return shown.sensors();
    }

    @Override
    public PictureBoard board() {
        return board;
    }

    @Override
    public HostStatus status() {
        Shown now = shown;
        return new HostStatus(
                true,
                dateKnown,
                now.time(),
                playing,
                speed,
                first,
                last,
                now.reports(),
                rate.perSecond(),
                now.faults(),
                overload);
    }

    @Override
    public @Nullable String command(HostCommand command) {
        if (command instanceof HostCommand.Speed(double times)
                && !(times >= 0 && times <= 10_000)) {
            return "the speed is 0 (as fast as possible) to 10000";
        }
        if (command instanceof HostCommand.Seek(long time) && (time < first || time > last)) {
            return "that is outside of the recording, which runs from "
                    + Time.toText(first)
                    + " to "
                    + Time.toText(last);
        }
        commands.add(command);
        return null;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            reached = first;
            target = first;
            anchor();
            while (!closed) {
                HostCommand command =
                        commands.poll(
                                playing && behind() ? 0 : IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
                while (command != null) {
                    obey(command);
                    command = commands.poll();
                }
                if (playing) {
                    advance();
                }
            }
        } catch (InterruptedException interrupted) {
            // Only close() interrupts.
        } catch (IOException problem) {
            LOG.error("The replay stopped: the journal cannot be read: {}", problem.toString());
            overload = "The replay stopped: the journal cannot be read (" + problem + ")";
            playing = false;
        } catch (RuntimeException problem) {
            LOG.error("The replay stopped", problem);
            overload = "The replay stopped: the picture failed (" + problem + ")";
            playing = false;
        } finally {
            closeQuietly();
        }
    }

    private void obey(HostCommand command) throws IOException {
        // What a quick play still owed is let go: it goes on from what is shown.
        target = reached;
        switch (command) {
            case HostCommand.Play _ -> {
                if (!playing && target >= last) {
                    seek(first);
                }
                playing = true;
            }
            case HostCommand.Pause _ -> playing = false;
            case HostCommand.Speed(double times) -> speed = times;
            case HostCommand.Seek(long time) -> {
                // Of many waiting (a dragged time bar) only the last is gone to.
                if (!(commands.peek() instanceof HostCommand.Seek)) {
                    seek(time);
                }
            }
        }
        anchor();
    }

    /** Counts the recording's time from here and now on. */
    private void anchor() {
        anchorTime = target;
        anchorClock = System.nanoTime();
        overload = null;
    }

    private boolean behind() {
        JournalEntry waiting = next;
        return waiting != null && waiting.time() <= target;
    }

    private void advance() throws IOException {
        long now = System.nanoTime();
        double times = speed;
        target =
                times == 0
                        ? last
                        : Math.min(last, anchorTime + (long) ((now - anchorClock) * times));
        reached = runTo(target, now + STRETCH, board::apply);
        board.clockIs(reached);
        publish(reached);
        if (reached >= last) {
            playing = false;
        } else if (times > 0 && target - reached > PATIENCE * Math.max(1, times)) {
            target = reached;
            anchor();
            overload = "This machine cannot play at " + text(times) + " times the speed";
        }
    }

    private static String text(double times) {
        return times == Math.rint(times) ? String.valueOf((long) times) : String.valueOf(times);
    }

    /**
     * Runs inputs up to a time, or until the machine's clock says stop; returns where it stands.
     */
    private long runTo(long time, long deadline, Consumer<PictureChange> changes)
            throws IOException {
        while (true) {
            JournalEntry entry = next == null ? cursor.next() : next;
            next = entry;
            if (entry == null || entry.time() > time) {
                return time;
            }
            next = null;
            run(entry, changes);
            if (System.nanoTime() > deadline) {
                return entry.time();
            }
        }
    }

    private void run(JournalEntry entry, Consumer<PictureChange> changes) {
        engine.accept(entry, changes);
        if (entry instanceof TickEntry(var tick)) {
            rate.at(tick.received(), engine.picture().reports());
        }
    }

    private void seek(long time) throws IOException {
        Engine.Resumed found = Engine.resume(journal, time, recordedAs);
        cursor.close();
        cursor = found.rest();
        engine = found.engine();
        next = null;
        rate.clear();
        runTo(time, Long.MAX_VALUE, _ -> {});
        target = time;
        reached = time;
        List<Track> tracks = new ArrayList<>();
        engine.picture().forEachTrack(tracks::add);
        board.restart(time, tracks);
        publish(time);
    }

    private void publish(long time) {
        shown =
                new Shown(
                        engine.site(),
                        engine.picture().sensors(),
                        time,
                        engine.picture().reports(),
                        engine.faults());
    }

    private void closeQuietly() {
        try {
            cursor.close();
        } catch (IOException problem) {
            LOG.debug("closing the journal failed", problem);
        }
    }
}
