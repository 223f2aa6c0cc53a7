package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.modes.AcasAdvisory;
import org.airwarden.modes.AirbornePosition;
import org.airwarden.modes.AirborneVelocity;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AltitudeCode;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSEncoder;
import org.airwarden.modes.OperationalStatus;
import org.airwarden.modes.PositionSettings;
import org.airwarden.modes.TargetState;
import org.airwarden.modes.VerticalIntention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** readsb's JSON read, written and read again; and written from what a decoder heard. */
class ReadsbJsonTest {
    private final ReadsbDocument document = new ReadsbDocument();
    private double time;

    private List<Map<String, Object>> read(byte[] bytes) {
        List<Map<String, Object>> found = new ArrayList<>();
        JsonObjects objects = new JsonObjects();
        JsonObjects.Handler handler =
                new JsonObjects.Handler() {
                    @Override
                    public void object(byte[] object, int offset, int length) {
                        document.read(
                                object,
                                offset,
                                length,
                                (aircraft, now) -> {
                                    time = now;
                                    found.add(new LinkedHashMap<>(aircraft.fields()));
                                });
                    }

                    @Override
                    public void garbage(String why, byte[] object, int offset, int length) {
                        throw new AssertionError(why);
                    }
                };
        objects.read(bytes, handler);
        objects.finish(handler);
        return found;
    }

    private static ReadsbAircraft aircraft(Map<String, Object> fields) {
        ReadsbAircraft aircraft = new ReadsbAircraft();
        aircraft.fields().putAll(fields);
        return aircraft;
    }

    @ParameterizedTest
    @CsvSource({
        "aircraft_1.json, 64",
        "aircraft_2.json, 69",
        "aircraft_3.json, 80",
        "json_1.json, 48",
        "json_3.json, 11"
    })
    void shouldKeepEveryValueWhenReadAndWritten(String file, int count) throws IOException {
        List<Map<String, Object>> first =
                read(Files.readAllBytes(SharedRecordings.file("readsb-json/" + file)));
        double firstTime = time;
        assertThat(first).hasSize(count);
        assertThat(first).allSatisfy(fields -> assertThat(fields).containsKeys("hex", "type"));

        StringBuilder whole = new StringBuilder();
        ReadsbWriter.document(
                firstTime, 1, first.stream().map(ReadsbJsonTest::aircraft).toList(), whole);
        assertThat(read(whole.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(first);
        assertThat(Double.valueOf(time)).isEqualTo(Double.valueOf(firstTime));

        StringBuilder lines = new StringBuilder();
        first.forEach(fields -> ReadsbWriter.line(firstTime, aircraft(fields), lines));
        assertThat(read(lines.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(first);
        assertThat(lines.toString().lines())
                .allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
    }

    @Test
    void shouldTellWhatWasHeardWhenDecoderFillsThePicture() {
        ReadsbPicture picture = new ReadsbPicture();
        ModeSDecoder decoder = new ModeSDecoder(PositionSettings.anywhere(), picture::take);
        byte[] message = new byte[14];
        long start = 1_700_000_000_000_000_000L;
        long second = 1_000_000_000L;
        double knot = 1852.0 / 3600;
        double latitude = Math.toRadians(48.1);
        double longitude = Math.toRadians(11.6);
        long[] contents = {
            AircraftIdentification.build(3, "DLH42"),
            OperationalStatus.build(false, false, false, 9, 3),
            AirbornePosition.build(
                    11, 0, false, AltitudeCode.code12Of(35_000), latitude, longitude, false),
            AirbornePosition.build(
                    11, 0, false, AltitudeCode.code12Of(35_000), latitude, longitude, true),
            AirborneVelocity.build(2, 300 * knot, 0, -64 * 0.3048 / 60, true, 25 * 0.3048),
            TargetState.build(false, 34_016 * 0.3048, 1012.8, 1.0, 9, true, 3, 34)
        };
        for (long content : contents) {
            int length = ModeSEncoder.extendedSquitter(5, 0x3C6481, content, message, 0);
            decoder.take(start, message, 0, length, 255);
        }
        long register = VerticalIntention.build(33_008 * 0.3048, Double.NaN, 1013.2, -1, -1);
        int length =
                ModeSEncoder.surveillance(
                        20, 0, AltitudeCode.code13Of(35_000), register, 0x3C6481, message, 0);
        decoder.take(start + second, message, 0, length, 128);

        String json = picture.json(start + 3 * second);
        List<Map<String, Object>> shown = read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(time).isEqualTo(1_700_000_003.0);
        assertThat(shown).hasSize(1);
        Map<String, Object> one = shown.getFirst();
        assertThat(one)
                .containsEntry("hex", "3c6481")
                .containsEntry("type", "adsb_icao")
                .containsEntry("flight", "DLH42   ")
                .containsEntry("category", "A3")
                .containsEntry("alt_baro", 35_000.0)
                .containsEntry("gs", 300.0)
                .containsEntry("track", 90.0)
                .containsEntry("baro_rate", -64.0)
                .containsEntry("nac_p", 9.0)
                .containsEntry("sil", 3.0)
                .containsEntry("sil_type", "perhour")
                .containsEntry("version", 2.0)
                .containsEntry("nic", 8.0)
                .containsEntry("rc", 186.0)
                .containsEntry("nav_altitude_mcp", 33_008.0)
                .containsEntry("nav_qnh", 1013.2)
                .containsEntry("nav_modes", List.of("autopilot", "tcas"))
                .containsEntry("messages", 7.0)
                .containsEntry("seen", 2.0)
                .containsEntry("seen_pos", 3.0)
                .containsEntry("rssi", -6.0);
        assertThat((double) one.get("lat")).isCloseTo(48.1, within(1e-4));
        assertThat((double) one.get("lon")).isCloseTo(11.6, within(1e-4));
        // After a minute of silence it is gone.
        assertThat(read(picture.json(start + 90 * second).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** A reply that holds an advisory is two reports; a broadcast one is a squitter. */
    @Test
    void shouldCountAMessageOnceWhenItHoldsAnAdvisory() {
        ReadsbPicture picture = new ReadsbPicture();
        ModeSDecoder decoder = new ModeSDecoder(PositionSettings.anywhere(), picture::take);
        byte[] message = new byte[14];
        long advisory = AcasAdvisory.build(0b11_1000_0000_0000, 0b1000, false, false, 0x4B1234);
        int length =
                ModeSEncoder.extendedSquitter(
                        5, 0x3C6481, AcasAdvisory.asSquitter(advisory), message, 0);
        decoder.take(0, message, 0, length, 255);
        length =
                ModeSEncoder.airToAir(
                        16, false, AltitudeCode.code13Of(35_000), advisory, 0x3C6481, message, 0);
        decoder.take(0, message, 0, length, 255);

        List<Map<String, Object>> shown =
                read(picture.json(1_000_000_000L).getBytes(StandardCharsets.UTF_8));

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst())
                .containsEntry("messages", 2.0)
                .containsEntry("type", "adsb_icao");
    }
}
