package org.airwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airwarden.asterix.DefinitionException;
import org.airwarden.asterix.Definitions;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.RecordingException;
import org.airwarden.feeds.RecordingFormat;
import org.airwarden.modes.ErrorCorrection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are read, where the bytes are not to decide. */
final class ReadingMixin {
    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "the framing; found from the bytes unless given. One of: raw, final, rply, gps,"
                            + " pcap, pcapng, pcap+oradis, pcapng+oradis, beast, beast-12mhz,"
                            + " beast-gps, avr, sbs, readsb-json, iq-u8-2.4, iq-s16-2.4,"
                            + " iq-u8-2.0, iq-s16-2.0")
    private @Nullable String format;

    @Option(
            names = "--edition",
            paramLabel = "CAT=ED",
            description = "the edition of an ASTERIX category, as in 021=0.23; may be repeated")
    private List<String> editions = List.of();

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            description =
                    "a folder of ASTERIX definition files (.def) of your own: categories, editions,"
                            + " contents of SP or RE; may be repeated")
    private List<Path> definitions = List.of();

    @Option(
            names = "--repair",
            paramLabel = "BITS",
            description =
                    "put wrong bits of Beast and AVR messages right, where parity names them: none"
                            + " (the default, for repair makes ghosts), one or two in a message")
    private @Nullable String repair;

    ReadingOptions options() {
        addDefinitions(definitions);
        RecordingFormat chosen = format == null ? null : RecordingFormat.ofWord(format);
        if (format != null && chosen == null) {
            List<String> known = RecordingFormat.all().stream().map(RecordingFormat::word).toList();
            throw UserException.misuse(
                    "there is no format '" + format + "'; known are " + String.join(", ", known));
        }
        ErrorCorrection bits = repair == null ? null : ErrorCorrection.ofWord(repair);
        if (repair != null && bits == null) {
            throw UserException.misuse("--repair is '" + repair + "'; write none, one or two");
        }
        ReadingOptions options = ReadingOptions.BY_BYTES.withFormat(chosen).withRepair(bits);
        try {
            for (String edition : editions) {
                options = options.withEdition(edition);
            }
        } catch (RecordingException unknown) {
            throw UserException.misuse(String.valueOf(unknown.getMessage()));
        }
        return options;
    }

    /** Puts the user's own definition files beside the bundled ones. */
    static void addDefinitions(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw UserException.misuse(
                        "there is no folder " + folder + " of definition files (.def)");
            }
            try {
                if (Definitions.add(folder).isEmpty()) {
                    throw UserException.misuse(
                            folder + " holds no definition file; their names end in .def");
                }
            } catch (DefinitionException mistake) {
                throw UserException.misuse(String.valueOf(mistake.getMessage()));
            } catch (IOException problem) {
                throw UserException.failure(
                        "definition files in "
                                + folder
                                + " cannot be read: "
                                + problem.getMessage());
            }
        }
    }

    /**
     * Refuses what is no file with contents of its own: a recording is read twice, first to find
     * out how, and a pipe can be read once only.
     */
    static void requireFiles(List<Path> files) {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw UserException.misuse(file + " is a folder; name the files in it");
            }
            if (!Files.isRegularFile(file)) {
                throw UserException.misuse(
                        file
                                + " is a pipe or a device; save what it gives to a file, and name that");
            }
        }
    }

    /** Refuses files that are not there before anything is done with the others. */
    static void requireReadable(List<Path> files) {
        for (Path file : files) {
            if (!Files.exists(file)) {
                if (file.toString().equals("-")) {
                    throw UserException.misuse(
                            "standard input is a pipe or a device; save what it gives to a file,"
                                    + " and name that");
                }
                throw UserException.misuse("there is no file " + file);
            }
            if (!Files.isReadable(file)) {
                throw UserException.misuse(file + " may not be read; look at its owner and mode");
            }
        }
    }
}
