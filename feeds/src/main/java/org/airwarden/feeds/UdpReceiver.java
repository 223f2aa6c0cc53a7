package org.airwarden.feeds;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Receives datagrams of any number of endpoints, unicast and multicast, in one thread of its own.
 *
 * <p>A group that falls silent is left and joined again every four seconds, so that a router that
 * forgot the membership, or an interface that went away and came back, is followed within five.
 * {@link #close} ends the thread; its methods may be called from any thread.
 */
public final class UdpReceiver implements AutoCloseable {
    private static final int LONGEST = 65_535;

    /** Datagrams of one endpoint that are read before the others have their turn. */
    private static final int TURN = 64;

    private static final long REJOIN_AFTER = 4_000_000_000L;
    private static final long LOOK_EVERY = 500;

    private static final class Listener {
        private final UdpEndpoint endpoint;
        private final DatagramChannel channel;
        private final int port;
        private final int receiveBuffer;
        private @Nullable MembershipKey membership;
        private long heard;
        private final AtomicLong datagrams = new AtomicLong();
        private final AtomicLong foreign = new AtomicLong();
        private final AtomicLong rejoined = new AtomicLong();
        private volatile @Nullable String trouble;

        Listener(UdpEndpoint endpoint, DatagramChannel channel) throws IOException {
            this.endpoint = endpoint;
            this.channel = channel;
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            receiveBuffer = channel.getOption(StandardSocketOptions.SO_RCVBUF);
        }
    }

    /**
     * How an endpoint does.
     *
     * @param endpoint the endpoint
     * @param port the local port it listens at
     * @param datagrams datagrams received from it
     * @param foreign datagrams left out because another than the named sender sent them
     * @param rejoined how often its group was joined again after silence
     * @param kernelDrops datagrams that the system dropped at the port, or -1 where it does not
     *     tell
     * @param receiveBuffer the receive buffer that the system granted (octets)
     * @param trouble what keeps it from receiving, or null
     */
    public record Health(
            UdpEndpoint endpoint,
            int port,
            long datagrams,
            long foreign,
            long rejoined,
            long kernelDrops,
            int receiveBuffer,
            @Nullable String trouble) {}

    private final List<Listener> listeners;
    private final Selector selector;
    private final Origin origin;
    private final LongSupplier clock;
    private final PacketSink sink;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private volatile boolean open = true;

    private UdpReceiver(
            List<Listener> listeners,
            Selector selector,
            Origin origin,
            LongSupplier clock,
            PacketSink sink) {
        this.listeners = listeners;
        this.selector = selector;
        this.origin = origin;
        this.clock = clock;
        this.sink = sink;
        thread = Thread.ofPlatform().daemon().name("feeds-udp").unstarted(this::run);
    }

    /**
     * Opens the endpoints and begins to receive.
     *
     * @param endpoints where to listen, one at least
     * @param receiveBuffer the receive buffer to ask for, for each (octets)
     * @param origin the origin that packets get
     * @param clock the host's clock (ns since 1970 UTC), for the received time
     * @param sink takes the packets, in the receiver's thread
     * @throws ReceiverException when one cannot be opened; the others are closed again
     */
    public static UdpReceiver start(
            List<UdpEndpoint> endpoints,
            int receiveBuffer,
            Origin origin,
            LongSupplier clock,
            PacketSink sink)
            throws ReceiverException {
        List<Listener> listeners = new ArrayList<>();
        @Nullable Selector selector = null;
        try {
            selector = Selector.open();
            for (UdpEndpoint endpoint : endpoints) {
                Listener listener = listen(endpoint, receiveBuffer);
                listeners.add(listener);
                listener.channel.register(selector, SelectionKey.OP_READ, listener);
                if (endpoint.isMulticast()) {
                    join(listener);
                }
                listener.heard = System.nanoTime();
            }
        } catch (IOException e) {
            closeAll(listeners, selector);
            throw new ReceiverException("datagrams cannot be received: " + e.getMessage(), e);
        } catch (ReceiverException e) {
            closeAll(listeners, selector);
            throw e;
        }
        UdpReceiver receiver = new UdpReceiver(listeners, selector, origin, clock, sink);
        receiver.thread.start();
        return receiver;
    }

    /** Returns how each endpoint does, in their order. */
    public List<Health> health() {
        List<Health> health = new ArrayList<>();
        for (Listener of : listeners) {
            health.add(
                    new Health(
                            of.endpoint,
                            of.port,
                            of.datagrams.get(),
                            of.foreign.get(),
                            of.rejoined.get(),
                            KernelDrops.of(of.port),
                            of.receiveBuffer,
                            of.trouble));
        }
        return List.copyOf(health);
    }

    /** Ends the thread and closes the sockets. What was received is with the sink. */
    @Override
    public void close() {
        open = false;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        closeAll(listeners, selector);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Listener listen(UdpEndpoint endpoint, int receiveBuffer)
            throws ReceiverException, IOException {
        boolean four = endpoint.address() instanceof Inet4Address;
        DatagramChannel channel =
                DatagramChannel.open(
                        four ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            if (endpoint.isMulticast()) {
                // several programs may hear one group; a unicast port belongs to one alone
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(endpoint.port()));
            } else {
                channel.bind(new InetSocketAddress(endpoint.address(), endpoint.port()));
            }
            return new Listener(endpoint, channel);
        } catch (BindException e) {
            channel.close();
            throw new ReceiverException(bindTrouble(endpoint, e), e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static String bindTrouble(UdpEndpoint endpoint, BindException e) {
        String said = e.getMessage() == null ? "" : e.getMessage();
        if (said.contains("in use")) {
            return "UDP port "
                    + endpoint.port()
                    + " is in use by another program: end it (on Linux, ss -lunp shows which it"
                    + " is), or give the source another port";
        }
        if (said.contains("ermission")) {
            return "UDP port "
                    + endpoint.port()
                    + " may not be used by this user: take one above 1023, or grant the right";
        }
        return "cannot listen at "
                + endpoint
                + " ("
                + said
                + "): the address must be one of this machine's own, or a multicast group";
    }

    private static void join(Listener listener) throws ReceiverException {
        UdpEndpoint endpoint = listener.endpoint;
        try {
            NetworkInterface on = interfaceOf(endpoint);
            listener.membership =
                    endpoint.sender() == null
                            ? listener.channel.join(endpoint.address(), on)
                            : listener.channel.join(endpoint.address(), on, endpoint.sender());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new ReceiverException(
                    "cannot join the multicast group "
                            + endpoint
                            + " ("
                            + e.getMessage()
                            + "): name an interface that is up and has multicast; there are "
                            + interfaceNames(),
                    e);
        }
    }

    private static NetworkInterface interfaceOf(UdpEndpoint endpoint) throws IOException {
        String wanted = endpoint.networkInterface();
        if (wanted != null) {
            NetworkInterface named = NetworkInterface.getByName(wanted);
            if (named == null && wanted.matches("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*")) {
                named = NetworkInterface.getByInetAddress(InetAddress.getByName(wanted));
            }
            if (named == null) {
                throw new IOException("there is no interface " + wanted);
            }
            return named;
        }
        boolean four = endpoint.address() instanceof Inet4Address;
        @Nullable NetworkInterface loopback = null;
        for (NetworkInterface candidate :
                Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (candidate.isUp()
                    && candidate.supportsMulticast()
                    && candidate.inetAddresses().anyMatch(a -> a instanceof Inet4Address == four)) {
                if (!candidate.isLoopback()) {
                    return candidate;
                }
                loopback = candidate;
            }
        }
        if (loopback == null) {
            throw new IOException("no interface is up and has multicast");
        }
        return loopback;
    }

    private static String interfaceNames() {
        try {
            List<String> names = new ArrayList<>();
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp()) {
                    names.add(one.getName() + (one.supportsMulticast() ? "" : " (no multicast)"));
                }
            }
            return String.join(", ", names);
        } catch (IOException e) {
            return "none that can be listed";
        }
    }

    private void run() {
        long looked = System.nanoTime();
        while (open) {
            try {
                selector.select(LOOK_EVERY);
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid() && key.attachment() instanceof Listener listener) {
                        receive(listener);
                    }
                }
                selector.selectedKeys().clear();
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException e) {
                markTrouble(e);
            }
            long now = System.nanoTime();
            if (now - looked >= LOOK_EVERY * 1_000_000) {
                looked = now;
                rejoinSilent(now);
            }
        }
    }

    private void receive(Listener listener) {
        try {
            for (int turn = 0; turn < TURN; turn++) {
                buffer.clear();
                SocketAddress from = listener.channel.receive(buffer);
                if (from == null) {
                    return;
                }
                long received = clock.getAsLong();
                listener.heard = System.nanoTime();
                listener.trouble = null;
                if (!isWanted(listener.endpoint, from)) {
                    listener.foreign.incrementAndGet();
                    continue;
                }
                listener.datagrams.incrementAndGet();
                byte[] bytes = new byte[buffer.flip().remaining()];
                buffer.get(bytes);
                sink.offer(new Packet(received, listener.endpoint.source(), origin, bytes));
            }
        } catch (IOException | RuntimeException e) { // one endpoint's trouble is not the others'
            listener.trouble = "receiving failed: " + e.getMessage();
        }
    }

    private static boolean isWanted(UdpEndpoint endpoint, SocketAddress from) {
        return endpoint.sender() == null
                || (from instanceof InetSocketAddress address
                        && endpoint.sender().equals(address.getAddress()));
    }

    private void rejoinSilent(long now) {
        for (Listener listener : listeners) {
            if (!listener.endpoint.isMulticast() || now - listener.heard < REJOIN_AFTER) {
                continue;
            }
            listener.heard = now;
            MembershipKey membership = listener.membership;
            if (membership != null) {
                membership.drop();
            }
            try {
                join(listener);
                listener.rejoined.incrementAndGet();
                listener.trouble = null;
            } catch (ReceiverException e) {
                listener.trouble = e.getMessage();
            }
        }
    }

    private void markTrouble(IOException e) {
        for (Listener listener : listeners) {
            listener.trouble = "receiving failed: " + e.getMessage();
        }
    }

    private static void closeAll(List<Listener> listeners, @Nullable Selector selector) {
        try {
            for (Listener listener : listeners) {
                listener.channel.close();
            }
            if (selector != null) {
                selector.close();
            }
        } catch (IOException e) {
            // a socket that cannot be closed is of no more use either way
        }
    }
}
