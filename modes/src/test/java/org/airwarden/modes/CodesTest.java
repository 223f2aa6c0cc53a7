package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    /** Rows of the table in the appendix to Annex 10 IV chapter 3. */
    @ParameterizedTest
    @CsvSource({"0040, -1200", "0020, -1000", "0030, -900", "0010, -800", "0620, 0"})
    void shouldReadModeCWhenPulsesAreInTheTable(String pulses, int feet) {
        int code = Integer.parseInt(pulses, 8);
        assertThat(AltitudeCode.feetOfModeC(code)).isEqualTo(feet);
        assertThat(AltitudeCode.modeCOf(feet)).isEqualTo(code);
    }

    @Test
    void shouldReadAltitudeWhenReplyIsKnown() {
        assertThat(AltitudeCode.feetOf13(0x14B4)).isEqualTo(32_300);
        assertThat(AltitudeCode.code13Of(32_300)).isEqualTo(0x14B4);
    }

    @Test
    void shouldComeBackWhenAltitudeIsCodedInHundreds() {
        for (int feet = -1200; feet <= AltitudeCode.HIGHEST_100_FEET; feet += 100) {
            assertThat(AltitudeCode.feetOfModeC(AltitudeCode.modeCOf(feet))).isEqualTo(feet);
            if (feet <= 62_700) {
                assertThat(AltitudeCode.feetOf13(AltitudeCode.gillham13Of(feet))).isEqualTo(feet);
            }
        }
    }

    /** A Gray code: neighbours differ in one pulse. */
    @Test
    void shouldChangeOnePulseWhenAltitudeChangesByOneStep() {
        for (int feet = -1200; feet < AltitudeCode.HIGHEST_100_FEET; feet += 100) {
            int change = AltitudeCode.modeCOf(feet) ^ AltitudeCode.modeCOf(feet + 100);
            assertThat(Integer.bitCount(change)).as("at " + feet).isEqualTo(1);
        }
    }

    @Test
    void shouldComeBackWhenAltitudeIsCodedInQuarters() {
        for (int feet = -1000; feet <= AltitudeCode.HIGHEST_25_FEET; feet += 25) {
            assertThat(AltitudeCode.feetOf13(AltitudeCode.code13Of(feet))).isEqualTo(feet);
            assertThat(AltitudeCode.feetOf12(AltitudeCode.code12Of(feet))).isEqualTo(feet);
        }
        assertThat(AltitudeCode.feetOf12(0xC38)).isEqualTo(38_000);
    }

    @Test
    void shouldBeAbsentOrPossibleWhenCodeIsAny() {
        for (int code = 0; code < 1 << 13; code++) {
            int feet = AltitudeCode.feetOf13(code);
            if ((code & 0x40) != 0 || code == 0) {
                assertThat(feet).isEqualTo(AltitudeCode.NONE);
            } else if (feet != AltitudeCode.NONE) {
                assertThat(feet).isBetween(-1200, 126_700);
            }
            assertThat(IdentityCode.code13Of(IdentityCode.squawkOf13(code)))
                    .isEqualTo(code & ~0x40);
        }
    }

    @Test
    void shouldKeepModeAcReplyWhenWritten() {
        byte[] reply = new byte[3];
        for (int code = 0; code < 1 << 12; code++) {
            ModeAcReply.write(code, code % 3 == 0, reply, 1);
            assertThat(ModeAcReply.code(reply, 1)).isEqualTo(code);
            assertThat(ModeAcReply.specialPosition(reply, 1)).isEqualTo(code % 3 == 0);
        }
        ModeAcReply.write(AltitudeCode.modeCOf(31_000), false, reply, 0);
        assertThat(ModeAcReply.altitudeFeet(reply, 0)).isEqualTo(31_000);
        assertThat(IdentityCode.text(07_700)).isEqualTo("7700");
        assertThat(IdentityCode.text(012)).isEqualTo("0012");
    }

    @Test
    void shouldGiveSyndromeZeroWhenParityIsAppended() {
        // A DF17 message that is printed in many papers.
        byte[] message = java.util.HexFormat.of().parseHex("8D4840D6202CC371C32CE0576098");
        assertThat(Crc24.syndrome(message, 0, 14)).isZero();
        for (int bit = 0; bit < 112; bit++) {
            message[bit >>> 3] ^= (byte) (0x80 >>> (bit & 7));
            assertThat(Crc24.syndrome(message, 0, 14)).as("bit " + bit).isNotZero();
            message[bit >>> 3] ^= (byte) (0x80 >>> (bit & 7));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // version, type code, A, B, C, category, radius
        "-1, 11, false, false, false, 7, 185.2",
        "0, 9, false, false, false, 9, 7.5",
        "0, 13, false, false, false, 5, 926",
        "0, 17, false, false, false, 1, 37040",
        "1, 11, true, false, false, 9, 75",
        "1, 13, true, false, false, 6, 1111.2",
        "1, 16, true, false, false, 3, 7408",
        "2, 11, true, true, false, 9, 75",
        "2, 11, false, false, false, 8, 185.2",
        "2, 13, false, true, false, 6, 555.6",
        "2, 13, false, false, false, 6, 926",
        "2, 13, true, true, false, 6, 1111.2",
        "2, 16, false, false, false, 2, 14816",
        "2, 7, true, false, false, 9, 75",
        "2, 8, true, false, true, 7, 370.4",
        "2, 8, true, false, false, 6, 555.6",
        "2, 8, false, false, true, 6, 1111.2",
        "2, 8, false, false, false, 0, NaN",
        "2, 18, false, false, false, 0, NaN",
        "2, 20, false, false, false, 11, 7.5",
    })
    void shouldGiveIntegrityWhenTypeCodeIsInTheTables(
            int version, int type, boolean a, boolean b, boolean c, int category, double radius) {
        assertThat(PositionIntegrity.category(version, type, a, b, c)).isEqualTo(category);
        // Compared as objects, so that NaN equals NaN.
        Double found = Math.rint(PositionIntegrity.radius(version, type, a, b, c) * 10) / 10;
        assertThat(found).isEqualTo(Double.valueOf(radius));
    }
}
