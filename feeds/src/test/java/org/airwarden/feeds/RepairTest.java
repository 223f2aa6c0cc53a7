package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Packet;
import org.airwarden.model.SensorReport;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AvrWriter;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.ModeSEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong bits from a file to what is told of them. */
class RepairTest {
    private static final int ADDRESS = 0x3C6481;

    @TempDir private Path folder;

    /** A sound squitter, then three with one, two and three wrong bits, and one of a stranger. */
    private Path recording() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int wrong = 0; wrong <= 3; wrong++) {
            squitter(ADDRESS, wrong, all);
        }
        squitter(0x400001, 1, all);
        return Files.write(folder.resolve("repair.avr"), all.toByteArray());
    }

    private static void squitter(int address, int wrong, ByteArrayOutputStream all)
            throws IOException {
        byte[] bytes = new byte[14];
        long me = AircraftIdentification.build(3, "ABC" + wrong);
        ModeSEncoder.extendedSquitter(5, address, me, bytes, 0);
        int[] octets = {0, 6, 9};
        for (int i = 0; i < wrong; i++) {
            bytes[octets[i]] ^= 1;
        }
        all.write(AvrWriter.line(bytes, 0, bytes.length));
    }

    private static ReadingOptions options(String repair) {
        return ReadingOptions.BY_BYTES.withRepair(ErrorCorrection.ofWord(repair));
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 4", "one, 1, 3", "two, 2, 2"})
    void shouldCountAndMarkWhatWasRepaired(String repair, int repaired, int bad)
            throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Summary summary =
                Decoding.of(List.of(recording()), options(repair)).print(lines, Progress.NONE);

        assertThat(summary.records()).isEqualTo(5);
        assertThat(summary.repaired()).isEqualTo(repaired);
        assertThat(summary.faults()).containsEntry("bad-parity", (long) bad);
        assertThat(summary.addresses()).isEqualTo(1);
        assertThat(summary.toJson().contains("\"repaired\"")).isEqualTo(repaired > 0);
        List<String> printed = lines.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(printed.get(0)).contains("ABC0").doesNotContain("corrected");
        for (int wrong = 1; wrong <= 3; wrong++) {
            if (wrong <= repaired) {
                assertThat(printed.get(wrong))
                        .contains("\"correctedBits\":" + wrong, "ABC" + wrong)
                        .contains("\"message\":\"8C", "\"correctedMessage\":\"8D")
                        .contains("\"capability\":5");
            } else {
                assertThat(printed.get(wrong)).contains("\"refused\"").doesNotContain("ABC");
            }
        }
    }

    @Test
    void shouldMarkRowsAndMakeLinesOfWhatWasRepaired() throws IOException {
        assertThat(convert("two", ConversionFormat.CSV).lines().skip(1))
                .hasSize(5)
                .anySatisfy(row -> assertThat(row).contains("ABC2").matches(".*,2,[0-9]+,14"))
                .anySatisfy(row -> assertThat(row).contains("ABC0").matches(".*,,[0-9]+,14"));
        assertThat(convert("two", ConversionFormat.SBS).lines()).hasSize(3);
        assertThat(convert("none", ConversionFormat.SBS).lines()).hasSize(1);
        // The framings keep their octets, wrong or not.
        assertThat(convert("two", ConversionFormat.AVR))
                .isEqualTo(Files.readString(folder.resolve("repair.avr")));
    }

    private String convert(String repair, ConversionFormat to) throws IOException {
        RecordedFile file = RecordedFile.examine(recording(), options(repair));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Conversion(file, to, RecordFilter.NONE, Time.UNKNOWN, false, false)
                .run(out, DecodingFaultSink.IGNORE, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The command line goes before the site file. */
    @Test
    void shouldReportWhatWasRepairedOnlyWhereItIsAskedFor() throws IOException {
        SiteFile site =
                SiteFileReader.parse(
                        "site",
                        "name: x\nsensors:\n  - {name: a, kind: adsb}\n"
                                + "sources:\n  - {name: s, file: repair*, repair: two}\n");
        StateOutput state = new StateOutput();
        site.write(state);
        assertThat(SiteFile.read(new StateInput(state.toBytes()))).isEqualTo(site);

        assertThat(played(site, null)).isEqualTo(3);
        assertThat(played(site, "one")).isEqualTo(2);
        assertThat(played(null, null)).isEqualTo(1);
        assertThat(played(null, "two")).isEqualTo(3);
    }

    private int played(SiteFile site, String repair) throws IOException {
        RecordingOptions options =
                new RecordingOptions(
                        repair == null ? ReadingOptions.BY_BYTES : options(repair),
                        site,
                        null,
                        org.airwarden.model.Origin.RECORDED);
        List<SensorReport> reports = new ArrayList<>();
        try (Recording recording =
                Recording.open(List.of(recording()), options, FaultSink.IGNORE)) {
            PacketDecoder decoder = recording.decoder(FaultSink.IGNORE);
            for (Packet packet = recording.next(); packet != null; packet = recording.next()) {
                decoder.decode(packet, reports::add);
            }
            assertThat(decoder.repaired()).isEqualTo(reports.size() - 1);
        }
        return reports.size();
    }

    @Test
    void shouldSayWhereNothingCanBeRepaired() throws IOException {
        Path file = Files.write(folder.resolve("blocks"), Samples.blocks(20, 1));
        RecordedFile read = RecordedFile.examine(file, options("two").withEdition("048=1.32"));

        assertThat(read.repair()).isEqualTo(ErrorCorrection.NONE);
        assertThat(read.remarks()).anySatisfy(one -> assertThat(one).contains("nothing is rep"));
        for (String source :
                List.of(
                        "{name: s, udp: '239.1.1.1:1', repair: one}",
                        "{name: s, rtl-tcp: 'a:1', repair: one}",
                        "{name: s, file: b, repair: three}")) {
            assertThatThrownBy(() ->
                            SiteFileReader.parse(
                                    "f", "name: x\nsensors: []\nsources:\n  - " + source + "\n"))
                    .isInstanceOf(SiteFileException.class)
                    .hasMessageContaining("repair");
        }
    }
}
