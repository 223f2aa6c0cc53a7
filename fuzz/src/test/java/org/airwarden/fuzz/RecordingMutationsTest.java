package org.airwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.RecordingFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Recordings of real sensors, damaged: small ones cut anywhere and with every bit flipped, large
 * ones changed at random, a window at a time. Nothing is thrown, nothing takes long, and what
 * stands beside the damage is read as before.
 */
class RecordingMutationsTest {
    private static final int SMALL = 4096;
    private static final int WINDOW = 4096;
    private static final int MUTATIONS = 10_000;
    private static final int PART = 100;

    /** What happened to a file's inputs. */
    private static final class Tally {
        private long inputs;
        private long slowest;
        private long costly;
        private int most;

        void time(long nanoseconds) {
            inputs++;
            slowest = Math.max(slowest, nanoseconds);
        }

        void lost(int neighbours) {
            costly += neighbours > 0 ? 1 : 0;
            most = Math.max(most, neighbours);
        }
    }

    @Test
    void shouldBearAPartOfAllDamage() throws IOException {
        run(PART);
    }

    @Test
    @Tag("slow")
    void shouldBearAllDamage() throws IOException {
        run(1);
    }

    /** Runs one input of so many. */
    private static void run(int part) throws IOException {
        List<Path> files = SharedData.files();
        if (files.isEmpty()) {
            System.err.println("SKIPPED: no recordings on this machine");
        }
        Assumptions.assumeFalse(files.isEmpty(), "no recordings");
        System.out.printf(
                "%-52s %-12s %8s %8s %7s %5s%n",
                "file", "framing", "inputs", "max ms", "costly", "most");
        long costly = 0;
        long framed = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Recorded recorded = Recorded.of(file);
            Tally tally = new Tally();
            if (bytes.length < SMALL) {
                exhaust(recorded, bytes, part, tally);
            } else {
                sample(recorded, bytes, MUTATIONS / part, tally);
            }
            if (recorded != null && recorded.isFramed()) {
                if (isMarked(recorded)) {
                    assertThat(tally.costly).as("%s: neighbours lost", file).isZero();
                }
                costly += tally.costly;
                framed += tally.inputs;
            }
            System.out.printf(
                    "%-52s %-12s %8d %8.2f %7d %5d%n",
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    recorded == null ? "-" : recorded.format().word(),
                    tally.inputs,
                    tally.slowest / 1e6,
                    tally.costly,
                    tally.most);
        }
        assertThat(costly)
                .as("inputs of %d whose damage cost a neighbour", framed)
                .isLessThanOrEqualTo(1 + framed / 500);
    }

    /**
     * Whether a frame has more to know it by than its length. Where bare blocks follow each other,
     * a wrong length that happens to lead to a true block cannot be told from a right one.
     */
    private static boolean isMarked(Recorded recorded) {
        return switch (recorded.format().framing()) {
            case FINAL, PCAP, PCAPNG -> true;
            default -> false;
        };
    }

    private static void exhaust(Recorded recorded, byte[] bytes, int part, Tally tally) {
        int[] frames = recorded == null ? new int[] {0, bytes.length} : recorded.frames(bytes);
        Map<Long, Integer> whole = recorded == null ? Map.of() : recorded.records(bytes);
        for (int i = 0; i < bytes.length; i += part) {
            check(recorded, Arrays.copyOf(bytes, i), tally);
        }
        for (int bit = 0; bit < 8 * bytes.length; bit += part) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
            Map<Long, Integer> found = check(recorded, flipped, tally);
            if (recorded != null && recorded.isFramed()) {
                lost(recorded, bytes, frames, whole, found, bit / 8, tally);
            }
        }
    }

    private static void sample(Recorded recorded, byte[] bytes, int count, Tally tally) {
        SplittableRandom random = new SplittableRandom(bytes.length);
        int[] frames = recorded == null ? new int[] {0, bytes.length} : recorded.frames(bytes);
        boolean framed = recorded != null && recorded.isFramed();
        for (int i = 0; i < count; i++) {
            byte[] window;
            int head = 0;
            if (framed) {
                int first = random.nextInt(frames.length - 1);
                int last = first + 1;
                while (last < frames.length - 1 && frames[last + 1] - frames[first] <= WINDOW) {
                    last++;
                }
                head = frames[0];
                window =
                        Bytes.join(
                                Arrays.copyOf(bytes, head),
                                Arrays.copyOfRange(bytes, frames[first], frames[last]));
            } else if (recorded != null
                    && Format.of(recorded.format().framing()) == Format.READSB) {
                window = bytes;
            } else {
                int from = random.nextInt(Math.max(1, bytes.length - WINDOW));
                window = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + WINDOW));
            }
            if (framed && random.nextBoolean()) {
                // One damage in one frame: its neighbours must not be lost.
                int[] own = recorded.frames(window);
                Map<Long, Integer> whole = recorded.records(window);
                int at = head + random.nextInt(window.length - head);
                byte[] damaged = window.clone();
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                Map<Long, Integer> found = check(recorded, damaged, tally);
                lost(recorded, window, own, whole, found, at, tally);
            } else {
                check(recorded, Mutations.change(window, random), tally);
            }
        }
    }

    /** Counts the records that are gone beside those of the frame that was damaged. */
    private static void lost(
            Recorded recorded,
            byte[] bytes,
            int[] frames,
            Map<Long, Integer> whole,
            Map<Long, Integer> found,
            int at,
            Tally tally) {
        int missing = Recorded.missing(whole, found);
        if (missing == 0 || frames.length < 3 || at < frames[0]) {
            return; // all is there, or the damage is in the file's own header
        }
        int frame = Arrays.binarySearch(frames, at);
        frame = frame >= 0 ? Math.min(frame, frames.length - 2) : -frame - 2;
        byte[] alone =
                Bytes.join(
                        Arrays.copyOf(bytes, frames[0]),
                        Arrays.copyOfRange(bytes, frames[frame], frames[frame + 1]));
        int own = recorded.records(alone).values().stream().mapToInt(Integer::intValue).sum();
        tally.lost(Math.max(0, missing - own));
    }

    /** Reads an input in every way that it could be read; returns the records of the true one. */
    private static Map<Long, Integer> check(Recorded recorded, byte[] input, Tally tally) {
        List<Map<Long, Integer>> found = new ArrayList<>();
        if (recorded != null) {
            tally.time(
                    Limits.hold("recording", input, bytes -> found.add(recorded.records(bytes))));
            Format format = Format.of(recorded.format().framing());
            if (format != Format.ASTERIX || recorded.format().framing().word().equals("raw")) {
                Limits.hold(SOURCES.get(format.ordinal()), Bytes.withChoice(255, input));
            }
            return found.getLast();
        }
        long slowest = 0;
        for (RecordingFormat format : RecordingFormat.all()) {
            Recorded as = Recorded.as(format);
            slowest = Math.max(slowest, Limits.hold(format.word(), input, as::records));
        }
        tally.time(slowest);
        Limits.hold(DETECTOR, Bytes.withChoice(0, input));
        return Map.of();
    }

    private static final Target DETECTOR = new DetectorTarget();
    private static final List<SourceTarget> SOURCES =
            Arrays.stream(Format.values()).map(SourceTarget::new).toList();
}
