package org.airwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.asterix.Definitions;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.RecordingFormat;
import org.junit.jupiter.api.Test;

/**
 * Work grows with the input's length and no faster. Long inputs in which every place looks like a
 * beginning are what a search that starts again and again would be slow on.
 */
class GrowthTest {
    private static final int LONG = 1 << 18;
    private static final int RANDOM_PATTERNS = 25;

    /**
     * Processor time that 256 KiB may take (ns): 4 us an octet. A search that goes to the end from
     * every octet would take a thousand times as long.
     */
    private static final long TIME = 4_000L * LONG;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Short stretches which, repeated, look like beginnings in one framing or another. */
    private static List<byte[]> patterns() {
        List<byte[]> patterns = new ArrayList<>();
        for (int octet : new int[] {0, 1, 48, 0x1A, '{', '[', '"', '*', ',', '\n', 0xA5, 0xFF}) {
            patterns.add(new byte[] {(byte) octet});
        }
        patterns.add(new byte[] {48, 0, 4, (byte) 0x80});
        patterns.add(new byte[] {48, 0x1F, 0, (byte) 0x80});
        patterns.add(
                new byte[] {48, 0, 12, (byte) 0x80, (byte) 0xF0, (byte) 0xFF, 0, 0, 9, 9, 9, 9});
        patterns.add(
                new byte[] {(byte) 0xF0, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 48, 0, 12, (byte) 0x80});
        patterns.add(new byte[] {(byte) 0x40, 0, 0, 0, 0, 0, 0, 0, 48, 0, 9, (byte) 0x80});
        patterns.add(new byte[] {6, 0, 0, 0, 0, 0, 4, 0});
        patterns.add(new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0});
        patterns.add(new byte[] {0x1A, '3', 0x1A, 0x1A});
        patterns.add(Streams.ascii("MSG,3,,,,"));
        patterns.add(Streams.ascii("{\"a\":["));
        patterns.add(Streams.ascii("[\n"));
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> categories = Definitions.categories();
        for (int i = 0; i < RANDOM_PATTERNS; i++) {
            byte[] pattern = new byte[1 + random.nextInt(24)];
            random.nextBytes(pattern);
            for (int k = 0; k < pattern.length; k++) {
                switch (random.nextInt(5)) {
                    case 0 -> pattern[k] = 0;
                    case 1 -> pattern[k] = (byte) 0xFF;
                    case 2 ->
                            pattern[k] =
                                    categories.get(random.nextInt(categories.size())).byteValue();
                    default -> {}
                }
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    private static byte[] repeated(byte[] pattern, int length) {
        byte[] all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = pattern[i % pattern.length];
        }
        return all;
    }

    private static long time(Target target, byte[] input) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3 && least > TIME; i++) {
            long began = THREADS.getCurrentThreadCpuTime();
            target.run(input);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - began);
        }
        return least;
    }

    @Test
    void shouldTakeTimeInProportionToTheLength() {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < RecordingFormat.all().size(); i++) {
            targets.add(chosen(new FramingTarget(), 2 * i));
        }
        targets.add(chosen(new DetectorTarget(), 0));
        targets.add(new WalkerTarget());
        targets.add(chosen(new BeastTarget(), 255));
        targets.add(chosen(new SourceTarget(Format.ASTERIX), 255));
        targets.add(chosen(new SourceTarget(Format.READSB), 255));
        long worst = 0;
        String which = "";
        for (Target target : targets) {
            for (byte[] pattern : patterns()) {
                long whole = time(target, repeated(pattern, LONG));
                if (whole > worst) {
                    worst = whole;
                    which = target.name() + " " + Arrays.toString(pattern);
                }
                assertThat(whole)
                        .as("%s, %s", target.name(), Arrays.toString(pattern))
                        .isLessThan(TIME);
            }
        }
        System.out.printf("growth: the slowest 256 KiB took %d ms: %s%n", worst / 1_000_000, which);
    }

    private static Target chosen(Target target, int choice) {
        return new Target() {
            @Override
            public String name() {
                return target.name() + " " + choice;
            }

            @Override
            public void run(byte[] data) {
                target.run(Bytes.withChoice(choice, data));
            }

            @Override
            public List<byte[]> seeds() {
                return target.seeds();
            }
        };
    }
}
