package org.airwarden.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file's bytes say of its framing.
 *
 * @param format the format to read it in, or null where none fits
 * @param evidence why, in words for people
 * @param candidates every format that was tried with some success, the best first
 */
public record Detection(
        @Nullable RecordingFormat format, String evidence, List<Candidate> candidates) {

    /**
     * A format that was tried.
     *
     * @param format the format
     * @param score the part of the bytes that lies in frames of it, 0 to 1
     * @param evidence what was found, in words for people
     */
    public record Candidate(RecordingFormat format, double score, String evidence) {}

    /** Copies the list. */
    public Detection {
        candidates = List.copyOf(candidates);
    }

    /** Returns the word for the format, or {@code unknown}. */
    public String word() {
        return format == null ? "unknown" : format.word();
    }
}
