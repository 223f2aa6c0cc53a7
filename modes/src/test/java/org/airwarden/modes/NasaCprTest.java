package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The vectors of NASA's formally verified CPR: angles as 32-bit binary fractions of a turn, which a
 * double holds exactly; results are compared to the last bit.
 */
class NasaCprTest {

    private static final double STEP = 1.0 / (1L << 32);

    private final double[] out = new double[2];

    @ParameterizedTest
    @CsvSource({
        "airborne_encoding_MOPS-table-2-139.csv, false, 284",
        "airborne_encoding_t6-3awb.csv, false, 232",
        "airborne_encoding_t6-4awb.csv, false, 232",
        "surface_encoding_MOPS-table-2-141.csv, true, 284",
        "surface_encoding_t6-1awb.csv, true, 232",
        "surface_encoding_t6-2awb.csv, true, 232",
    })
    void shouldEncodeWhenVectorGivesPosition(String file, boolean surface, int vectors) {
        List<String> lines = Recordings.lines("nasa-cpr/" + file);
        assertThat(lines).hasSize(vectors);
        for (String line : lines) {
            String[] f = line.split(",");
            long coded = Cpr.encode(latitude(f[1]), longitude(f[2]), f[0].equals("1"), surface);
            assertThat(Cpr.latitudeBits(coded)).as(line).isEqualTo(hex(f[3]));
            assertThat(Cpr.longitudeBits(coded)).as(line).isEqualTo(hex(f[4]));
        }
    }

    /**
     * Columns: latitude below a transition and above it, in degrees and binary; then latitude and
     * longitude codes of both. The longitude is 45 degrees, the format even.
     */
    @Test
    void shouldEncodeWhenLatitudeIsBesideTransition() {
        List<String> lines = Recordings.lines("nasa-cpr/surface_encoding_MOPS-table-2-140.csv");
        assertThat(lines).hasSize(58);
        for (String line : lines) {
            String[] f = line.split(",");
            for (int side = 0; side < 2; side++) {
                long coded = Cpr.encode(latitude(f[1 + 2 * side]), 0.125, false, true);
                assertThat(Cpr.latitudeBits(coded)).as(line).isEqualTo(hex(f[4 + 2 * side]));
                assertThat(Cpr.longitudeBits(coded)).as(line).isEqualTo(hex(f[5 + 2 * side]));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "airborne_global-decoding_airborne_globally_decoded_gd_random_positions.csv, 296",
        "airborne_global-decoding_airborne_globally_decoded_positions_01.csv, 232",
    })
    void shouldDecodeGloballyWhenVectorIsAirborne(String file, int vectors) {
        List<String> lines = Recordings.lines("nasa-cpr/" + file);
        assertThat(lines).hasSize(vectors);
        for (String line : lines) {
            String[] f = line.split(",");
            for (boolean odd : new boolean[] {false, true}) {
                boolean valid =
                        Cpr.globalAirborne(hex(f[2]), hex(f[3]), hex(f[6]), hex(f[7]), odd, out);
                assertThat(valid).as(line).isEqualTo(f[8].equals("1"));
                assertResult(line, f[odd ? 11 : 9], f[odd ? 12 : 10]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "surface_global-decoding_surface_globally_decoded_gd_random_positions.csv, 83",
        "surface_global-decoding_surface_globally_decoded_positions_01.csv, 231",
    })
    void shouldDecodeGloballyWhenVectorIsOnSurface(String file, int vectors) {
        List<String> lines = Recordings.lines("nasa-cpr/" + file);
        assertThat(lines).hasSize(vectors);
        for (String line : lines) {
            String[] f = line.split(",");
            for (boolean odd : new boolean[] {false, true}) {
                double latitude = latitude(f[odd ? 4 : 0]);
                double longitude = longitude(f[odd ? 5 : 1]);
                boolean valid =
                        Cpr.globalSurface(
                                hex(f[2]), hex(f[3]), hex(f[6]), hex(f[7]), odd, latitude,
                                longitude, out);
                assertThat(valid).as(line).isEqualTo(f[8].equals("1"));
                // The vectors leave the quarter of the globe open; the reference settles it.
                assertThat(out[0]).as(line).isCloseTo(latitude, within(1e-6));
                assertThat(Math.sin((out[1] - longitude) * Math.PI))
                        .as(line)
                        .isCloseTo(0, within(1e-4));
                out[0] -= Math.floor(out[0] * 4) / 4;
                out[1] -= Math.floor(out[1] * 4) / 4;
                assertResult(line, f[odd ? 11 : 9], f[odd ? 12 : 10]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "airborne_local-decoding_airborne_locally_decoded_ld_random_positions.csv, 298",
        "airborne_local-decoding_airborne_locally_decoded_positions_01.csv, 232",
        "surface_local-decoding_surface_locally_decoded_ld_random_positions.csv, 285",
        "surface_local-decoding_surface_locally_decoded_positions_01.csv, 232",
    })
    void shouldDecodeLocallyWhenVectorGivesReference(String file, int vectors) {
        List<String> lines = Recordings.lines("nasa-cpr/" + file);
        assertThat(lines).hasSize(vectors);
        for (String line : lines) {
            String[] f = line.split(",");
            boolean valid =
                    Cpr.local(
                            hex(f[5]),
                            hex(f[6]),
                            f[4].equals("1"),
                            file.startsWith("surface"),
                            latitude(f[0]),
                            longitude(f[1]),
                            out);
            assertThat(valid).as(line).isTrue();
            assertResult(line, f[7], f[8]);
        }
    }

    private void assertResult(String line, String latitude, String longitude) {
        assertThat(angle(out[0])).as("latitude of " + line).isEqualTo(normal(latitude));
        assertThat(angle(out[1])).as("longitude of " + line).isEqualTo(normal(longitude));
    }

    private static String angle(double turns) {
        return HexFormat.of().toHexDigits((int) (long) Math.floor(turns / STEP + 0.5));
    }

    private static String normal(String hex) {
        return HexFormat.of().toHexDigits((int) Long.parseLong(hex, 16));
    }

    private static double latitude(String hex) {
        return (int) Long.parseLong(hex, 16) * STEP;
    }

    private static double longitude(String hex) {
        return Long.parseLong(hex, 16) * STEP;
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
