package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.simulation.DemoStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServerTest {
    @TempDir private static Path folder;
    private static ReplayHost host;
    private static PageServer page;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Path journal = folder.resolve("journal");
        Iterator<Packet> packets = DemoStory.packets(1).iterator();
        JournalMaker.make(
                journal,
                new JournalMaker.Contents(
                        "<b>story</b>", "test", Origin.SIMULATED, true, DemoStory.site()),
                () -> packets.hasNext() ? packets.next() : null,
                fault -> {},
                done -> {});
        host = ReplayHost.start(JournalReader.open(journal), "<b>story</b>", 20);
        page = PageServer.start(host, "1.2.3", 0);
    }

    @AfterAll
    static void stop() {
        page.close();
        host.close();
        CLIENT.close();
    }

    /** A client that keeps what it is told, or takes nothing at all. */
    private static final class Listener implements WebSocket.Listener {
        final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();
        final AtomicInteger frames = new AtomicInteger();
        final AtomicReference<Integer> closed = new AtomicReference<>();
        private final StringBuilder text = new StringBuilder();
        private final boolean takes;

        Listener(boolean takes) {
            this.takes = takes;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (takes) {
                socket.request(1);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            if (last) {
                frames.incrementAndGet();
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.set(code);
            return null;
        }

        boolean heard(String kind) {
            return texts.stream().anyMatch(t -> t.contains("\"kind\":\"" + kind + "\""));
        }
    }

    private static WebSocket connect(Listener listener, String origin) {
        var builder = CLIENT.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + page.port() + "/ws"), listener)
                .join();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(page.address() + path)).build(),
                BodyHandlers.ofString());
    }

    @Test
    void shouldServeThePageUnderAStrictPolicy() throws Exception {
        HttpResponse<String> index = get("");

        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.body()).contains("Airwarden");
        assertThat(index.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(index.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(get("app.js").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(get("../pom.xml").statusCode()).isIn(400, 404);
        assertThat(get("%2e%2e/%2e%2e/etc/passwd").statusCode()).isIn(400, 404);
        assertThat(get("org/airwarden/server/PageServer.class").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTellHelloSensorsFactsFramesAndStatus() throws Exception {
        Listener listener = new Listener(true);
        WebSocket socket = connect(listener, null);
        LiveHostTest.await(() ->
                listener.heard("hello")
                        && listener.heard("sensors")
                        && listener.heard("facts")
                        && listener.heard("status")
                        && listener.frames.get() > 3);

        assertThat(listener.texts.peek())
                .contains("\"protocol\":1", "\"mode\":\"REPLAY\"", "\"origin\":\"simulated\"");
        socket.sendText("{\"do\":\"pause\"}", true).join();
        LiveHostTest.await(
                () -> listener.texts.stream().anyMatch(t -> t.contains("\"playing\":false")));
        socket.sendText("{\"do\":\"play\"}", true).join();
        for (String wrong :
                new String[] {
                    "",
                    "{",
                    "[]",
                    "null",
                    "{\"do\":7}",
                    "{\"do\":\"seek\"}",
                    "{\"do\":\"seek\",\"time\":0}"
                }) {
            int before = listener.texts.size();
            socket.sendText(wrong, true).join();
            LiveHostTest.await(() ->
                    listener.texts.stream().skip(before).anyMatch(t -> t.contains("\"refused\"")));
        }
        socket.abort();
    }

    @Test
    void shouldRefuseAPageFromElsewhere() throws Exception {
        Listener stranger = new Listener(true);
        connect(stranger, "http://evil.example");
        LiveHostTest.await(() -> stranger.closed.get() != null);
        assertThat(stranger.closed.get()).isEqualTo(1008);
        assertThat(stranger.frames.get()).isZero();

        Listener own = new Listener(true);
        WebSocket socket = connect(own, "http://127.0.0.1:" + page.port());
        LiveHostTest.await(() -> own.frames.get() > 0);
        socket.abort();
    }

    /** A name from elsewhere that leads to the loopback address (DNS rebinding) is told nothing. */
    @Test
    void shouldAnswerUnderItsOwnNamesOnly() throws Exception {
        String own = "127.0.0.1:" + page.port();
        for (String path : new String[] {"/", "/app.js", "/api/status"}) {
            assertThat(statusLine(path, own)).as(path).contains(" 200 ");
            assertThat(statusLine(path, "LOCALHOST:" + page.port())).as(path).contains(" 200 ");
            assertThat(statusLine(path, "evil.example:" + page.port())).as(path).contains(" 421 ");
            assertThat(statusLine(path, "127.0.0.1.evil.example")).as(path).contains(" 421 ");
        }
    }

    private static String statusLine(String path, String hostHeader) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.setSoTimeout(10_000);
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, hostHeader);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is watched is told again and again: which sensors say it, and how lately. */
    @Test
    void shouldTellOfAWatchedTrackEverySecond() throws Exception {
        Listener listener = new Listener(true);
        WebSocket socket = connect(listener, null);
        LiveHostTest.await(() -> host.board().size() > 5 && listener.heard("hello"));
        // Nothing rare changes while the replay stands still.
        socket.sendText("{\"do\":\"pause\"}", true).join();
        LiveHostTest.await(() -> !host.status().playing());
        Thread.sleep(600);
        listener.texts.clear();
        AtomicInteger number = new AtomicInteger();
        host.board().forEachTrack(track -> number.set(track.number().serial()));
        socket.sendText("{\"do\":\"watch\",\"numbers\":[" + number + "]}", true).join();

        String facts = "{\"kind\":\"facts\",\"tracks\":[{\"number\":" + number + ",";
        LiveHostTest.await(
                () -> listener.texts.stream().filter(t -> t.startsWith(facts)).count() >= 2);
        socket.sendText("{\"do\":\"play\"}", true).join();
        socket.abort();
    }

    /** Twenty commands a second are taken; a flood is refused and slows nobody. */
    @Test
    void shouldRefuseAFloodOfCommands() throws Exception {
        Listener listener = new Listener(true);
        WebSocket socket = connect(listener, null);
        LiveHostTest.await(() -> listener.heard("hello"));
        for (int i = 0; i < 200; i++) {
            socket.sendText("{\"do\":\"watch\",\"numbers\":[]}", true).join();
        }
        LiveHostTest.await(
                () -> listener.texts.stream().anyMatch(t -> t.contains("too many commands")));
        int frames = listener.frames.get();
        LiveHostTest.await(() -> listener.frames.get() > frames);
        socket.abort();
    }

    /** One client takes nothing: the others do not notice, and it is let go. */
    @Test
    void shouldNotLetASlowClientHoldTheOthers() throws Exception {
        Listener slow = new Listener(false);
        WebSocket stuck = connect(slow, null);
        Listener quick = new Listener(true);
        WebSocket socket = connect(quick, null);
        LiveHostTest.await(() -> quick.frames.get() > 10);

        assertThat(slow.frames.get()).isZero();
        stuck.abort();
        socket.abort();
    }

    @Test
    void shouldSayWhenThePortIsTaken() {
        assertThatThrownBy(() -> PageServer.start(host, "1", page.port()))
                .isInstanceOf(PortInUseException.class)
                .hasMessageContaining("--port");
    }
}
