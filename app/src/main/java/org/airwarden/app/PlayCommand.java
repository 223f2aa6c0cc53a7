package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.feeds.Recording;
import org.airwarden.feeds.RecordingException;
import org.airwarden.feeds.RecordingOptions;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileException;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.journal.JournalException;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Origin;
import org.airwarden.model.Time;
import org.airwarden.server.JournalMaker;
import org.airwarden.server.ReplayHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays recordings on the page. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "A recording into the picture and the page.",
        footer = {
            "",
            "FILE is a recording in any format that decode reads, or a journal (a folder) that serve",
            "or --journal wrote. Several recordings are merged by time into one picture.",
            "",
            "Examples:",
            "  airwarden play night.ast --site site.yaml",
            "  airwarden play radar.ast mlat.ast adsb.ast --site site.yaml --speed 10",
            "  airwarden play .airwarden/journals/home-20261121T090000Z",
        })
final class PlayCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "recordings, or one journal")
    private List<Path> files = List.of();

    @Option(
            names = "--site",
            paramLabel = "site.yaml",
            description = "where the sensors stand and how the files are to be read")
    private @Nullable Path site;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description =
                    "the day on which the recording begins, where neither it nor the site says")
    private @Nullable LocalDate date;

    @Mixin private ReadingMixin reading = new ReadingMixin();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "times real time; 0 for as fast as possible (default: ${DEFAULT-VALUE})")
    private double speed;

    @Mixin private PortMixin page = new PortMixin();

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "keep the journal that is made of the recording there")
    private @Nullable Path keep;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ReadingMixin.requireReadable(files);
        if (!(speed >= 0 && speed <= 10_000)) {
            throw UserException.misuse("--speed is 0 (as fast as possible) to 10000");
        }
        PageSession.requireFree(page.port());
        if (files.size() == 1 && isJournal(files.getFirst())) {
            show(files.getFirst(), String.valueOf(files.getFirst().getFileName()));
            return 0;
        }
        ReadingMixin.requireFiles(files);
        if (keep != null) {
            if (Files.exists(keep)) {
                throw UserException.misuse(keep + " is there already; name a new folder");
            }
            show(keep, convert(keep, () -> {}));
            return 0;
        }
        try (TemporaryFolder folder = new TemporaryFolder("airwarden-play")) {
            Path journal = folder.path().resolve("journal");
            show(journal, convert(journal, folder::requireWanted));
        }
        return 0;
    }

    private void show(Path journal, String title) throws IOException {
        ReplayHost host = ReplayHost.start(opened(journal), title, speed);
        PageSession.run(host, page.port(), spec.commandLine().getOut());
    }

    private static JournalReader opened(Path journal) throws IOException {
        try {
            JournalReader reader = JournalReader.open(journal);
            if (reader.firstTime() == Time.UNKNOWN) {
                throw UserException.misuse(journal + " is a journal without any entry");
            }
            return reader;
        } catch (JournalException unfit) {
            throw UserException.misuse(String.valueOf(unfit.getMessage()));
        }
    }

    private static boolean isJournal(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return JournalReader.isJournal(in.readNBytes(64));
        }
    }

    /** Makes a journal of the recordings; returns what they are called. */
    private String convert(Path journal, Runnable step) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (Recording recording =
                Recording.open(
                        files,
                        new RecordingOptions(reading.options(), siteFile(), date, Origin.RECORDED),
                        fault -> {})) {
            recording.remarks().forEach(remark -> err.println("airwarden: " + remark));
            if (!recording.isDateKnown()) {
                err.println(
                        "airwarden: the recording does not tell its date; only the time of day"
                                + " is shown (--date says it)");
            }
            err.flush();
            SiteFile found = recording.site();
            String title = site == null ? names() : found.name();
            try (Progress progress = new Progress("reading", recording.bytesTotal())) {
                JournalMaker.make(
                        journal,
                        new JournalMaker.Contents(
                                title,
                                BuildVersion.text(),
                                Origin.RECORDED,
                                recording.isDateKnown(),
                                found),
                        recording::next,
                        fault -> {},
                        packets -> {
                            step.run();
                            if (packets % 1_000 == 0) {
                                progress.at(recording.bytesDone());
                            }
                        });
            }
            return title;
        } catch (RecordingException unclear) {
            throw UserException.misuse(String.valueOf(unclear.getMessage()));
        }
    }

    private String names() {
        String first = String.valueOf(files.getFirst().getFileName());
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    private @Nullable SiteFile siteFile() throws IOException {
        return site == null ? null : readSite(site);
    }

    /** Reads a site file, or says in one line what is wrong with it. */
    static SiteFile readSite(Path file) throws IOException {
        ReadingMixin.requireReadable(List.of(file));
        ReadingMixin.requireFiles(List.of(file));
        try {
            return SiteFileReader.read(file);
        } catch (SiteFileException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }
}
