package org.airwarden.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.feeds.Decoding;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.RecordedFile;
import org.airwarden.feeds.RecordingException;
import org.airwarden.feeds.Summary;
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
            "how to read it, naming the option that says so.",
            "",
            "Examples:",
            "  airwarden decode night.ast | head -n 3",
            "  airwarden decode --summary night.pcap",
            "  airwarden decode --edition 021=0.23 --summary adsb.ast",
        })
final class DecodeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "recordings")
    private List<Path> files = List.of();

    @Mixin private ReadingMixin reading = new ReadingMixin();

    @Option(names = "--summary", description = "one JSON object that counts, instead of records")
    private boolean summary;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ReadingMixin.requireReadable(files);
        PrintWriter err = spec.commandLine().getErr();
        Decoding decoding = decoding();
        for (RecordedFile file : decoding.files()) {
            file.remarks().forEach(remark -> err.println("airwarden: " + remark));
        }
        err.flush();
        long total = decoding.files().stream().mapToLong(RecordedFile::size).sum();
        try (Progress progress = new Progress("reading", total)) {
            if (summary) {
                Summary counted = decoding.summarize(progress::at);
                PrintWriter out = spec.commandLine().getOut();
                out.println(counted.toJson());
                // The first call flushes into the second stream, so both are asked.
                boolean lost = out.checkError();
                if (System.out.checkError() || lost) {
                    throw UserException.failure("standard output cannot be written");
                }
            } else {
                print(decoding, progress);
            }
        }
        return 0;
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
    private static void print(Decoding decoding, Progress progress) {
        try (Utf8Output out = new Utf8Output(new FileOutputStream(FileDescriptor.out))) {
            decoding.print(out, progress::at);
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
