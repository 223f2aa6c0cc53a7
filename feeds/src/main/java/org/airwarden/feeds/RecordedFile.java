package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.asterix.Definitions;
import org.airwarden.modes.ErrorCorrection;

/**
 * A file whose format, and whose ASTERIX editions, are known: chosen, or found from its bytes.
 *
 * @param path the file
 * @param format its format
 * @param choices which edition each ASTERIX category that was met is read with, and why
 * @param remarks what was found and why, for people; one line each
 * @param size its length on disk (bytes)
 * @param repair which wrong bits of Mode S messages are put right
 */
public record RecordedFile(
        Path path,
        RecordingFormat format,
        List<EditionChoice> choices,
        List<String> remarks,
        long size,
        ErrorCorrection repair) {

    /** Copies the lists. */
    public RecordedFile {
        choices = List.copyOf(choices);
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
        } else if (format.framing() == Framing.BEAST) {
            StampProbe.Finding found = FramingDetector.stamps(path);
            if (found.contradicts(format)) {
                remarks.add(path.getFileName() + ": not " + format.word() + ": " + found.words());
            } else if (format.stamps() == RecordingFormat.Stamps.UNSAID) {
                format = found.format();
                remarks.add(path.getFileName() + ": " + format.word() + " (" + found.words() + ")");
            }
        }
        List<EditionChoice> choices = List.of();
        if (Format.of(format.framing()) == Format.ASTERIX) {
            choices = EditionSurvey.of(path, format, options);
            for (EditionChoice choice : choices) {
                if (choice.basis() == EditionChoice.Basis.AMBIGUOUS) {
                    throw new RecordingException.AmbiguousEdition(
                            path.toString(), choice.category(), choice.fitting());
                }
                if (isWorthTelling(choice)) {
                    remarks.add(path.getFileName() + ": " + choice.words());
                }
            }
        }
        ErrorCorrection repair = Objects.requireNonNullElse(options.repair(), ErrorCorrection.NONE);
        if (repair != ErrorCorrection.NONE && !isRepairable(format)) {
            remarks.add(
                    path.getFileName()
                            + ": nothing is repaired in "
                            + format.word()
                            + (format.framing().iq() == null
                                    ? "; that is for Beast and AVR"
                                    : ", of which sound messages alone are taken"));
            repair = ErrorCorrection.NONE;
        }
        return new RecordedFile(path, format, choices, remarks, Files.size(path), repair);
    }

    private static boolean isRepairable(RecordingFormat format) {
        return format.framing() == Framing.BEAST || format.framing() == Framing.AVR;
    }

    /** What fits and was chosen, or is the only edition that is known, goes without saying. */
    private static boolean isWorthTelling(EditionChoice choice) {
        boolean expected =
                choice.basis() == EditionChoice.Basis.CHOSEN
                        || Definitions.editions(choice.category()).size() == 1;
        return !expected || !choice.fitting().contains(String.valueOf(choice.edition()));
    }

    /** Returns the edition of each ASTERIX category that was met: category to edition. */
    public SortedMap<Integer, String> editions() {
        TreeMap<Integer, String> editions = new TreeMap<>();
        for (EditionChoice choice : choices) {
            String edition = choice.edition();
            if (edition != null) {
                editions.put(choice.category(), edition);
            }
        }
        return Collections.unmodifiableSortedMap(editions);
    }

    /** Returns the categories that are read with an edition that the bytes speak against. */
    public List<EditionChoice> misread() {
        return choices.stream().filter(EditionChoice::isMisread).toList();
    }

    /** Returns what its frames hold. */
    public Format content() {
        return Format.of(format.framing());
    }
}
