package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileReaderTest {
    private static final String SENSOR = "name: x\nsensors:\n  - name: a\n    kind: radar\n";

    private static SiteFile example() throws IOException {
        return SiteFileReader.read(
                Path.of(System.getProperty("airwarden.root"))
                        .resolve("docs/examples/site-barcelona.yaml"));
    }

    @Test
    void shouldReadTheDocumentedExample() throws IOException {
        SiteFile site = example();

        assertThat(site.name()).isEqualTo("Barcelona El Prat");
        assertThat(site.sensors())
                .extracting(Sensor::kind)
                .containsExactly(
                        Sensor.Kind.RADAR,
                        Sensor.Kind.SURFACE_RADAR,
                        Sensor.Kind.MLAT,
                        Sensor.Kind.ADSB);
        Sensor radar = site.sensors().getFirst();
        GeodeticPosition at =
                Wgs84.toGeodetic(
                        radar.placement().originX(),
                        radar.placement().originY(),
                        radar.placement().originZ());
        assertThat(at.latitudeDegrees()).isCloseTo(41 + 18 / 60.0 + 2.5284 / 3600, within(1e-9));
        assertThat(at.longitudeDegrees()).isCloseTo(2 + 6 / 60.0 + 7.4095 / 3600, within(1e-9));
        assertThat(at.height()).isCloseTo(27.257, within(1e-6));
        assertThat(radar.azimuthSigma()).isCloseTo(Math.toRadians(0.08), within(1e-12));
        assertThat(radar.elevationSigma()).isNaN();
        assertThat(site.sourceOf(Path.of("/somewhere/adsb_cat021.ast")).editions())
                .isEqualTo(Map.of(21, "0.23"));
        assertThat(site.sourceOf(Path.of("/somewhere/else.ast"))).isNull();
        assertThat(site.sources().get(4).transport())
                .isEqualTo(new Transport.Udp("239.1.2.3", 8600, null));
        assertThat(site.sources().get(4).format()).isEqualTo(Format.ASTERIX);
        assertThat(site.sources().get(4).sensorChosenFor(48)).isZero();
        assertThat(site.sources().get(4).sensorChosenFor(21)).isEqualTo(-1);
        assertThat(site.sources().get(5).transport())
                .isEqualTo(new Transport.Tcp("localhost", 30005));
        assertThat(site.site(7).received()).isEqualTo(7);
    }

    @Test
    void shouldReadDirectionFindersAndObservers() {
        SiteFile site =
                SiteFileReader.parse(
                        "f",
                        """
                        name: x
                        sensors:
                          - name: hill
                            kind: direction-finder
                            sac: 1
                            sic: 9
                            position: {latitude: 48, longitude: 16, height: 300}
                            accuracy: {azimuth: 0.5, elevation: 1}
                            period: 1
                          - {name: calls, kind: observer}
                          - name: post
                            kind: observer
                            position: {latitude: 48, longitude: 16.5}
                            accuracy: {azimuth: 10, range: 800}
                            range: 15000
                        """);
        Sensor hill = site.sensors().getFirst();
        Sensor post = site.sensors().get(2);

        assertThat(hill.kind()).isEqualTo(Sensor.Kind.DIRECTION_FINDER);
        assertThat(hill.azimuthSigma()).isCloseTo(Math.toRadians(0.5), within(1e-12));
        assertThat(hill.elevationSigma()).isCloseTo(Math.toRadians(1), within(1e-12));
        assertThat(site.sensors().get(1).kind()).isEqualTo(Sensor.Kind.OBSERVER);
        assertThat(site.sensors().get(1).placement()).isNull();
        assertThat(post.rangeSigma()).isEqualTo(800);
        StateOutput out = new StateOutput();
        site.write(out);
        assertThat(SiteFile.read(new StateInput(out.toBytes()))).isEqualTo(site);
    }

    @Test
    void shouldBeTheSameWhenWrittenAndReadAsState() throws IOException {
        SiteFile site = example();
        StateOutput out = new StateOutput();
        site.write(out);
        StateInput in = new StateInput(out.toBytes());

        assertThat(SiteFile.read(in)).isEqualTo(site);
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    void shouldReadDate() {
        assertThat(SiteFileReader.parse("f", "date: 2016-05-10\n" + SENSOR).date())
                .isEqualTo(LocalDate.of(2016, 5, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: x                                   | 1:1: a site file has no 'sensors'",
                "'names: x'                                | 1:1: 'names' is not a key",
                "'name: x\nname: y'                        | 2:1: 'name' stands here twice",
                "'name: x\nsensors: 3'                     | 2:10: 'sensors' is not a list",
                "'name: x\nsensors:\n  - kind: radar'      | 3:5: a sensor has no 'name'",
                "'name: x\nsensors:\n  - {name: a, kind: sonar}' | 3:21: 'sonar' is no kind",
                "'name: x\nsensors:\n  - {name: a, kind: radar, sac: 256, sic: 1}'"
                        + "| 3:33: 'sac' is '256'",
                "'name: x\nsensors:\n  - {name: a, kind: radar, sac: 2}' | 3:5: sensor 'a' has one",
                "'name: x\nsensors:\n  - {name: a, kind: radar, position: {latitude: 91, longitude: 2}}'"
                        + "| 3:49: 'latitude' is '91'",
                "'name: x\nsensors:\n  - {name: a, kind: direction-finder}'"
                        + "| 3:21: direction finder 'a' has no 'position'",
                "'name: x\nsensors:\n  - {name: a, kind: direction-finder,"
                        + " position: {latitude: 4, longitude: 2}, accuracy: {range: 9}}'"
                        + "| 3:89: direction finder 'a' has an accuracy of range",
                "'name: x\nsensors:\n  - {name: a, kind: observer, period: 9}'"
                        + "| 3:31: observer 'a' has a 'period'",
                "'name: x\nsensors:\n  - {name: a, kind: observer, accuracy: {elevation: 9}}'"
                        + "| 3:42: observer 'a' has an accuracy of elevation",
                "'name: x\n\tsensors: 1'                   | this is not YAML",
                "''                                        | 1:1: the file is empty",
                "'date: yesterday\nname: x\nsensors: []'   | 1:7: 'date' is 'yesterday'"
            })
    void shouldNamePlaceAndFaultWhenWrong(String text, String words) {
        assertThatThrownBy(() -> SiteFileReader.parse("site.yaml", text))
                .isInstanceOf(SiteFileException.class)
                .hasMessageContaining("site.yaml:")
                .hasMessageContaining(words)
                .hasMessageContaining("; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{name: s}                                 | does not say where its bytes come",
                "`{name: s, udp: \"239.1.1.1:1\", tcp: \"a:1\"}` | more than one of",
                "`{name: s, udp: \"239.1.1.1\"}`           | write address:port",
                "`{name: s, udp: \"239.1.1.1:70000\"}`     | write address:port",
                "`{name: s, tcp: \"a:1\"}`                 | add 'format: beast'",
                "`{name: s, rtl-tcp: \"a:1\", rate: 3}`   | write 2.4 or 2.0",
                "`{name: s, rtl-tcp: \"a:1\", format: sbs}` | leave it out",
                "`{name: s, rtl-tcp: \"a\"}`              | write address:port",
                "`{name: s, rtl-tcp: \"a:1\", gain: loud}` | write a number from 0 to 100 dB",
                "`{name: s, tcp: \"a:1\", gain: 3}`       | 'gain' stands without 'rtl-tcp'",
                "`{name: s, file: a/b}`                    | without folders",
                "`{name: s, file: b, interface: eth0}`     | 'interface' stands without 'udp'",
                "`{name: s, file: b, framing: tar}`        | 'tar' is no framing",
                "`{name: s, file: b, format: tar}`         | 'tar' is no format",
                "`{name: s, file: b, editions: {x: \"1\"}}` | 'x' is no ASTERIX category",
                "`{name: s, file: b, editions: {\"021\": \"9.9\"}}` | no edition 9.9 of CAT021",
                "`{name: s, file: b, sensor: z}`           | no sensor is called 'z'",
                "`{name: s, file: b, colour: red}`         | 'colour' is not a key of a source"
            })
    void shouldNameFaultWhenSourceIsWrong(String source, String words) {
        assertThatThrownBy(
                        () -> SiteFileReader.parse("f", SENSOR + "sources:\n  - " + source + "\n"))
                .isInstanceOfSatisfying(
                        SiteFileException.class, wrong -> assertThat(wrong.line()).isEqualTo(6))
                .hasMessageContaining(words);
    }

    /** What stamps are, of a live receiver and of a recording. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp: 'a:1', format: beast          | null",
                "tcp: 'a:1', format: beast-gps      | beast-gps",
                "tcp: 'a:1', format: beast-12mhz    | beast-12mhz",
                "file: b, framing: beast-gps        | beast-gps",
                "file: b, format: beast-gps         | beast-gps",
            })
    void shouldReadWhatStampsAre(String keys, String framing) {
        String text = SENSOR + "sources:\n  - {name: s, " + keys + "}\n";
        Source source = SiteFileReader.parse("f", text).sources().getFirst();

        assertThat(source.framing())
                .isEqualTo(RecordingFormat.ofWord(framing.equals("null") ? "" : framing));
        assertThat(source.format()).isIn(Format.BEAST, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "41.5             | NS | 41.5",
                "-41.5            | NS | -41.5",
                "41°30'00\"N      | NS | 41.5",
                "41°30'S          | NS | -41.5",
                "41°S             | NS | -41",
                "2°06'36.0\"W     | EW | -2.11",
                "2:06:36 E        | EW | 2.11",
                "41°30'00\"N      | EW | NaN",
                "41°70'00\"N      | NS | NaN",
                "north            | NS | NaN"
            })
    void shouldReadAngles(String text, String letters, double degrees) {
        double read = Angles.degrees(text, letters);
        if (Double.isNaN(degrees)) {
            assertThat(read).isNaN();
        } else {
            assertThat(read).isCloseTo(degrees, within(1e-12));
        }
    }
}
