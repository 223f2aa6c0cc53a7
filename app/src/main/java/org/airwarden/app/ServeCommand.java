package org.airwarden.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.airwarden.feeds.ReceiverException;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.Transport;
import org.airwarden.journal.JournalException;
import org.airwarden.server.LiveHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a live picture. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Live: UDP, TCP and radio sources into the picture, the page and the journal.",
        footer = {"", "Example:", "  airwarden serve site.yaml --port 8080"})
final class ServeCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "site.yaml", description = "the sensors and their sources")
    private Path site = Path.of("site.yaml");

    @Mixin private PortMixin page = new PortMixin();

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "where to record (default: a new folder in .airwarden/journals)")
    private @Nullable Path journal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SiteFile file = PlayCommand.readSite(site);
        if (file.sources().stream().allMatch(s -> s.transport() instanceof Transport.Recorded)) {
            throw UserException.misuse(
                    site
                            + " names no live source; give one 'udp: group:port', 'tcp: host:port' or"
                            + " 'rtl-tcp: host:port'");
        }
        PageSession.requireFree(page.port());
        Path directory = journal == null ? newFolder(file) : journal;
        try {
            LiveHost host = LiveHost.start(file, directory, BuildVersion.text());
            PageSession.run(
                    host,
                    page.port(),
                    spec.commandLine().getOut(),
                    "Recording to " + directory.toAbsolutePath());
        } catch (JournalException unusable) {
            throw UserException.misuse(String.valueOf(unusable.getMessage()));
        } catch (ReceiverException closed) {
            throw UserException.failure(String.valueOf(closed.getMessage()));
        }
        return 0;
    }

    private static Path newFolder(SiteFile file) {
        String name = file.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Path.of(".airwarden", "journals", name + "-" + STAMP.format(Instant.now()));
    }
}
