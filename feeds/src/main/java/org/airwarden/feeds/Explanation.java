package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.airwarden.asterix.EditionEvidence;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read, and why: every framing and every edition that was tried, with what speaks for
 * and against it. Nothing is guessed: what the bytes leave open is said to be open, with the option
 * that decides it.
 *
 * @param path the file
 * @param format the framing that is read, or null where none fits
 * @param chosen whether somebody chose the framing
 * @param evidence why this framing, in words
 * @param trials how far each framing goes
 * @param editions the edition of each ASTERIX category that was met; empty for other formats
 */
public record Explanation(
        Path path,
        @Nullable RecordingFormat format,
        boolean chosen,
        String evidence,
        List<FramingTrial> trials,
        List<EditionChoice> editions) {

    /** Copies the lists. */
    public Explanation {
        trials = List.copyOf(trials);
        editions = List.copyOf(editions);
    }

    /**
     * Examines a file. What cannot be told is no error here.
     *
     * @throws IOException if it cannot be read
     */
    public static Explanation of(Path path, ReadingOptions options) throws IOException {
        RecordingFormat asked = options.format();
        Detection found = FramingDetector.detect(path);
        RecordingFormat format = asked == null ? found.format() : asked;
        if (asked != null && asked.equals(RecordingFormat.of(Framing.BEAST))) {
            format = FramingDetector.stamps(path).format();
        }
        List<EditionChoice> editions = List.of();
        if (format != null && Format.of(format.framing()) == Format.ASTERIX) {
            editions = EditionSurvey.of(path, format, options);
        }
        String evidence = found.evidence();
        if (asked != null && format != null && !format.equals(found.format())) {
            evidence = "chosen; the bytes say " + found.word() + ": " + evidence;
        }
        return new Explanation(
                path, format, asked != null, evidence, FramingTrials.of(path), editions);
    }

    /** Tells whether the file can be read without anybody's choice. */
    public boolean isDecided() {
        return format != null
                && editions.stream().noneMatch(c -> c.basis() == EditionChoice.Basis.AMBIGUOUS);
    }

    /** Tells whether an edition was chosen that the bytes speak against. */
    public boolean isMisread() {
        return editions.stream().anyMatch(EditionChoice::isMisread);
    }

    /** Returns it for people, in lines. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(path.getFileName()).append('\n');
        text.append("  framing: ").append(format == null ? "unknown" : format.word());
        text.append(chosen ? " (chosen)\n" : "\n");
        text.append("    ").append(evidence).append('\n');
        text.append("  framings tried on the first ")
                .append(FramingTrials.LOOKED_AT >> 10)
                .append(" KiB:\n");
        for (FramingTrial trial : trials) {
            boolean taken = trial.format().equals(format);
            text.append(taken ? "  > " : "    ").append(trial).append('\n');
        }
        for (EditionChoice choice : editions) {
            text.append("  ").append(choice.words()).append('\n');
            for (EditionEvidence one : choice.evidence()) {
                evidence(choice, one, text);
            }
        }
        return text.toString();
    }

    private static void evidence(EditionChoice choice, EditionEvidence one, StringBuilder text) {
        String edition = one.definition().edition();
        text.append(edition.equals(choice.edition()) ? "  > " : "    ");
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-6s %,d blocks, %,d break off; %,d records, %,d odd: %s%n",
                        edition,
                        one.blocks(),
                        one.faults(),
                        one.records(),
                        one.oddities(),
                        choice.fitting().contains(edition) ? "fits" : "does not fit"));
    }

    /**
     * Returns it as one JSON object on one line. Its first two keys are {@code framing} and {@code
     * editions} (category to edition, those alone of which the bytes or somebody's choice tell
     * one).
     */
    public String toJson() {
        StringBuilder json = new StringBuilder(1024);
        json.append('{');
        JsonText.name(json, "framing");
        JsonText.text(json, format == null ? "unknown" : format.word());
        json.append(",\"editions\":{");
        boolean first = true;
        for (EditionChoice choice : editions) {
            String edition = choice.edition();
            if (edition != null && choice.basis() != EditionChoice.Basis.UNFIT) {
                first = comma(first, json);
                JsonText.name(json, choice.number());
                JsonText.text(json, edition);
            }
        }
        json.append('}');
        JsonText.field(json, "file", String.valueOf(path.getFileName()));
        JsonText.field(json, "decided", isDecided());
        JsonText.field(json, "misread", isMisread());
        JsonText.field(json, "framingEvidence", evidence);
        json.append(",\"framingsTried\":[");
        first = true;
        for (FramingTrial trial : trials) {
            first = comma(first, json);
            trial(trial, json);
        }
        json.append("],\"categories\":{");
        first = true;
        for (EditionChoice choice : editions) {
            first = comma(first, json);
            JsonText.name(json, choice.number());
            category(choice, json);
        }
        return json.append("}}").toString();
    }

    private static void trial(FramingTrial trial, StringBuilder json) {
        json.append('{');
        JsonText.name(json, "framing");
        JsonText.text(json, trial.format().word());
        JsonText.field(json, "frames", trial.frames());
        JsonText.field(json, "part", Math.floor(trial.part() * 10_000) / 10_000);
        JsonText.field(json, "breaks", trial.breaks());
        if (trial.brokeAt() >= 0) {
            JsonText.field(json, "brokeAt", trial.brokeAt());
        }
        JsonText.field(json, "words", trial.words());
        json.append('}');
    }

    private static void category(EditionChoice choice, StringBuilder json) {
        json.append('{');
        JsonText.name(json, "verdict");
        JsonText.text(json, choice.basis().word());
        JsonText.field(json, "words", choice.words());
        json.append(",\"fitting\":[");
        boolean first = true;
        for (String edition : choice.fitting()) {
            first = comma(first, json);
            JsonText.text(json, edition);
        }
        json.append("],\"tried\":[");
        first = true;
        for (EditionEvidence one : choice.evidence()) {
            first = comma(first, json);
            json.append('{');
            JsonText.name(json, "edition");
            JsonText.text(json, one.definition().edition());
            JsonText.field(json, "blocks", one.blocks());
            JsonText.field(json, "faults", one.faults());
            JsonText.field(json, "records", one.records());
            JsonText.field(json, "oddities", one.oddities());
            json.append('}');
        }
        json.append("]}");
    }

    private static boolean comma(boolean first, StringBuilder json) {
        if (!first) {
            json.append(',');
        }
        return false;
    }
}
