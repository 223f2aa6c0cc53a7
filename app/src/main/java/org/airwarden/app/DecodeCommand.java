package org.airwarden.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.feeds.Decoding;
import org.airwarden.feeds.DecodingStyle;
import org.airwarden.feeds.Explanation;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.RecordedFile;
import org.airwarden.feeds.RecordingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is in recordings. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "What is in a file: one JSON object a record, or a summary.",
        footer = {
            "",
            "Framing and editions are found from the bytes and told on standard error.",
            "Exit code 0 when the file was read, whatever was wrong in it; 2 when it cannot be told",
            "how to read it, naming the option that says so; 3 when it was read with an edition",
            "(--edition) that its bytes speak against.",
            "",
            "Examples:",
            "  airwarden decode night.ast | head -n 3",
            "  airwarden decode --summary night.pcap",
            "  airwarden decode --edition 021=0.23 --summary adsb.ast",
            "  airwarden decode --explain unknown.bin",
            "  airwarden decode --hex night.ast | less",
            "  airwarden decode --validate night.ast",
            "  airwarden decode --definitions my-definitions night.ast",
            "  airwarden decode --faults faults.jsonl night.ast > records.jsonl",
        })
final class DecodeCommand implements Callable<Integer> {
    /** The exit code for a file read with an edition that does not fit it. */
    private static final int MISREAD = 3;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "recordings")
    private List<Path> files = List.of();

    @Mixin private ReadingMixin reading = new ReadingMixin();

    @Option(names = "--summary", description = "one JSON object that counts, instead of records")
    private boolean summary;

    @Option(
            names = "--explain",
            description =
                    "instead of records, which framing and which editions fit, with the evidence")
    private boolean explain;

    @Option(names = "--json", description = "with --explain: one JSON object a file")
    private boolean json;

    @Option(
            names = "--hex",
            description = "ASTERIX records octet by octet, beside what the octets mean, to read")
    private boolean hex;

    @Option(
            names = "--validate",
            description =
                    "instead of ASTERIX records, one JSON object for everything that reads well and"
                            + " still is not as the standard says")
    private boolean validate;

    @Option(
            names = "--faults",
            paramLabel = "OUT",
            description = "write one JSON object there for every fault: place, rule, bytes")
    private @Nullable Path faults;

    @Option(names = "--force", description = "write over the file of --faults if it is there")
    private boolean force;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ReadingMixin.requireReadable(files);
        if (json && !explain) {
            throw UserException.misuse("--json belongs to --explain; records are JSON anyhow");
        }
        if ((hex ? 1 : 0) + (validate ? 1 : 0) + (summary ? 1 : 0) + (explain ? 1 : 0) > 1) {
            throw UserException.misuse("choose one of --summary, --explain, --hex and --validate");
        }
        return explain ? explain() : decode();
    }

    private int explain() throws IOException {
        ReadingOptions options = reading.options();
        ReadingMixin.requireFiles(files);
        boolean decided = true;
        boolean misread = false;
        for (Path file : files) {
            Explanation explanation = Explanation.of(file, options);
            decided &= explanation.isDecided();
            misread |= explanation.isMisread();
            say(json ? explanation.toJson() + "\n" : explanation.toText());
        }
        return decided ? misread ? MISREAD : 0 : 2;
    }

    private int decode() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Decoding decoding = decoding();
        DecodingStyle style =
                hex ? DecodingStyle.HEX : validate ? DecodingStyle.FINDINGS : DecodingStyle.JSON;
        for (RecordedFile file : decoding.files()) {
            if (style != DecodingStyle.JSON && file.content() != Format.ASTERIX) {
                throw UserException.misuse(
                        file.path()
                                + " is not ASTERIX; --hex and --validate are for ASTERIX alone");
            }
        }
        boolean misread = false;
        for (RecordedFile file : decoding.files()) {
            file.remarks().forEach(remark -> err.println("airwarden: " + remark));
            misread |= !file.misread().isEmpty();
        }
        err.flush();
        long total = decoding.files().stream().mapToLong(RecordedFile::size).sum();
        try (Progress progress = new Progress("reading", total);
                FaultFile found = FaultFile.of(faults, files, force)) {
            if (summary) {
                say(decoding.summarize(found, progress::at).toJson() + "\n");
            } else {
                print(decoding, style, found, progress);
            }
            if (found.count() > 0) {
                err.println(found.words());
                err.flush();
            }
        }
        return misread ? MISREAD : 0;
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        // The first call flushes into the second stream, so both are asked.
        boolean lost = out.checkError();
        if (System.out.checkError() || lost) {
            throw UserException.failure("standard output cannot be written");
        }
    }

    private Decoding decoding() throws IOException {
        try {
            ReadingOptions options = reading.options();
            ReadingMixin.requireFiles(files);
            return Decoding.of(files, options);
        } catch (RecordingException unclear) {
            throw UserException.misuse(String.valueOf(unclear.getMessage()));
        }
    }

    /**
     * A reader that has seen enough (head) closes the pipe: that ends the work, and is no error.
     */
    private static void print(
            Decoding decoding, DecodingStyle style, FaultFile faults, Progress progress) {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            decoding.print(style, out, faults, progress::at);
        } catch (IOException problem) {
            if (!isClosedPipe(problem)) {
                throw UserException.failure("reading or printing stopped: " + problem.getMessage());
            }
        }
    }

    private static boolean isClosedPipe(IOException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.contains("Broken pipe") || message.contains("Stream closed");
    }
}
