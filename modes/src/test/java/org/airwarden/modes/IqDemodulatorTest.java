package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Radio recordings that others made, and noise. One holds an aircraft alone, so that every message
 * of another, and every one that does not fit its flight, would be a ghost.
 */
class IqDemodulatorTest {

    private static final String ONE_AIRCRAFT = "dump1090/modes1.bin";
    private static final int ITS_ADDRESS = 0x4D2023;

    private static Collected read(IqFormat format, boolean repair, byte[] samples) {
        Collected collected = new Collected();
        IqDemodulator demodulator =
                new IqDemodulator(
                        format, repair ? ErrorCorrection.ONE_BIT : ErrorCorrection.NONE, collected);
        demodulator.read(samples);
        demodulator.finish();
        return collected;
    }

    private static byte[] payload(String collected) {
        return HexFormat.of().parseHex(collected.split(" ")[3]);
    }

    private static ModeSMessage message(String collected) {
        byte[] bytes = payload(collected);
        return new ModeSMessage().wrap(bytes, 0, bytes.length);
    }

    private static long counter(String collected) {
        return Long.parseLong(collected.split(" ")[1]);
    }

    /**
     * dump1090 of antirez finds 217 messages that need no repair (211, and 6 that it repairs before
     * it tries another phase): DF0 10, DF4 3, DF5 8, DF11 63, DF17 120, DF20 8, DF21 5. They are
     * among these.
     */
    @Test
    void shouldFindMessagesOfTheOneAircraftWhenNothingIsRepaired() {
        Collected found = read(IqFormat.U8_2000, false, Recordings.bytes(ONE_AIRCRAFT));

        TreeMap<Integer, Integer> formats = new TreeMap<>();
        for (String one : found.frames) {
            formats.merge(message(one).format(), 1, Integer::sum);
        }
        assertThat(formats).hasToString("{0=12, 4=4, 5=10, 11=109, 17=207, 20=16, 21=8}");
        assertThat(found.faults).isEmpty();
        long end = 0;
        for (String one : found.frames) {
            assertThat(message(one).address()).as(one).isEqualTo(ITS_ADDRESS);
            // No message twice, and none within another: 8 µs of preamble, 1 µs a bit.
            assertThat(counter(one)).as(one).isGreaterThanOrEqualTo(end);
            end = counter(one) + 12 * (8 + 8 * payload(one).length) - 12;
        }
    }

    /**
     * What the messages say, one by one, is one flight. The recording is pieced together of moments
     * of it, so that its own times are too short: a message every half second is nearer the truth.
     */
    @Test
    void shouldFindOneFlightInWhatTheMessagesSay() {
        List<ModeSReport> reports = new ArrayList<>();
        ModeSDecoder decoder = new ModeSDecoder(PositionSettings.anywhere(), reports::add);
        TreeSet<Integer> squawks = new TreeSet<>();
        List<Integer> altitudes = new ArrayList<>();
        long time = 0;
        for (String one : read(IqFormat.U8_2000, false, Recordings.bytes(ONE_AIRCRAFT)).frames) {
            byte[] bytes = payload(one);
            decoder.take(time, bytes, 0, bytes.length, 0);
            time += 500_000_000L;
            ModeSMessage message = message(one);
            switch (message.format()) {
                case 5, 21 -> squawks.add(IdentityCode.squawkOf13(message.identityCode()));
                case 0, 4, 16, 20 -> altitudes.add(AltitudeCode.feetOf13(message.altitudeCode()));
                default -> {}
            }
        }

        assertThat(reports).hasSizeGreaterThan(300);
        assertThat(reports).allMatch(report -> report.address().value() == ITS_ADDRESS);
        assertThat(decoder.refused(Refusal.BAD_PARITY)).isZero();
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isZero();
        assertThat(decoder.positions(PositionOutcome.TOO_FAST)).isZero();
        assertThat(squawks).hasSize(1);
        assertThat(altitudes).hasSize(32);
        // It descends all the while: not one of 32 heights lies above the one before.
        assertThat(altitudes).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(altitudes.getFirst()).isEqualTo(23_375);
        assertThat(altitudes.getLast()).isEqualTo(20_225);
    }

    /**
     * dump1090-fa finds 4 and 5 messages, dump1090_rs says 5 and 6 and counts one of each twice
     * (the second time as another length). These are distinct.
     */
    @ParameterizedTest
    @CsvSource({
        "dump1090_rs/test_1641427457780.iq, '{0=1, 17=4}'",
        "dump1090_rs/test_1641428165033.iq, '{11=1, 17=4}'"
    })
    void shouldFindDistinctMessagesAt2400(String name, String formats) {
        Collected found = read(IqFormat.S16_2400, false, Recordings.bytes(name));

        TreeMap<Integer, Integer> counts = new TreeMap<>();
        TreeSet<String> distinct = new TreeSet<>();
        for (String one : found.frames) {
            counts.merge(message(one).format(), 1, Integer::sum);
            distinct.add(HexFormat.of().formatHex(payload(one)));
            // All of them are of the block of the United States.
            assertThat(message(one).address() >>> 20).as(one).isEqualTo(0xA);
        }
        assertThat(counts).hasToString(formats);
        assertThat(distinct).hasSize(found.frames.size());
    }

    @Test
    void shouldRepairNothingButWhatCannotBeReadOtherwise() {
        byte[] samples = withNoise(Recordings.bytes(ONE_AIRCRAFT), 10, 3);
        Collected plain = read(IqFormat.U8_2000, false, samples);
        Collected collected = new Collected();
        IqDemodulator repairing =
                new IqDemodulator(IqFormat.U8_2000, ErrorCorrection.ONE_BIT, collected);
        repairing.read(samples);
        repairing.finish();

        assertThat(repairing.repaired()).isPositive();
        assertThat(repairing.frames()).isEqualTo(collected.frames.size());
        assertThat(collected.frames.size())
                .isGreaterThan(plain.frames.size())
                .isEqualTo(plain.frames.size() + (int) repairing.repaired());
        assertThat(collected.frames).allMatch(one -> message(one).address() == ITS_ADDRESS);
    }

    @Test
    void shouldGiveTheSameFramesHoweverTheStreamIsCut() {
        for (IqFormat format : List.of(IqFormat.U8_2000, IqFormat.S16_2400)) {
            byte[] samples =
                    format == IqFormat.U8_2000
                            ? Arrays.copyOf(Recordings.bytes(ONE_AIRCRAFT), 200_001)
                            : Recordings.bytes("dump1090_rs/test_1641427457780.iq");
            String whole = read(format, false, samples).text();
            SplittableRandom random = new SplittableRandom(7);
            for (int largest : new int[] {1, 3, 700, 5_000, 100_000}) {
                Collected collected = new Collected();
                IqDemodulator demodulator = new IqDemodulator(format, collected);
                for (int from = 0; from < samples.length; ) {
                    int length = Math.min(samples.length - from, random.nextInt(1, largest + 1));
                    demodulator.read(samples, from, length);
                    from += length;
                }
                demodulator.finish();
                assertThat(collected.text()).as("%s cut by %d", format, largest).isEqualTo(whole);
            }
        }
    }

    /** A stream that ends early gives the beginning of what the whole one gives. */
    @Test
    void shouldGiveTheBeginningWhenTheStreamEndsEarly() {
        byte[] samples = Recordings.bytes(ONE_AIRCRAFT);
        List<String> whole = read(IqFormat.U8_2000, false, samples).frames;
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 40; i++) {
            int length = random.nextInt(samples.length);
            Collected cut = read(IqFormat.U8_2000, false, Arrays.copyOf(samples, length));
            assertThat(cut.faults).hasSize(length % 2);
            assertThat(whole.subList(0, cut.frames.size())).isEqualTo(cut.frames);
            long samplesGiven = length / 2;
            long complete =
                    whole.stream()
                            .filter(one ->
                                    counter(one) / 6 + 16 + 16L * payload(one).length + 2
                                            < samplesGiven)
                            .count();
            assertThat((long) cut.frames.size()).isGreaterThanOrEqualTo(complete);
        }
    }

    @Test
    void shouldReadTheSameFromWiderSamples() {
        byte[] narrow = Recordings.bytes(ONE_AIRCRAFT);
        byte[] wide = new byte[2 * narrow.length];
        for (int i = 0; i < narrow.length; i++) {
            int value = (2 * (narrow[i] & 0xFF) - 255) * 128;
            wide[2 * i] = (byte) value;
            wide[2 * i + 1] = (byte) (value >> 8);
        }
        List<String> ofNarrow = read(IqFormat.U8_2000, false, narrow).frames;
        List<String> ofWide = read(IqFormat.S16_2000, false, wide).frames;
        assertThat(ofWide.stream().map(one -> HexFormat.of().formatHex(payload(one))))
                .containsExactlyElementsOf(
                        ofNarrow.stream()
                                .map(one -> HexFormat.of().formatHex(payload(one)))
                                .toList());
    }

    /** The weaker the signal against the noise, the fewer messages, and never a wrong one. */
    @Test
    void shouldLoseMessagesButMakeNoneUpWhenNoiseGrows() {
        byte[] samples = Recordings.bytes(ONE_AIRCRAFT);
        int before = 367;
        for (int amount : new int[] {4, 12, 30}) {
            List<String> found =
                    read(IqFormat.U8_2000, false, withNoise(samples, amount, 1)).frames;
            assertThat(found).allMatch(one -> message(one).address() == ITS_ADDRESS);
            assertThat(found).hasSizeLessThan(before);
            before = found.size();
        }
        assertThat(before).isLessThan(250);
    }

    private static byte[] withNoise(byte[] samples, int deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] noisy = samples.clone();
        for (int i = 0; i < noisy.length; i++) {
            double value = (noisy[i] & 0xFF) + deviation * random.nextGaussian();
            noisy[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return noisy;
    }

    @Test
    void shouldTellTimeSignalAndPlaceOfEachFrame() {
        byte[] samples = Recordings.bytes(ONE_AIRCRAFT);
        for (String one : read(IqFormat.U8_2000, false, samples).frames) {
            String[] parts = one.split(" ");
            long position = Long.parseLong(parts[4].substring(1));
            assertThat(position).isBetween(0L, (long) samples.length - 1);
            assertThat(counter(one) - position / 2 * 6).as(one).isBetween(0L, 5L);
            assertThat(Integer.parseInt(parts[2])).as(one).isBetween(1, 255);
        }
    }

    @Test
    void shouldLetTimeGoOnWhenTheStreamWasInterrupted() {
        byte[] samples = Recordings.bytes(ONE_AIRCRAFT);
        Collected collected = new Collected();
        IqDemodulator demodulator = new IqDemodulator(IqFormat.U8_2000, collected);
        demodulator.read(samples);
        demodulator.pause(3_000_000_000L);
        int first = collected.frames.size();
        demodulator.read(samples);
        demodulator.finish();

        long count = samples.length / 2;
        assertThat(demodulator.samples()).isEqualTo(2 * count);
        // Replies of the beginning are believed the second time: the address is known by then.
        List<String> again = collected.frames.subList(first, collected.frames.size());
        assertThat(again).hasSizeGreaterThanOrEqualTo(first);
        long difference = counter(again.getLast()) - counter(collected.frames.get(first - 1));
        assertThat(difference).isEqualTo(6 * count + 36_000_000);
    }

    @ParameterizedTest
    @EnumSource(IqFormat.class)
    void shouldTakeAnyBytes(IqFormat format) {
        SplittableRandom random = new SplittableRandom(5);
        byte[] bytes = new byte[1 << 16];
        Collected collected = new Collected();
        IqDemodulator demodulator = new IqDemodulator(format, ErrorCorrection.ONE_BIT, collected);
        demodulator.finish();
        demodulator.read(new byte[0]);
        for (int i = 0; i < 60; i++) {
            switch (i % 6) {
                case 0, 1 -> random.nextBytes(bytes);
                case 2 -> Arrays.fill(bytes, (byte) random.nextInt());
                case 3 -> {
                    // Pulses of any length at any distance, as loud as can be.
                    for (int at = 0; at < bytes.length; ) {
                        int to = Math.min(bytes.length, at + random.nextInt(1, 12));
                        Arrays.fill(bytes, at, to, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
                        at = to;
                    }
                }
                case 4 -> Arrays.fill(bytes, 0, bytes.length / 2, (byte) 0x80);
                default -> {
                    for (int at = 0; at < bytes.length; at++) {
                        bytes[at] = (byte) (at * random.nextInt(4));
                    }
                }
            }
            demodulator.read(bytes, 0, random.nextInt(bytes.length));
            if (random.nextInt(5) == 0) {
                demodulator.pause(random.nextLong(1_000_000_000L));
            }
        }
        demodulator.finish();
        assertThat(demodulator.frames()).isEqualTo(collected.frames.size()).isLessThan(3);
    }

    /**
     * Noise alone, 12 steps of the converter strong. Of 1,000,013,824 samples at each rate no
     * message was made; here are fewer.
     */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"U8_2400", "U8_2000"})
    void shouldMakeHardlyAnythingOfNoise(IqFormat format) {
        SplittableRandom random = new SplittableRandom(2026);
        byte[] values = new byte[1 << 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.clamp(Math.round(127.5 + 12 * random.nextGaussian()), 0, 255);
        }
        byte[] noise = new byte[1 << 16];
        IqDemodulator demodulator = new IqDemodulator(format, new Collected());
        while (demodulator.samples() < 200_000_000) {
            for (int i = 0; i < noise.length; i += 4) {
                long draw = random.nextLong();
                for (int n = 0; n < 4; n++) {
                    noise[i + n] = values[(int) (draw >>> 16 * n) & 0xFFFF];
                }
            }
            demodulator.read(noise);
        }
        demodulator.finish();
        assertThat(demodulator.frames()).isLessThanOrEqualTo(2);
    }
}
