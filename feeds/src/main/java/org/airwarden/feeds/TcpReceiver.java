package org.airwarden.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream from a server in a thread of its own, Beast or SBS as it comes, or a radio's
 * samples from rtl_tcp, which become Beast: connects, reads stretches of at most 16 KiB as they
 * come, and after an end, an error or too long a silence connects again after a wait that grows.
 * Stretches are not cut at messages. {@link #close} ends it; its methods may be called from any
 * thread.
 */
public final class TcpReceiver implements AutoCloseable {
    private static final int STRETCH = 1 << 14;

    /** What a receiver does. */
    public enum State {
        /** It tries to reach the server. */
        CONNECTING,
        /** It is connected. */
        CONNECTED,
        /** It waits before the next attempt. */
        WAITING,
        /** It was closed. */
        CLOSED
    }

    /**
     * The server, and how long to be patient with it.
     *
     * @param source the source's number
     * @param host the server's name or address
     * @param port its port, 1 to 65535
     * @param connectTimeout how long an attempt may take (ms)
     * @param idleTimeout after how long a silence the connection is given up (ms)
     */
    public record Endpoint(int source, String host, int port, int connectTimeout, int idleTimeout) {
        /** Makes one that is given 5 s to answer and 60 s to be silent. */
        public static Endpoint of(int source, String host, int port) {
            return new Endpoint(source, host, port, 5_000, 60_000);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * How a receiver does.
     *
     * @param state what it does now
     * @param connections how often it was connected
     * @param stretches stretches read
     * @param octets octets read
     * @param trouble why the last connection or attempt ended, or null
     */
    public record Health(
            State state, long connections, long stretches, long octets, @Nullable String trouble) {}

    private final Endpoint endpoint;
    private final Backoff backoff;
    private final Origin origin;
    private final LongSupplier clock;
    private final PacketSink sink;
    private final StreamTalk talk;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object lock = new Object();
    private @Nullable Socket socket;
    private Health health = new Health(State.CONNECTING, 0, 0, 0, null);

    private TcpReceiver(
            Endpoint endpoint,
            Backoff backoff,
            Origin origin,
            LongSupplier clock,
            PacketSink sink,
            StreamTalk talk) {
        this.endpoint = endpoint;
        this.talk = talk;
        this.backoff = backoff;
        this.origin = origin;
        this.clock = clock;
        this.sink = sink;
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("feeds-tcp-" + endpoint.source())
                        .unstarted(this::run);
    }

    /**
     * Begins to receive; a server that cannot be reached is tried again, and told by {@link
     * #health}.
     *
     * @param endpoint the server
     * @param backoff the waits; not shared with another receiver
     * @param origin the origin that packets get
     * @param clock the host's clock (ns since 1970 UTC), for the received time
     * @param sink takes the packets, in the receiver's thread
     */
    public static TcpReceiver start(
            Endpoint endpoint,
            Backoff backoff,
            Origin origin,
            LongSupplier clock,
            PacketSink sink) {
        return start(new TcpReceiver(endpoint, backoff, origin, clock, sink, StreamTalk.PLAIN));
    }

    /**
     * Begins to receive a radio's samples from an rtl_tcp server; packets hold the Mode S messages
     * in them as a Beast stream.
     *
     * @param tuning how the radio is set
     */
    public static TcpReceiver startRadio(
            Endpoint endpoint,
            RtlTuning tuning,
            Backoff backoff,
            Origin origin,
            LongSupplier clock,
            PacketSink sink) {
        return start(
                new TcpReceiver(endpoint, backoff, origin, clock, sink, new RtlTcpTalk(tuning)));
    }

    private static TcpReceiver start(TcpReceiver receiver) {
        receiver.thread.start();
        return receiver;
    }

    /** Returns how it does. */
    public Health health() {
        synchronized (lock) {
            return health;
        }
    }

    /** Ends the thread and closes the connection. What was received is with the sink. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (lock) {
            closeQuietly(socket);
        }
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                state(State.CONNECTING, null);
                String trouble = connectAndRead();
                if (isClosing()) {
                    break;
                }
                state(State.WAITING, trouble);
                if (closing.await(backoff.next(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException ending) {
            // nobody interrupts this thread but to end it
        } finally {
            state(State.CLOSED, null);
        }
    }

    /** Returns why it ended. */
    private String connectAndRead() {
        try (Socket to = new Socket()) {
            synchronized (lock) {
                if (isClosing()) {
                    return "closed";
                }
                socket = to;
            }
            to.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()),
                    endpoint.connectTimeout());
            to.setSoTimeout(endpoint.connectTimeout());
            to.setKeepAlive(true);
            String wrong = talk.begin(to.getInputStream(), to.getOutputStream(), clock.getAsLong());
            if (wrong != null) {
                return endpoint + " " + wrong;
            }
            to.setSoTimeout(endpoint.idleTimeout());
            connected();
            try {
                return read(to);
            } finally {
                offer(talk.end());
            }
        } catch (SocketTimeoutException e) {
            return endpoint + " did not answer within " + endpoint.connectTimeout() + " ms";
        } catch (IOException | RuntimeException e) {
            return endpoint + " cannot be read: " + words(e);
        }
    }

    private String read(Socket from) throws IOException {
        InputStream in = from.getInputStream();
        byte[] stretch = new byte[STRETCH];
        while (true) {
            int length;
            try {
                length = in.read(stretch);
            } catch (SocketTimeoutException e) {
                return endpoint + " was silent for " + endpoint.idleTimeout() + " ms";
            }
            if (length < 0) {
                return endpoint + " ended the connection";
            }
            backoff.reset(); // a server that accepts and hangs up has not earned a quick return
            took(length);
            offer(talk.take(stretch, length, clock.getAsLong()));
        }
    }

    private void offer(byte[] bytes) {
        if (bytes.length > 0) {
            sink.offer(new Packet(clock.getAsLong(), endpoint.source(), origin, bytes));
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void state(State state, @Nullable String trouble) {
        synchronized (lock) {
            health =
                    new Health(
                            state,
                            health.connections,
                            health.stretches,
                            health.octets,
                            trouble == null ? health.trouble : trouble);
        }
    }

    private void connected() {
        synchronized (lock) {
            health =
                    new Health(
                            State.CONNECTED,
                            health.connections + 1,
                            health.stretches,
                            health.octets,
                            null);
        }
    }

    private void took(int octets) {
        synchronized (lock) {
            health =
                    new Health(
                            health.state,
                            health.connections,
                            health.stretches + 1,
                            health.octets + octets,
                            health.trouble);
        }
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void closeQuietly(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // a socket that cannot be closed is of no more use either way
        }
    }
}
