package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Technology;
import org.airwarden.model.TransponderReport;
import org.airwarden.modes.AirbornePosition;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AvrWriter;
import org.airwarden.modes.ModeSEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ground stations send is no word of the aircraft's own. */
class RebroadcastTest {
    private static final int ADDRESS = 0x3C6481;

    private static List<SensorReport> reports(String format, String text) {
        SiteFile site =
                SiteFileReader.parse(
                        "site",
                        "name: x\nsensors:\n  - {name: a, kind: adsb}\n"
                                + "sources:\n  - {name: s, tcp: 'a:1', format: "
                                + format
                                + "}\n");
        PacketDecoder decoder = new PacketDecoder(site.sources(), site.sensors(), FaultSink.IGNORE);
        List<SensorReport> reports = new ArrayList<>();
        decoder.decode(
                new Packet(1_000, 0, Origin.LIVE, text.getBytes(StandardCharsets.US_ASCII)),
                reports::add);
        return reports;
    }

    /** RTCA DO-260B table 2-11: the control field of DF18, and IMF within. */
    @ParameterizedTest
    @CsvSource({
        "0, false, ADSB",
        "1, false, ADSB",
        "2, false, TISB",
        "2, true, TISB",
        "5, false, TISB",
        "6, false, ADSR",
        "6, true, ADSR"
    })
    void shouldKeepSendersApart(int control, boolean madeUp, Technology technology) {
        byte[] bytes = new byte[14];
        StringBuilder lines = new StringBuilder();
        // Of a velocity, IMF is the ninth bit (2.2.17.3); nothing else here has one.
        long velocity = 0x99440994083817L & ~(1L << 47) | (madeUp ? 1L << 47 : 0);
        for (long me :
                new long[] {
                    AircraftIdentification.build(3, "ABC"),
                    AirbornePosition.build(11, 0, false, 100, 0.8, 0.1, false),
                    velocity
                }) {
            ModeSEncoder.nonTransponder(control, ADDRESS, me, bytes, 0);
            lines.append(new String(AvrWriter.line(bytes, 0, 14), StandardCharsets.US_ASCII));
        }

        List<SensorReport> reports = reports("avr", lines.toString());

        assertThat(reports).hasSize(3);
        assertThat(reports)
                .allSatisfy(report ->
                        assertThat(((TransponderReport) report).technology())
                                .isEqualTo(technology));
        assertThat(technology.isBroadcast()).isTrue();
    }

    @Test
    void shouldKeepThemApartInReadsbToo() {
        String document =
                """
                {"now":1700513836.9,"aircraft":[
                {"hex":"abc121","type":"adsb_icao","squawk":"1000"},
                {"hex":"abc122","type":"tisb_icao","squawk":"1000"},
                {"hex":"~abc123","type":"tisb_trackfile","squawk":"1000"},
                {"hex":"abc124","type":"adsr_icao","squawk":"1000"}]}
                """;

        assertThat(reports("readsb", document))
                .extracting(report -> ((TransponderReport) report).technology())
                .containsExactly(
                        Technology.ADSB, Technology.TISB, Technology.TISB, Technology.ADSR);
    }
}
