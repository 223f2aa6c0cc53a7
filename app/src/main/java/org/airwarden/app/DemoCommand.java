package org.airwarden.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.Source;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.server.JournalMaker;
import org.airwarden.server.ReplayHost;
import org.airwarden.simulation.DemoStory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the built-in story. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Ten minutes of simulated traffic over Crete, on the page.",
        footer = {
            "",
            "Examples:",
            "  airwarden demo --port 9000",
            "  airwarden demo --save /tmp/demo       the same as files, to decode and to play",
        })
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 1;

    private static final String[] WHAT_TO_LOOK_AT = {
        "  1. Everything is simulated and says so. Symbols tell what sees an aircraft; click one to learn which",
        "     sensors say it, and when they last did.",
        "  2. Six aircraft answer nothing: echoes only, without a label's name. Two come from the south together.",
        "  3. At 09:03:00 the radar on Santorini falls silent for ninety seconds. Watch the strip of sensors.",
        "  4. At 09:05:30 ARW907 declares an emergency (7700) and turns back to Heraklion.",
        "  5. Space stops and starts; drag the time bar anywhere, ten times the speed is one click; ? shows all keys.",
    };

    @Mixin private PortMixin page = new PortMixin();

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "write the story's bytes to files instead of showing it")
    private @Nullable Path folder;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (folder != null) {
            save(folder);
            return 0;
        }
        PageSession.requireFree(page.port());
        try (TemporaryFolder temporary = new TemporaryFolder("airwarden-demo")) {
            Path journal = temporary.path().resolve("journal");
            makeJournal(journal, temporary::requireWanted);
            ReplayHost host =
                    ReplayHost.start(JournalReader.open(journal), DemoStory.site().name(), 1);
            PageSession.run(host, page.port(), spec.commandLine().getOut(), WHAT_TO_LOOK_AT);
        }
        return 0;
    }

    /**
     * Makes the story's journal, as a recording's is made.
     *
     * @param step run after every packet
     */
    static void makeJournal(Path journal, Runnable step) throws IOException {
        Iterator<Packet> packets = DemoStory.packets(SEED).iterator();
        SiteFile site = DemoStory.site();
        JournalMaker.make(
                journal,
                new JournalMaker.Contents(
                        site.name(), BuildVersion.text(), Origin.SIMULATED, true, site),
                () -> packets.hasNext() ? packets.next() : null,
                fault -> {},
                done -> step.run());
    }

    /** Simulated data leaves only under a name that says so; the records carry the mark as well. */
    private void save(Path to) throws IOException {
        Files.createDirectories(to);
        SiteFile site = DemoStory.site();
        List<Packet> packets = DemoStory.packets(SEED);
        for (Source source : site.sources()) {
            Path file = to.resolve(DemoStory.fileOf(source));
            try (OutputStream out = Files.newOutputStream(file)) {
                for (Packet packet : packets) {
                    if (packet.source() == source.number()) {
                        out.write(packet.bytes());
                    }
                }
            }
            spec.commandLine().getOut().println(file);
        }
        Path siteFile = to.resolve("site.yaml");
        try (InputStream in = DemoStory.siteText()) {
            Files.write(siteFile, in.readAllBytes());
        }
        spec.commandLine().getOut().println(siteFile);
        spec.commandLine().getOut().flush();
    }
}
