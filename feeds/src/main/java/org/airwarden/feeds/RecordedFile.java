package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.EditionFit;
import org.airwarden.asterix.EditionVerdict;

/**
 * A file whose format, and whose ASTERIX editions, are known: chosen, or found from its bytes.
 *
 * @param path the file
 * @param format its format
 * @param editions the edition of each ASTERIX category that was met: category to edition
 * @param remarks what was found and why, for people; one line each
 * @param size its length on disk (bytes)
 */
public record RecordedFile(
        Path path,
        RecordingFormat format,
        SortedMap<Integer, String> editions,
        List<String> remarks,
        long size) {
    /** Blocks of each category that tell its edition. */
    private static final int SAMPLE = 300;

    /** How far into a file editions are looked for (bytes). */
    private static final long DEPTH = 32L << 20;

    /** Copies the collections. */
    public RecordedFile {
        editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
        remarks = List.copyOf(remarks);
    }

    /**
     * Finds out how to read a file.
     *
     * @throws RecordingException if its format is not known, or several editions fit with different
     *     meaning
     * @throws IOException if it cannot be read
     */
    public static RecordedFile examine(Path path, ReadingOptions options) throws IOException {
        List<String> remarks = new ArrayList<>();
        RecordingFormat format = options.format();
        if (format == null) {
            Detection found = FramingDetector.detect(path);
            format = found.format();
            if (format == null) {
                throw new RecordingException(
                        path + ": no known framing: " + found.evidence(),
                        "choose one with --format");
            }
            remarks.add(path.getFileName() + ": " + format.word() + " (" + found.evidence() + ")");
        }
        TreeMap<Integer, String> editions = new TreeMap<>();
        if (Format.of(format.framing()) == Format.ASTERIX) {
            fit(path, format, options, editions, remarks);
        }
        return new RecordedFile(path, format, editions, remarks, Files.size(path));
    }

    /** Returns what its frames hold. */
    public Format content() {
        return Format.of(format.framing());
    }

    private static void fit(
            Path path,
            RecordingFormat format,
            ReadingOptions options,
            TreeMap<Integer, String> editions,
            List<String> remarks)
            throws IOException {
        EditionFit fit = new EditionFit(SAMPLE);
        boolean[] met = new boolean[256];
        try (FrameReader reader = FrameReader.open(path, format, fault -> {})) {
            Frame frame = new Frame();
            while (reader.next(frame) && frame.fileOffset() < DEPTH) {
                sample(frame, fit, met, options);
            }
        }
        for (int category = 0; category < met.length; category++) {
            if (met[category] && !Definitions.editions(category).isEmpty()) {
                String chosen = options.editions().get(category);
                editions.put(
                        category,
                        chosen != null
                                ? chosen
                                : edition(path, category, fit.verdict(category), remarks));
            }
        }
    }

    /**
     * Adds a frame's blocks to the sample, those of categories that nobody chose an edition for.
     */
    private static void sample(Frame frame, EditionFit fit, boolean[] met, ReadingOptions options) {
        byte[] bytes = frame.bytes();
        int at = frame.offset();
        int end = at + frame.length();
        while (end - at >= AsterixBlocks.SHORTEST) {
            int category = bytes[at] & 0xFF;
            int length = AsterixBlocks.length(bytes, at);
            if (length < AsterixBlocks.SHORTEST || length > end - at) {
                return;
            }
            met[category] = true;
            if (Definitions.editions(category).size() > 1
                    && !options.editions().containsKey(category)) {
                fit.add(bytes, at, at + length);
            }
            at += length;
        }
    }

    private static String edition(
            Path path, int category, EditionVerdict verdict, List<String> remarks) {
        String newest = Definitions.editions(category).getFirst();
        if (Definitions.editions(category).size() == 1) {
            return newest;
        }
        String name = String.format("%s: CAT%03d", path.getFileName(), category);
        return switch (verdict) {
            case EditionVerdict.Sole sole -> {
                remarks.add(
                        name
                                + " read as edition "
                                + sole.definition().edition()
                                + ", the only one that fits the bytes");
                yield sole.definition().edition();
            }
            case EditionVerdict.Alike alike -> {
                remarks.add(
                        name
                                + " read as edition "
                                + alike.definition().edition()
                                + ", the newest of those that fit the bytes and read them alike");
                yield alike.definition().edition();
            }
            case EditionVerdict.Ambiguous ambiguous ->
                    throw new RecordingException.AmbiguousEdition(
                            path.toString(),
                            category,
                            ambiguous.fitting().stream().map(Definition::edition).toList());
            case EditionVerdict.Unfit unfit -> {
                remarks.add(
                        name
                                + " fits no known edition; read as edition "
                                + newest
                                + ", and what does not fit is counted");
                yield newest;
            }
        };
    }
}
