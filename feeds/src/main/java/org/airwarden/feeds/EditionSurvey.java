package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.EditionFit;

/**
 * Which editions a file's ASTERIX blocks speak: a sample of each category's blocks is read with
 * every bundled edition, also where somebody has chosen one. Stateless; any thread.
 */
final class EditionSurvey {
    /** Blocks of each category that tell its edition. */
    private static final int SAMPLE = 300;

    /** How far into a file editions are looked for (bytes). */
    private static final long DEPTH = 32L << 20;

    private EditionSurvey() {}

    /** Returns a choice for each category in the file, ascending. */
    static List<EditionChoice> of(Path path, RecordingFormat format, ReadingOptions options)
            throws IOException {
        EditionFit fit = new EditionFit(SAMPLE);
        int[] met = new int[256];
        try (FrameReader reader = FrameReader.open(path, format, fault -> {})) {
            Frame frame = new Frame();
            while (reader.next(frame) && frame.fileOffset() < DEPTH) {
                sample(frame, fit, met);
            }
        }
        List<EditionChoice> choices = new ArrayList<>();
        for (int category = 0; category < met.length; category++) {
            if (met[category] > 0) {
                choices.add(
                        EditionChoice.of(
                                category,
                                Definitions.editions(category),
                                fit.verdict(category),
                                options.editions().get(category)));
            }
        }
        return choices;
    }

    private static void sample(Frame frame, EditionFit fit, int[] met) {
        byte[] bytes = frame.bytes();
        int at = frame.offset();
        int end = at + frame.length();
        while (end - at >= AsterixBlocks.SHORTEST) {
            int category = bytes[at] & 0xFF;
            int length = AsterixBlocks.length(bytes, at);
            if (length < AsterixBlocks.SHORTEST || length > end - at) {
                return;
            }
            // Of most files most blocks are beyond the sample: they cost this comparison.
            if (met[category] < SAMPLE) {
                met[category]++;
                if (!Definitions.editions(category).isEmpty()) {
                    fit.add(bytes, at, at + length);
                }
            }
            at += length;
        }
    }
}
