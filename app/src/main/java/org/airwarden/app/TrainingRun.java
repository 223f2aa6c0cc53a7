package org.airwarden.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.airwarden.journal.JournalReader;
import org.airwarden.server.PageServer;
import org.airwarden.server.ReplayHost;

/**
 * What the launcher runs once to make its start cache: it does in short what people do most, so
 * that the classes they need are loaded and linked beforehand.
 */
public final class TrainingRun {
    private static final int TIMES = 12;

    private TrainingRun() {}

    /**
     * Runs.
     *
     * @param arguments {@code files} for what commands need that read files and end; anything else
     *     for all
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (TemporaryFolder folder = new TemporaryFolder("airwarden-training")) {
            Path saved = folder.path().resolve("saved");
            int exitCode = Airwarden.run("demo", "--save", saved.toString());
            for (int i = 0; i < TIMES; i++) {
                exitCode +=
                        Airwarden.run("decode", "--summary", saved + "/simulated-heraklion.ast");
                exitCode += Airwarden.run("decode", "--summary", saved + "/simulated-ads-b.ast");
            }
            exitCode += Airwarden.run("decode", saved + "/simulated-santorini.ast");
            if (arguments.length == 0 || !arguments[0].equals("files")) {
                serve(folder.path().resolve("journal"));
            }
            if (exitCode != 0) {
                throw new IllegalStateException("the training run failed");
            }
        }
    }

    private static void serve(Path journal) throws IOException, InterruptedException {
        DemoCommand.makeJournal(journal, () -> {});
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "training", 0);
                PageServer page = PageServer.start(host, BuildVersion.text(), 0);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"", "api/status"}) {
                client.send(
                        HttpRequest.newBuilder(URI.create(page.address() + path)).build(),
                        BodyHandlers.discarding());
            }
        }
    }
}
