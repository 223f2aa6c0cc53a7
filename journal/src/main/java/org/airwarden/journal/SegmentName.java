package org.airwarden.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a journal: {@code 00000001.journal} and so on, in one directory. Stateless. */
final class SegmentName {
    private static final String ENDING = ".journal";
    private static final int LONGEST_NUMBER = 18;

    private SegmentName() {}

    static Path of(Path directory, long number) {
        String digits = Long.toString(number);
        return directory.resolve("0".repeat(Math.max(0, 8 - digits.length())) + digits + ENDING);
    }

    /** Returns the number of a segment's file, or -1 where it is not named as one. */
    static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(ENDING)) {
            return -1;
        }
        String digits = name.substring(0, name.length() - ENDING.length());
        if (digits.isEmpty()
                || digits.length() > LONGEST_NUMBER
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(digits);
    }

    /** Returns the segments of a directory, oldest first. */
    static List<Path> list(Path directory) throws IOException {
        List<Path> segments = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> number(file) >= 0).forEach(segments::add);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        segments.sort(Comparator.comparingLong(SegmentName::number));
        return segments;
    }
}
