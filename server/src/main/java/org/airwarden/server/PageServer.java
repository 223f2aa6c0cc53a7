package org.airwarden.server;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.websocket.WsConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the page and its WebSocket on the loopback address, and nowhere else.
 *
 * <p>A WebSocket is opened only for a page that this server itself gave out: a request whose {@code
 * Origin} or {@code Host} names another place is refused, so that a page from elsewhere in the same
 * browser cannot listen in.
 */
public final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final String LOOPBACK = "127.0.0.1";

    /** Clients at once; more are refused in words. */
    private static final int MOST_CLIENTS = 200;

    private static final long SEND_INTERVAL_MILLISECONDS = 250;
    private static final int LARGEST_COMMAND = 64 * 1024;
    private static final int MISDIRECTED = 421;
    private static final int POLICY_VIOLATION = 1008;
    private static final int TRY_AGAIN_LATER = 1013;

    private final Host host;
    private final String version;
    private final TextMessages texts = new TextMessages();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, PageClient> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("page-sender").daemon().unstarted(task));
    private final Javalin http;

    private PageServer(Host host, String version) {
        this.host = host;
        this.version = version;
        http = Javalin.create(this::configure);
    }

    /**
     * Starts to serve a host's picture.
     *
     * @param host what to show
     * @param version the program's version, shown on the page
     * @param port the port, or 0 for any free one
     * @throws PortInUseException where another program has the port
     */
    public static PageServer start(Host host, String version, int port) {
        PageServer server = new PageServer(host, version);
        try {
            server.http.start(LOOPBACK, port);
        } catch (RuntimeException problem) {
            server.sender.shutdownNow();
            if (PortInUseException.isCauseOf(problem)) {
                throw new PortInUseException(port, problem);
            }
            throw problem;
        }
        var _ =
                server.sender.scheduleWithFixedDelay(
                        server::sendToAll, 0, SEND_INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
        return server;
    }

    /** Returns the port that is served. */
    public int port() {
        return http.port();
    }

    /** Returns the address to open in a browser. */
    public String address() {
        return "http://" + LOOPBACK + ":" + port() + "/";
    }

    @Override
    public void close() {
        sender.shutdownNow();
        http.stop();
    }

    private void configure(io.javalin.config.JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/org/airwarden/web";
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = 8 * 1024 * 1024;
            files.headers = SECURITY_HEADERS;
        });
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxTextMessageSize(LARGEST_COMMAND);
            factory.setIdleTimeout(Duration.ofMinutes(5));
        });
        config.routes.before(context -> {
            if (!isOwnHost(context.header("Host"))) {
                throw new HttpResponseException(MISDIRECTED, "not a name of this server");
            }
        });
        config.routes.ws("/ws", this::serve);
        config.routes.get(
                "/api/status",
                context -> {
                    context.contentType("application/json");
                    context.result(texts.status(host.status(), host.board().size()));
                });
    }

    private static final Map<String, String> SECURITY_HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri"
                            + " 'none'; form-action 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cache-Control",
                    "no-cache");

    private void serve(WsConfig socket) {
        socket.onConnect(context -> {
            if (!isOwnPage(context.header("Origin"), context.header("Host"))) {
                context.session.close(POLICY_VIOLATION, "not a page of this server", Callback.NOOP);
            } else if (clients.size() >= MOST_CLIENTS) {
                context.session.close(
                        TRY_AGAIN_LATER,
                        "already " + MOST_CLIENTS + " pages are open",
                        Callback.NOOP);
            } else {
                clients.put(context.sessionId(), new PageClient(context.session));
            }
        });
        socket.onMessage(context -> {
            PageClient client = clients.get(context.sessionId());
            if (client != null) {
                String refusal =
                        client.mayAsk(System.nanoTime())
                                ? obey(client, context.message())
                                : "too many commands: 20 a second are taken";
                if (refusal != null) {
                    client.answer(texts.refused(refusal));
                }
            }
        });
        socket.onClose(context -> clients.remove(context.sessionId()));
        socket.onError(context -> clients.remove(context.sessionId()));
    }

    /** A client that is no browser sends no Origin and may connect; a browser always sends one. */
    private boolean isOwnPage(@Nullable String origin, @Nullable String hostHeader) {
        return isOwnHost(hostHeader)
                && (origin == null
                        || ownHosts().stream().anyMatch(own -> origin.equals("http://" + own)));
    }

    /** A name from elsewhere that was made to lead here (DNS rebinding) is told nothing. */
    private boolean isOwnHost(@Nullable String hostHeader) {
        return hostHeader != null && ownHosts().contains(hostHeader.toLowerCase(Locale.ROOT));
    }

    private List<String> ownHosts() {
        // Browsers leave out the port that is usual.
        String suffix = port() == 80 ? "" : ":" + port();
        return List.of(LOOPBACK + suffix, "localhost" + suffix, "[::1]" + suffix);
    }

    private @Nullable String obey(PageClient client, String message) {
        JsonNode node;
        try {
            node = json.readTree(message);
        } catch (JacksonException problem) {
            return "a command is a JSON object such as {\"do\":\"pause\"}";
        }
        String what = node.path("do").asString("");
        if (what.equals("watch")) {
            List<Integer> numbers = new ArrayList<>();
            node.path("numbers").forEach(number -> numbers.add(number.asInt(0)));
            client.watch(numbers);
            return null;
        }
        HostCommand command = command(what, node);
        if (command == null) {
            return "no such command: play, pause, speed (value) , seek (time) and watch (numbers)"
                    + " are known";
        }
        String refusal = host.command(command);
        clients.values().forEach(PageClient::statusIsDue);
        return refusal;
    }

    private static @Nullable HostCommand command(String what, JsonNode node) {
        return switch (what) {
            case "play" -> new HostCommand.Play();
            case "pause" -> new HostCommand.Pause();
            case "speed" ->
                    node.path("value").isNumber()
                            ? new HostCommand.Speed(node.path("value").asDouble())
                            : null;
            case "seek" ->
                    node.path("time").isNumber()
                            ? new HostCommand.Seek((long) (node.path("time").asDouble() * 1e6))
                            : null;
            default -> null;
        };
    }

    private void sendToAll() {
        long now = System.nanoTime();
        for (PageClient client : clients.values()) {
            try {
                client.send(host, texts, version, now);
            } catch (RuntimeException problem) {
                // One client's trouble is not the others': the schedule must go on.
                LOG.warn("A page could not be sent its news: {}", problem.toString());
            }
        }
    }
}
