package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.airwarden.feeds.Conversion;
import org.airwarden.feeds.ConversionFormat;
import org.airwarden.feeds.RecordFilter;
import org.airwarden.feeds.RecordedFile;
import org.airwarden.feeds.RecordingException;
import org.airwarden.feeds.SimulatedMark;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts a recording, whole or in part. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "A recording into another format, whole or filtered.",
        footer = {
            "",
            "ASTERIX becomes .ast (raw blocks), .pcap, .ff (FINAL), .gps or .rply; Mode S becomes",
            ".beast, .avr or .sbs; both become .jsonl, .csv or .parquet. Kept records keep their",
            "octets. OUT is written beside its place and moved there when it is whole.",
            "Exit code 3 when the file was read with an edition that its bytes speak against.",
            "",
            "Examples:",
            "  airwarden convert night.ast night.pcap --date 2016-05-10",
            "  airwarden convert night.pcap radar.ast --category 048,034 --source 20/129",
            "  airwarden convert night.ast part.ff --from 22:30 --to 00:15 --address 4D2023",
            "  airwarden convert night.ast night.csv --item 220",
            "  airwarden convert antenna.beast antenna.sbs --date 2018-04-03T19:02:28Z",
            "  airwarden convert night.ast night.parquet",
        })
final class ConvertCommand implements Callable<Integer> {
    private static final int MISREAD = 3;

    @Parameters(index = "0", paramLabel = "IN", description = "a recording")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "the file to write")
    private Path out = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "what OUT becomes, where its name does not say: raw, final, gps, rply, pcap,"
                            + " beast, avr, sbs, jsonl, csv, parquet (a time instead is the end of"
                            + " --from)")
    private List<String> to = List.of();

    @Mixin private ReadingMixin reading = new ReadingMixin();

    @Mixin private FilterMixin wanted = new FilterMixin();

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description =
                    "the day (2016-05-10) or the moment (2018-04-03T19:02:28Z) at which the"
                            + " recording begins, where it does not say")
    private String date = "";

    @Option(
            names = "--microseconds",
            description = "pcap with times in microseconds, for readers that know no nanoseconds")
    private boolean microseconds;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "write one JSON object there for every fault: place, rule, bytes")
    private @Nullable Path faults;

    @Option(
            names = "--force",
            description = "write over OUT, and the file of --faults, if they are there")
    private boolean force;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ReadingMixin.requireReadable(List.of(in));
        ReadingMixin.requireFiles(List.of(in));
        ConversionFormat format = format();
        RecordFilter filter = wanted.filter(endOfTime());
        long start = start();
        requireWritable();
        try {
            RecordedFile file = RecordedFile.examine(in, reading.options());
            boolean simulated = SimulatedMark.isOn(in);
            Conversion conversion =
                    new Conversion(file, format, filter, start, microseconds, simulated);
            boolean toMark = simulated && !SimulatedMark.isCarriedBy(format, file.content());
            if (toMark && !SimulatedMark.isInName(out)) {
                throw UserException.misuse(
                        in.getFileName()
                                + " is simulated, and "
                                + format.word()
                                + " has no mark for it; say so in the name, as in simulated-"
                                + out.getFileName());
            }
            tell(file.remarks());
            convert(conversion, toMark);
            return file.misread().isEmpty() ? 0 : MISREAD;
        } catch (RecordingException unclear) {
            throw UserException.misuse(String.valueOf(unclear.getMessage()));
        }
    }

    private void convert(Conversion conversion, boolean toMark) throws IOException {
        try (FaultFile found = FaultFile.of(faults, List.of(in, out), force);
                WholeFile whole = new WholeFile(out);
                Progress progress = new Progress("converting", conversion.file().size())) {
            Conversion.Result result = conversion.run(whole.out(), found, progress::at);
            if (toMark) {
                SimulatedMark.writeSidecar(out);
            }
            whole.commit();
            tell(result.remarks());
            tell(
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "%s: %d of %d records kept, %d written as %s",
                                    out.getFileName(),
                                    result.kept(),
                                    result.read(),
                                    result.written(),
                                    conversion.to().word())));
            if (found.count() > 0) {
                spec.commandLine().getErr().println(found.words());
            }
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
    }

    private void tell(List<String> remarks) {
        PrintWriter err = spec.commandLine().getErr();
        remarks.forEach(remark -> err.println("airwarden: " + remark));
        err.flush();
    }

    private ConversionFormat format() {
        ConversionFormat named = null;
        for (String word : to) {
            ConversionFormat one = ConversionFormat.ofWord(word);
            named = one == null ? named : one;
            if (one == null && !isTime(word)) {
                throw UserException.misuse(
                        "there is no format '" + word + "'; known are " + words());
            }
        }
        ConversionFormat format = named == null ? ConversionFormat.ofName(out) : named;
        if (format == null) {
            throw UserException.misuse(
                    "the name "
                            + out.getFileName()
                            + " does not tell the format; say it with --to, one of "
                            + words());
        }
        return format;
    }

    private String endOfTime() {
        return to.stream().filter(ConvertCommand::isTime).findFirst().orElse("");
    }

    private static boolean isTime(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static String words() {
        return String.join(
                ", ",
                Arrays.stream(ConversionFormat.values()).map(ConversionFormat::word).toList());
    }

    private long start() {
        if (date.isEmpty()) {
            return Time.UNKNOWN;
        }
        try {
            if (date.length() <= 10) {
                return Math.multiplyExact(LocalDate.parse(date).toEpochDay(), Time.DAY);
            }
            Instant instant = Instant.parse(date.endsWith("Z") ? date : date + "Z");
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), Time.SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException wrong) {
            throw UserException.misuse(
                    "'" + date + "' is no date; write 2016-05-10 or 2018-04-03T19:02:28Z");
        }
    }

    private void requireWritable() throws IOException {
        if (Files.isDirectory(out)) {
            throw UserException.misuse(out + " is a folder; name a file");
        }
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw UserException.misuse(out + " is a pipe or a device; name a file");
        }
        if (Files.exists(out) && Files.isSameFile(in, out)) {
            throw UserException.misuse(out + " is the recording itself; name another file");
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !force) {
            throw UserException.misuse(out + " is there already; --force writes over it");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw UserException.misuse("there is no folder " + folder);
        }
    }
}
