package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HexViewTest {
    static String golden(String name) throws IOException {
        try (InputStream in = HexViewTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A record that has an item of every form. */
    static byte[] everyForm() {
        Definition radar = Definitions.newest(48);
        RecordWriter writer = new RecordWriter(radar);
        Field registers = radar.field("250/MBDATA");
        writer.raw(radar.field("010/SAC"), 20)
                .raw(radar.field("010/SIC"), 129)
                .raw(radar.field("020/TYP"), 7)
                .raw(radar.field("020/MI"), 1)
                .raw(radar.field("030"), 0, 5)
                .raw(radar.field("030"), 1, 18)
                .value(radar.field("040/RHO"), 42.5)
                .value(radar.field("040/THETA"), 181.25)
                .text(radar.field("070/MODE3A"), "7654")
                .value(radar.field("090/FL"), 350.25)
                .value(radar.field("130/SAM"), -50)
                .value(radar.field("130/APD"), 0.5)
                .value(radar.field("140"), 28800.5)
                .text(radar.field("220"), "3C6444")
                .text(radar.field("240"), "DLH1AB")
                .value(registers, 0, Registers.field("6.0/MACH"), 0.82)
                .value(registers, 1, Registers.field("4.0/MCP"), 35008)
                .raw(radar.field("RE/MD5/SUM/ID"), 1)
                .value(radar.field("RE/MD5/GA/GA"), 2500)
                .bytes(radar.item("SP"), "0123456789".getBytes(StandardCharsets.US_ASCII), 0, 10);
        BlockWriter block = new BlockWriter(radar);
        block.add(writer);
        return block.toBytes();
    }

    @Test
    void shouldShowItemByItemWhenARecordHasEveryForm() throws IOException {
        StringBuilder shown = new StringBuilder();
        new BlockWalker(Editions.newest())
                .walk(everyForm(), record -> shown.append(HexView.of(record)));
        assertThat(shown.toString()).isEqualTo(golden("hexview.txt"));
    }

    @Test
    void shouldShowOffsetsOfFile() {
        StringBuilder shown = new StringBuilder();
        new BlockWalker(Editions.newest())
                .walk(everyForm(), record -> shown.append(HexView.of(record, 5_000_000_000L)));
        assertThat(shown.toString())
                .startsWith("CAT048 1.32, record at 5000000003,")
                .contains("\n5000000003  ");
    }

    /** Every octet of the record stands in the view once, in order, whatever the record holds. */
    @ParameterizedTest
    @MethodSource("org.airwarden.asterix.RoundTripTest#definitions")
    void shouldShowEveryOctetOnceWhenRecordsAreRandom(Definition definition) {
        RandomRecords random = new RandomRecords(new SplittableRandom(7));
        RecordWriter writer = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        for (int i = 0; i < 10; i++) {
            random.fill(writer);
            block.add(writer);
        }
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        block.toBytes(),
                        record -> {
                            int[] at = {record.offset()};
                            HexView.of(record)
                                    .lines()
                                    .skip(1)
                                    .filter(line -> !line.substring(0, 8).isBlank())
                                    .forEach(line -> row(line, record, at));
                            assertThat(at[0]).isEqualTo(record.offset() + record.length());
                        });
    }

    private static void row(String line, RecordView record, int[] at) {
        assertThat(Integer.parseInt(line.substring(0, 6).strip())).as(line).isEqualTo(at[0]);
        String octets = line.substring(8, Math.min(line.length(), 8 + 24)).strip();
        for (String octet : octets.isEmpty() ? new String[0] : octets.split(" +")) {
            assertThat((byte) Integer.parseInt(octet, 16))
                    .as(line)
                    .isEqualTo(record.data()[at[0]++]);
        }
    }
}
