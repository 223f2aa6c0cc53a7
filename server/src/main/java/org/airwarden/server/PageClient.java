package org.airwarden.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwarden.model.Track;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One connection of a page. At most one batch of messages is under way to it; while it is, nothing
 * more is made for it, so a slow client costs no memory and holds nobody. The sender's thread
 * drives it; the socket's threads only count.
 */
final class PageClient {
    /** A client that takes nothing for this long is let go (ns of the host's clock). */
    private static final long STALLED = 10_000_000_000L;

    /** What it is given to take its dismissal before the connection is cut (ns). */
    private static final long FAREWELL = 1_000_000_000L;

    /** Commands a second that are looked at, and how many at once; more are refused. */
    private static final long COMMAND_INTERVAL = 50_000_000L;

    private static final int COMMANDS_AT_ONCE = 40;

    private static final int ANSWERS_UNDER_WAY = 32;

    private static final int TRY_AGAIN_LATER = 1013;

    /** How often a watched track's facts are sent though nothing rare changed (ns). */
    private static final long WATCH_INTERVAL = 1_000_000_000L;

    private final Session session;
    private final AtomicInteger underWay = new AtomicInteger();
    private final FrameWriter frames = new FrameWriter();
    private volatile Set<Integer> watched = Set.of();
    private long seen;
    private long seenClock;
    private long seenSensors = -1;
    private int sequence;
    private long lastStatus = Long.MIN_VALUE;
    private long lastSensors = Long.MIN_VALUE;
    private long lastWatched;
    private long busySince = Long.MIN_VALUE;
    private boolean greeted;
    private boolean dismissed;
    private long commandsPaidUpTo = Long.MIN_VALUE; // of the socket's thread alone
    private volatile boolean statusDue;
    private volatile boolean watchDue;

    PageClient(Session session) {
        this.session = session;
    }

    /** Asks for facts of these tracks at once, and then once a second. */
    void watch(List<Integer> numbers) {
        watched = Set.copyOf(new TreeSet<>(numbers.subList(0, Math.min(numbers.size(), 64))));
        watchDue = true;
    }

    /** Tells whether a command that came now is looked at, or is one too many. */
    boolean mayAsk(long now) {
        long earliest = now - COMMANDS_AT_ONCE * COMMAND_INTERVAL;
        long paid = Math.max(commandsPaidUpTo, earliest) + COMMAND_INTERVAL;
        if (paid > now) {
            return false;
        }
        commandsPaidUpTo = paid;
        return true;
    }

    /** Asks for the status at once. */
    void statusIsDue() {
        statusDue = true;
    }

    /**
     * Sends a text outside of the rhythm: an answer to a command. A client that does not take its
     * answers gets no more of them, or they would pile up.
     */
    void answer(String text) {
        if (underWay.get() < ANSWERS_UNDER_WAY) {
            sendText(text);
        }
    }

    /**
     * Sends what is due, if the last batch has gone.
     *
     * @param now the host's monotonic clock (ns)
     */
    void send(Host host, TextMessages texts, String version, long now) {
        if (underWay.get() > 0) {
            if (busySince == Long.MIN_VALUE) {
                busySince = now;
            } else if (now - busySince > STALLED + FAREWELL) {
                // It does not even take the close: its connection is cut.
                session.disconnect();
            } else if (now - busySince > STALLED && !dismissed) {
                dismissed = true;
                session.close(TRY_AGAIN_LATER, "the client takes no data", Callback.NOOP);
            }
            return;
        }
        busySince = Long.MIN_VALUE;
        if (!greeted) {
            greeted = true;
            sendText(texts.hello(host, version));
        }
        PictureBoard board = host.board();
        PictureBoard.News news = board.since(seen);
        if (news.sensorsVersion() != seenSensors || now - lastSensors >= 5 * WATCH_INTERVAL) {
            if (lastSensors == Long.MIN_VALUE || now - lastSensors >= WATCH_INTERVAL) {
                seenSensors = news.sensorsVersion();
                lastSensors = now;
                sendText(texts.sensors(host));
            }
        }
        if (!news.facts().isEmpty()) {
            sendText(texts.facts(news.facts()));
        }
        if (watchDue || (!watched.isEmpty() && now - lastWatched >= WATCH_INTERVAL)) {
            watchDue = false;
            lastWatched = now;
            Map<Integer, Track> found = board.find(watched);
            if (!found.isEmpty()) {
                sendText(texts.facts(found.values()));
            }
        }
        if (news.whole() || news.version() != seen || news.clock() != seenClock) {
            seenClock = news.clock();
            sendBinary(frames.write(news, sequence++));
        }
        seen = news.version();
        if (statusDue || lastStatus == Long.MIN_VALUE || now - lastStatus >= WATCH_INTERVAL) {
            statusDue = false;
            lastStatus = now;
            sendText(texts.status(host.status(), news.live()));
        }
    }

    private void sendText(String text) {
        underWay.incrementAndGet();
        session.sendText(text, Callback.from(underWay::decrementAndGet, this::failed));
    }

    private void sendBinary(ByteBuffer frame) {
        underWay.incrementAndGet();
        session.sendBinary(frame, Callback.from(underWay::decrementAndGet, this::failed));
    }

    /** A failed send means that the connection is gone; the socket's close event removes it. */
    private void failed(Throwable problem) {
        underWay.decrementAndGet();
        session.disconnect();
    }
}
