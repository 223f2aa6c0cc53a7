package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Repair of wrong bits, and what noise makes of address/parity. */
class ErrorCorrectionTest {

    private static final int ADDRESS = 0x3C6481;

    private final byte[] message = new byte[14];

    private static void flip(byte[] bytes, int bit) {
        bytes[(bit - 1) >>> 3] ^= (byte) (0x80 >>> ((bit - 1) & 7));
    }

    @Test
    void shouldPutRightEveryBitButTheFormatWhenOneIsWrong() {
        for (int length : new int[] {7, 14}) {
            if (length == 7) {
                ModeSEncoder.allCall(5, ADDRESS, 0, message, 0);
            } else {
                ModeSEncoder.extendedSquitter(5, ADDRESS, 0x58C382D690C8ACL, message, 0);
            }
            for (int bit = 6; bit <= 8 * length; bit++) {
                byte[] wrong = Arrays.copyOf(message, length);
                flip(wrong, bit);
                assertThat(ErrorCorrection.NONE.apply(wrong, 0, length)).isZero();
                assertThat(ErrorCorrection.ONE_BIT.apply(wrong, 0, length)).isEqualTo(1);
                assertThat(wrong).isEqualTo(Arrays.copyOf(message, length));
            }
        }
    }

    @Test
    void shouldPutRightAnyTwoBitsOnlyWhenAskedFor() {
        ModeSEncoder.extendedSquitter(5, ADDRESS, 0x58C382D690C8ACL, message, 0);
        for (int one = 6; one <= 112; one++) {
            for (int other = one + 1; other <= 112; other++) {
                byte[] wrong = message.clone();
                flip(wrong, one);
                flip(wrong, other);
                assertThat(ErrorCorrection.ONE_BIT.apply(wrong, 0, 14)).isZero();
                assertThat(ErrorCorrection.TWO_BITS.apply(wrong, 0, 14)).isEqualTo(2);
                assertThat(wrong).isEqualTo(message);
            }
        }
    }

    @Test
    void shouldNameDifferentErrorsWhenSyndromesAreListed() {
        Set<Integer> seen = new HashSet<>();
        for (int syndrome = 0; syndrome < 1 << 24; syndrome++) {
            int found = Syndromes.find(syndrome);
            if (found != 0) {
                assertThat(seen.add(found)).isTrue();
            }
        }
        assertThat(seen).hasSize(107 + 107 * 106 / 2);
    }

    @Test
    void shouldMarkRepairedAndTrustNobodyForItWhenRepairIsOn() {
        List<ModeSReport> reports = new ArrayList<>();
        ModeSDecoder decoder =
                new ModeSDecoder(
                        PositionSettings.anywhere(), ErrorCorrection.ONE_BIT, reports::add);
        int length =
                ModeSEncoder.extendedSquitter(
                        5, ADDRESS, AircraftIdentification.build(3, "ABC"), message, 0);
        byte[] wrong = message.clone();
        flip(wrong, 60);
        decoder.take(0, wrong, 0, length, 9);
        decoder.take(1, wrong, 0, length, 9);
        assertThat(reports).isEmpty();
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(2);
        decoder.take(2, message, 0, length, 9);
        decoder.take(3, wrong, 0, length, 9);
        assertThat(decoder.corrected()).isEqualTo(1);
        ModeSReport.Corrected corrected = (ModeSReport.Corrected) reports.getLast();
        assertThat(corrected.bits()).isEqualTo(1);
        assertThat(corrected.report()).isInstanceOf(ModeSReport.Identification.class);
        assertThat(corrected.address()).isEqualTo(reports.getFirst().address());
        // By default the same message is refused.
        List<ModeSReport> plain = new ArrayList<>();
        ModeSDecoder strict = new ModeSDecoder(PositionSettings.anywhere(), plain::add);
        strict.take(2, message, 0, length, 9);
        strict.take(3, wrong, 0, length, 9);
        assertThat(plain).hasSize(1);
        assertThat(strict.refused(Refusal.BAD_PARITY)).isEqualTo(1);
    }

    @Test
    void shouldTrustNoReplyWhenOnlyGroundStationNamedTheAddress() {
        List<ModeSReport> reports = new ArrayList<>();
        ModeSDecoder decoder = new ModeSDecoder(PositionSettings.anywhere(), reports::add);
        long me = AirbornePosition.build(11, 0, false, 100, 0.8, 0.1, false);
        for (int control : new int[] {1, 2, 3, 5, 6}) {
            int length = ModeSEncoder.nonTransponder(control, ADDRESS, me, message, 0);
            decoder.take(control, message, 0, length, 9);
        }
        int heard = reports.size();
        assertThat(heard).isEqualTo(5);
        decoder.take(
                9, message, 0, ModeSEncoder.surveillance(4, 0, 100, 0, ADDRESS, message, 0), 9);
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        decoder.take(10, message, 0, ModeSEncoder.extendedSquitter(5, ADDRESS, me, message, 0), 9);
        decoder.take(
                11, message, 0, ModeSEncoder.surveillance(4, 0, 100, 0, ADDRESS, message, 0), 9);
        assertThat(reports).hasSize(heard + 2);
    }

    @Test
    void shouldBelieveNobodyWhenThereIsOnlyNoise() {
        assertThat(noise(1_000_000, 0, ErrorCorrection.NONE)[0]).isZero();
    }

    /**
     * Ten million frames of noise, as an hour and more of an open receiver gives. Whoever answers
     * to an address that no clean frame said is a ghost.
     */
    @Test
    @Tag("slow")
    void shouldBelieveNobodyWhenNoiseIsLong() {
        long[] alone = noise(10_000_000, 0, ErrorCorrection.NONE);
        System.out.println("noise alone: " + Arrays.toString(alone));
        assertThat(alone[0]).isZero();
        assertThat(alone[1]).isLessThanOrEqualTo(2);
        // Among 50 aircraft that are really there, one frame of noise in 10^6 hits one of them.
        long[] among = noise(10_000_000, 50, ErrorCorrection.NONE);
        System.out.println("among 50 aircraft: " + Arrays.toString(among));
        assertThat(among[0]).isLessThan(40);
        long[] repaired = noise(10_000_000, 0, ErrorCorrection.TWO_BITS);
        System.out.println("with repair: " + Arrays.toString(repaired));
        assertThat(repaired[0]).isZero();
        assertThat(repaired[1]).isLessThanOrEqualTo(2);
    }

    /** Address/parity messages and squitters believed of so many random frames. */
    private static long[] noise(int frames, int aircraft, ErrorCorrection correction) {
        SplittableRandom random = new SplittableRandom(77);
        byte[] frame = new byte[14];
        long[] believed = new long[2];
        ModeSDecoder decoder =
                new ModeSDecoder(
                        PositionSettings.anywhere(),
                        correction,
                        report -> {
                            if (report instanceof ModeSReport.Surveillance
                                    || report instanceof ModeSReport.LongSegment) {
                                believed[0]++;
                            } else if (!(report instanceof ModeSReport.AllCall)
                                    && !(report instanceof ModeSReport.CommB)) {
                                believed[1]++;
                            }
                        });
        long clean = 0;
        for (int i = 0; i < frames; i++) {
            long time = i * 400_000L;
            if (aircraft > 0 && i % 100_000 == 0) {
                for (int one = 0; one < aircraft; one++) {
                    int length = ModeSEncoder.allCall(5, 0x400000 + 991 * one, 0, frame, 0);
                    decoder.take(time, frame, 0, length, -1);
                    clean++;
                }
            }
            random.nextBytes(frame);
            int format = ModeSMessage.formatOf(frame[0]);
            decoder.take(time, frame, 0, ModeSMessage.lengthOf(format), -1);
        }
        assertThat(decoder.messages()).isEqualTo(frames + clean);
        return believed;
    }
}
