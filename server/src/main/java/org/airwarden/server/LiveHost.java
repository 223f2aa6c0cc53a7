package org.airwarden.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwarden.feeds.Backoff;
import org.airwarden.feeds.DuplicateFilter;
import org.airwarden.feeds.FeedFault;
import org.airwarden.feeds.PacketQueue;
import org.airwarden.feeds.ReceiverException;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.Source;
import org.airwarden.feeds.TcpReceiver;
import org.airwarden.feeds.Transport;
import org.airwarden.feeds.UdpEndpoint;
import org.airwarden.feeds.UdpReceiver;
import org.airwarden.journal.JournalException;
import org.airwarden.journal.JournalHeader;
import org.airwarden.journal.JournalPolicy;
import org.airwarden.journal.JournalReader;
import org.airwarden.journal.JournalTrouble;
import org.airwarden.journal.JournalWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.picture.SensorStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a live picture: receives, records, decodes, tracks. What comes in is written to the journal
 * before it is used.
 *
 * <p>One thread of its own runs the engine; receivers have theirs; everything public may be called
 * by any thread.
 */
public final class LiveHost implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHost.class);

    private static final int WAITING_PACKETS = 100_000;

    /** What a source may send: ten times a busy national feed (1/s), and as a burst. */
    private static final double SOURCE_RATE = 20_000;

    private static final int SOURCE_BURST = 40_000;
    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(50);

    /** Copies over a second line come within this (ns). */
    private static final long COPY_WINDOW = Time.SECOND / 4;

    /** Behind by more than this is overload (s). */
    private static final double OVERLOAD = 3;

    private static final long RATE_WINDOW = 10 * Time.SECOND;

    private final SiteFile siteFile;
    private final JournalWriter journal;
    private final HostClock clock;
    private final PacketQueue queue;
    private final DuplicateFilter copies = new DuplicateFilter(COPY_WINDOW);
    private final PictureBoard board = new PictureBoard();
    private final ReportRate rate = new ReportRate(RATE_WINDOW);
    private final Recorder recorder;
    private final List<AutoCloseable> receivers = new ArrayList<>();
    private final Thread thread;
    private final Site site;
    private final long start;

    private long lastPublished; // of the picture's thread alone
    private volatile boolean closed;
    private volatile @Nullable String failure;
    private volatile Shown shown;

    /** What others may know of the engine. */
    private record Shown(
            List<SensorStatus> sensors,
            long time,
            long reports,
            long faults,
            @Nullable String trouble) {}

    private LiveHost(SiteFile siteFile, JournalWriter journal) {
        this.siteFile = siteFile;
        this.journal = journal;
        queue =
                new PacketQueue(
                        WAITING_PACKETS,
                        Math.max(1, siteFile.sources().size()),
                        SOURCE_RATE,
                        SOURCE_BURST,
                        System::nanoTime);
        // After a restart the journal's last entry bounds the clock: entries stand in time order.
        clock =
                new HostClock(
                        () -> Time.MILLISECOND * System.currentTimeMillis(),
                        System::nanoTime,
                        journal.lastTime());
        start = clock.getAsLong();
        site = siteFile.site(start);
        recorder = new Recorder(journal, Origin.LIVE, this::setAside, board::apply, true);
        shown = new Shown(List.of(), start, 0, 0, null);
        thread = Thread.ofPlatform().name("picture").unstarted(this::run);
    }

    /**
     * Starts to receive.
     *
     * @param siteFile the sensors and the sources, each by UDP, TCP or rtl_tcp
     * @param directory where the journal is written
     * @param version the program's version
     * @throws JournalException where the journal cannot be written
     * @throws ReceiverException where a source cannot be opened
     */
    public static LiveHost start(SiteFile siteFile, Path directory, String version)
            throws JournalException, ReceiverException {
        JournalHeader header =
                new JournalHeader(
                        version,
                        JournalMaker.configurationOf(siteFile),
                        Origin.LIVE,
                        siteFile.name(),
                        true,
                        Time.MILLISECOND * System.currentTimeMillis());
        JournalWriter journal = JournalWriter.open(directory, header, JournalPolicy.standard());
        LiveHost host = new LiveHost(siteFile, journal);
        boolean started = false;
        try {
            host.resume(directory);
            host.recorder.begin(siteFile, host.start, Settings.standard(host.start));
            host.receive();
            host.thread.start();
            started = true;
            return host;
        } finally {
            if (!started) {
                host.closeReceivers();
                journal.close();
            }
        }
    }

    /** Takes up the picture that the journal ends with, if there is one. */
    private void resume(Path directory) {
        if (journal.lastTime() == Time.UNKNOWN) {
            return;
        }
        try {
            recorder.resume(JournalReader.open(directory));
            List<Track> tracks = new ArrayList<>();
            recorder.engine().picture().forEachTrack(tracks::add);
            board.restart(start, tracks);
        } catch (IOException | RuntimeException problem) {
            LOG.warn(
                    "The picture begins anew: the journal's could not be taken up: {}",
                    problem.toString());
        }
    }

    private void receive() throws ReceiverException {
        List<UdpEndpoint> endpoints = new ArrayList<>();
        for (Source source : siteFile.sources()) {
            switch (source.transport()) {
                case Transport.Udp udp ->
                        endpoints.add(
                                new UdpEndpoint(
                                        source.number(),
                                        address(udp.host()),
                                        udp.port(),
                                        udp.networkInterface(),
                                        null));
                case Transport.Tcp tcp ->
                        receivers.add(
                                TcpReceiver.start(
                                        TcpReceiver.Endpoint.of(
                                                source.number(), tcp.host(), tcp.port()),
                                        Backoff.ofSeconds(source.number()),
                                        Origin.LIVE,
                                        clock,
                                        queue));
                case Transport.RtlTcp radio ->
                        receivers.add(
                                TcpReceiver.startRadio(
                                        TcpReceiver.Endpoint.of(
                                                source.number(), radio.host(), radio.port()),
                                        radio.tuning(),
                                        Backoff.ofSeconds(source.number()),
                                        Origin.LIVE,
                                        clock,
                                        queue));
                case Transport.Recorded _ -> {
                    // A site file may serve recordings as well; they are played, not served.
                }
            }
        }
        if (!endpoints.isEmpty()) {
            receivers.add(UdpReceiver.start(endpoints, RECEIVE_BUFFER, Origin.LIVE, clock, queue));
        }
    }

    private static InetAddress address(String host) throws ReceiverException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException problem) {
            throw new ReceiverException(
                    "there is no address '" + host + "'; write a number such as 239.1.2.3",
                    problem);
        }
    }

    private void run() {
        while (!closed) {
            try {
                Packet packet = queue.poll(POLL);
                if (packet != null && isNew(packet)) {
                    recorder.packet(packet);
                }
                // Between packets the clock goes on; while some wait, it follows theirs.
                if (packet == null || queue.size() == 0) {
                    recorder.clockIs(Math.max(recorder.lastTime(), clock.getAsLong()));
                }
                journal.service(System.nanoTime());
                publish();
            } catch (InterruptedException interrupted) {
                break;
            } catch (RuntimeException problem) {
                LOG.error("The picture stopped", problem);
                failure =
                        "The picture stopped and nothing is recorded: "
                                + problem
                                + ". Start Airwarden again";
                break;
            }
        }
        journal.close();
    }

    /** Only datagrams come twice; in a stream the same bytes are two messages. */
    private boolean isNew(Packet packet) {
        return !(siteFile.sources().get(packet.source()).transport() instanceof Transport.Udp)
                || copies.isNew(packet);
    }

    private void publish() {
        long now = System.nanoTime();
        if (now - lastPublished < POLL) {
            return;
        }
        lastPublished = now;
        long time = recorder.lastTime();
        board.clockIs(time);
        rate.at(time, recorder.engine().picture().reports());
        shown =
                new Shown(
                        recorder.engine().picture().sensors(),
                        time,
                        recorder.engine().picture().reports(),
                        recorder.engine().faults(),
                        trouble());
    }

    private @Nullable String trouble() {
        JournalTrouble journalTrouble = journal.trouble();
        if (journalTrouble != null) {
            return journalTrouble.what() + " " + journalTrouble.remedy();
        }
        return clock.trouble();
    }

    private void setAside(FeedFault fault) {
        journal.appendQuarantine(
                new Packet(
                        Math.max(fault.received(), recorder.lastTime()),
                        fault.source(),
                        Origin.LIVE,
                        fault.bytes()),
                fault.kind() + " at " + fault.offset() + ": " + fault.words());
    }

    @Override
    public String title() {
        return siteFile.name();
    }

    @Override
    public Origin origin() {
        return Origin.LIVE;
    }

    @Override
    public Site site() {
        return site;
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
        long last = clock.getAsLong();
        String words = failure == null ? now.trouble() : failure;
        double behind = Time.secondsBetween(now.time(), last);
        if (words == null && behind > OVERLOAD) {
            words =
                    "The picture is "
                            + StrictMath.round(behind)
                            + " s behind: more comes in than"
                            + " this machine can take";
        }
        long dropped = queue.counts().stream().mapToLong(PacketQueue.Counts::dropped).sum();
        if (words == null && dropped > 0) {
            words = dropped + " packets were dropped: more came in than this machine can take";
        }
        return new HostStatus(
                false,
                true,
                now.time(),
                true,
                1,
                start,
                last,
                now.reports(),
                rate.perSecond(),
                now.faults(),
                words);
    }

    @Override
    public @Nullable String command(HostCommand command) {
        return "This picture is live: it cannot be paused or sought. To look back, play its journal.";
    }

    @Override
    public void close() {
        closed = true;
        closeReceivers();
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeReceivers() {
        for (AutoCloseable receiver : receivers) {
            try {
                receiver.close();
            } catch (Exception problem) {
                LOG.warn("A receiver could not be closed: {}", problem.toString());
            }
        }
        receivers.clear();
    }
}
