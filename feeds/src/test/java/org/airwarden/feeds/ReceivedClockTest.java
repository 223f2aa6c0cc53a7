package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.FrameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Received times of raw ASTERIX, which has none of its own. */
class ReceivedClockTest {
    private static final Definition PLOTS = Definitions.of(48, "1.32");

    @TempDir private Path folder;

    /** Plays one block a time of day (ms) and returns the received times (ms). */
    private List<Long> received(LocalDate date, long... timesOfDay) {
        return received(date, file("raw.ast", timesOfDay)).stream()
                .map(packet -> Time.toMilliseconds(packet.received()))
                .toList();
    }

    private static List<Packet> received(LocalDate date, Path... files) {
        RecordingOptions options =
                new RecordingOptions(ReadingOptions.BY_BYTES, null, date, Origin.RECORDED);
        List<Packet> packets = new ArrayList<>();
        try (Recording recording = Recording.open(List.of(files), options, FaultSink.IGNORE)) {
            Packet packet = recording.next();
            while (packet != null) {
                packets.add(packet);
                packet = recording.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packets;
    }

    private Path file(String name, long... timesOfDay) {
        RecordWriter record = new RecordWriter(PLOTS);
        List<byte[]> blocks = new ArrayList<>();
        for (long time : timesOfDay) {
            record.clear()
                    .raw(PLOTS.field("010/SAC"), 1)
                    .raw(PLOTS.field("010/SIC"), 2)
                    .raw(PLOTS.field("140"), time * 128 / 1000)
                    .raw(PLOTS.field("020/TYP"), 2)
                    .value(PLOTS.field("040/RHO"), 10)
                    .value(PLOTS.field("040/THETA"), 90);
            BlockWriter block = new BlockWriter(PLOTS);
            assertThat(block.add(record)).isTrue();
            blocks.add(block.toBytes());
        }
        try {
            return Files.write(folder.resolve(name), Samples.join(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] everySecond(long from, int count) {
        return LongStream.range(0, count).map(i -> (from + i * 1000) % 86_400_000).toArray();
    }

    @Test
    void shouldAddADayWhenMidnightPasses() {
        List<Long> received = received(LocalDate.of(2020, 2, 28), everySecond(86_390_000, 20));

        long midnight = LocalDate.of(2020, 2, 29).toEpochDay() * 86_400_000;
        assertThat(received).startsWith(midnight - 10_000).endsWith(midnight + 9_000).isSorted();
    }

    @Test
    void shouldBeOnTheFirstDayOf1970WhenNoDateIsKnown() {
        assertThat(received((LocalDate) null, everySecond(1_000, 3)))
                .containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void shouldNotFollowOneWrongTime() {
        long[] times = everySecond(10_000_000, 40);
        times[20] = 50_000_000;
        times[25] = 9_000_000;

        List<Long> received = received((LocalDate) null, times);

        assertThat(received.get(20)).isEqualTo(10_019_000);
        assertThat(received.get(21)).isEqualTo(10_021_000);
        assertThat(received.get(25)).isEqualTo(10_024_000);
        assertThat(received.getLast()).isEqualTo(10_039_000);
    }

    @Test
    void shouldNotFollowASenderWhoseClockIsWrongThroughout() {
        long seed = 0xC10C;
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = everySecond(10_000_000, 400);
        for (int i = 0; i < times.length; i++) {
            if (random.nextInt(4) == 0) {
                times[i] += 3_600_000;
            }
        }
        List<Long> received = received((LocalDate) null, times);

        for (int i = 0; i < times.length; i++) {
            assertThat(received.get(i))
                    .as("seed %d, block %d", seed, i)
                    .isBetween(9_999_000L + i * 1000L - 16_000, 10_000_000L + i * 1000L);
        }
    }

    @Test
    void shouldFollowAPauseWhenTheRecordingGoesOnAfterIt() {
        long[] before = everySecond(10_000_000, 30);
        long[] after = everySecond(13_600_000, 30);
        List<Long> received =
                received(
                        (LocalDate) null,
                        LongStream.concat(LongStream.of(before), LongStream.of(after)).toArray());

        assertThat(received.get(29)).isEqualTo(10_029_000);
        assertThat(received.get(30)).isEqualTo(13_600_000);
        assertThat(received.getLast()).isEqualTo(13_629_000);
    }

    @Test
    void shouldNeverRunBackWhenBlocksAreOutOfOrder() {
        List<Long> received =
                received((LocalDate) null, 1_000_000, 1_000_500, 1_000_250, 1_001_000);

        assertThat(received).containsExactly(1_000_000L, 1_000_500L, 1_000_500L, 1_001_000L);
    }

    @Test
    void shouldMergeFilesInOrderOfTime() {
        Path even = file("even.ast", 2_000, 4_000, 6_000);
        Path odd = file("odd.ast", 1_000, 3_000, 5_000);

        List<Packet> packets = received(LocalDate.EPOCH, even, odd);

        assertThat(packets).extracting(Packet::received).isSorted();
        assertThat(packets).extracting(Packet::source).containsExactly(1, 0, 1, 0, 1, 0);
    }

    @Test
    void shouldAlignFilesThatBeginOnBothSidesOfMidnight() {
        Path before = file("before.ast", everySecond(86_398_000, 10));
        Path after = file("after.ast", everySecond(1_000, 5));

        List<Packet> packets = received(LocalDate.EPOCH, before, after);

        assertThat(packets.getFirst().source()).isZero();
        assertThat(packets)
                .filteredOn(packet -> packet.source() == 1)
                .extracting(Packet::received)
                .startsWith(Time.DAY + Time.SECOND);
    }

    /** An all-call reply each 10 ms, by a counter that has run for a day; cut every 50 ms. */
    @Test
    void shouldBeginABeastRecordingWithItsFirstFrame() throws IOException {
        byte[] reply = HexFormat.of().parseHex("5d4d20237a55a6");
        byte[] bytes = new byte[100 * BeastWriter.MAXIMUM_LENGTH];
        int length = 0;
        for (int i = 0; i < 100; i++) {
            long counter = 86_400 * 12_000_000L + i * 120_000L;
            length += BeastWriter.write(FrameKind.SHORT, counter, 100, reply, 0, bytes, length);
        }
        Path file = Files.write(folder.resolve("beast.bin"), Arrays.copyOf(bytes, length));

        assertThat(received(LocalDate.EPOCH, file))
                .extracting(packet -> Time.toMilliseconds(packet.received()))
                .containsExactlyElementsOf(
                        LongStream.range(0, 20).map(i -> i * 50 + 40).boxed().toList());
    }
}
