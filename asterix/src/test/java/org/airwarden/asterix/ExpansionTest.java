package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands inside RE and SP: read, written, changed for another, and not fitting. */
class ExpansionTest {
    private static final Definition RADAR = Definitions.newest(48);
    private static final String OURS =
            """
            category 048 expansion SP edition 1.0 "our own remarks"

            presence 2 octets {
              QUALITY fixed A 4, B 4
              -
              NOTE "free text" repeat 8 ascii
              MORE compound {
                LAST fixed 16 of 1/2 m
              }
            }
            """;

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Reads one block and gives its faults. */
    private static List<Fault> walk(
            Definition definition, String hex, Consumer<RecordView> consumer) {
        List<Fault> faults = new ArrayList<>();
        int[] records = {0};
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        bytes(hex),
                        new RecordHandler() {
                            @Override
                            public void record(RecordView record) {
                                records[0]++;
                                consumer.accept(record);
                            }

                            @Override
                            public void fault(Fault fault) {
                                faults.add(fault);
                            }
                        });
        assertThat(records[0]).isPositive();
        return faults;
    }

    @Test
    void shouldReadInsideWhenTheOctetsFitTheReservedExpansion() {
        // MD5 with SUM (ID and DA) and GA (RES, 100 times 25 ft)
        String block = "30 00 0d 01 01 01 02 06 80 90 60 40 64";
        List<Fault> faults =
                walk(
                        RADAR,
                        block,
                        record -> {
                            assertThat(record.misfits()).isZero();
                            assertThat(record.has(RADAR.item("RE/MD5/SUM"))).isTrue();
                            assertThat(record.raw(RADAR.field("RE/MD5/SUM/M5"))).isZero();
                            assertThat(record.raw(RADAR.field("RE/MD5/SUM/ID"))).isEqualTo(1);
                            assertThat(record.raw(RADAR.field("RE/MD5/SUM/DA"))).isEqualTo(1);
                            assertThat(record.value(RADAR.field("RE/MD5/GA/GA"))).isEqualTo(2500);
                            assertThat(record.raw(RADAR.field("RE/MD5/GA/RES"))).isEqualTo(1);
                            assertThat(record.has(RADAR.field("RE/M5N/SUM/ID"))).isFalse();
                            assertThat(record.size(RADAR.item("RE"))).isEqualTo(5);
                        });
        assertThat(faults).isEmpty();
        assertThat(Collector.jsonOf(Editions.newest(), bytes(block)).json.getFirst())
                .contains(
                        "\"RE\":{\"MD5\":{\"SUM\":{\"M5\":0,\"ID\":1,\"DA\":1,\"M1\":0,\"M2\":0,"
                                + "\"M3\":0,\"MC\":0},\"GA\":{\"RES\":1,\"GA\":2500}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 80", // a subitem that is cut
                "04 80 90 60", // the last one is cut
                "03 01 04", // an undefined presence bit
                "04 20 06 00", // octets behind the end
                "02 40", // a compound without its presence octet
                "01", // nothing at all
            })
    void shouldKeepTheRecordAndItsNeighboursWhenTheContentsDoNotFit(String item) {
        // A record with RE and SP "04 aa bb cc", then one with RE that fits.
        String first = "81 01 01 06 14 81 04 aa bb cc " + item;
        String second = "81 01 01 02 14 82 03 20 06";
        int length = 3 + bytes(first + second).length;
        String block = String.format("30 00 %02x", length) + first + second;
        List<Long> sources = new ArrayList<>();
        List<Fault> faults =
                walk(
                        RADAR,
                        block,
                        record -> {
                            sources.add(record.raw(RADAR.field("010/SIC")));
                            boolean fits = sources.size() == 2;
                            assertThat(record.misfits()).isEqualTo(fits ? 0 : 1);
                            assertThat(record.misfit(RADAR.item("RE"))).isEqualTo(!fits);
                            assertThat(record.misfit(RADAR.item("SP"))).isFalse();
                            assertThat(record.has(RADAR.item("RE"))).isTrue();
                            assertThat(record.raw(RADAR.field("RE/M4E/FOEFRI")))
                                    .isEqualTo(fits ? 3 : 0);
                            assertThat(record.has(RADAR.item("RE/MD5"))).isFalse();
                            assertThat(record.size(RADAR.item("RE")))
                                    .isEqualTo(fits ? 2 : bytes(item).length - 1);
                            RecordWriter writer = new RecordWriter(RADAR);
                            BlockWriter copy = new BlockWriter(RADAR);
                            copy.add(writer.copy(record));
                            assertThat(copy.toBytes())
                                    .endsWith(fits ? bytes("03 20 06") : bytes(item));
                        });
        assertThat(sources).containsExactly(0x81L, 0x82L);
        assertThat(faults).hasSize(1);
        Fault fault = faults.getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.CONTENT_MISFIT);
        assertThat(fault.kind().losesRecord()).isFalse();
        assertThat(fault.item()).isEqualTo("RE");
        assertThat(fault.recordOffset()).isEqualTo(3);
        assertThat(fault.bytes()).isEqualTo(bytes(item));
        assertThat(fault.at()).isBetween(14, 13 + bytes(item).length);
        String json = Collector.jsonOf(Editions.newest(), bytes(block)).json.getFirst();
        assertThat(json)
                .contains(
                        "\"RE\":\""
                                + HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(bytes(item), 1, bytes(item).length)
                                + "\"");
    }

    @Test
    void shouldWriteInsideWhenSubitemsAreGiven() {
        RecordWriter writer = new RecordWriter(RADAR);
        BlockWriter block = new BlockWriter(RADAR);
        Item reserved = RADAR.item("RE");
        writer.bytes(reserved, new byte[] {1, 2, 3}, 0, 3);
        block.add(writer);
        writer.raw(RADAR.field("RE/MD5/SUM/ID"), 1)
                .raw(RADAR.field("RE/MD5/SUM/DA"), 1)
                .value(RADAR.field("RE/MD5/GA/GA"), 2500)
                .raw(RADAR.field("RE/MD5/GA/RES"), 1);
        block.add(writer);
        writer.bytes(reserved, new byte[] {9}, 0, 1);
        block.add(writer);
        writer.clear().present(reserved);
        block.add(writer);

        assertThat(block.toBytes())
                .isEqualTo(
                        bytes(
                                "30 00 21 01 01 01 02 04 01 02 03"
                                        + "01 01 01 02 06 80 90 60 40 64"
                                        + "01 01 01 02 02 09 01 01 01 02 02 00"));
    }

    @Test
    void shouldRefuseWhenTheContentsAreTooLong() {
        RecordWriter writer = new RecordWriter(RADAR);
        writer.raw(RADAR.field("RE/RTC/ATL"), 200, 1);
        BlockWriter block = new BlockWriter(RADAR);
        assertThatThrownBy(() -> block.add(writer)).hasMessageContaining("more than 254");
        assertThat(block.length()).isEqualTo(3);
    }

    @Test
    void shouldReadAndWriteAUsersOwnFieldWhenItsFileIsGiven() {
        Expansion ours = Definitions.parseExpansion("ours.def", OURS);
        assertThat(ours.toString()).isEqualTo("CAT048 SP 1.0");
        assertThat(ours.title()).isEqualTo("our own remarks");
        Definition radar = RADAR.with(ours);
        assertThat(radar.item("SP").expansion()).isSameAs(ours);
        assertThat(RADAR.item("SP").expansion()).isNull();
        assertThat(radar.item("SP").subitems())
                .extracting(Item::path)
                .containsExactly("SP/QUALITY", "SP/NOTE", "SP/MORE");
        assertThat(radar.item("SP/NOTE").title()).isEqualTo("free text");

        RecordWriter writer = new RecordWriter(radar);
        BlockWriter block = new BlockWriter(radar);
        Field note = radar.field("SP/NOTE");
        writer.raw(radar.field("SP/QUALITY/B"), 5)
                .text(note, 0, "H")
                .text(note, 1, "I")
                .value(radar.field("SP/MORE/LAST"), 1.5)
                .raw(radar.field("RE/M4E/FOEFRI"), 2);
        block.add(writer);
        String hex = HexFormat.of().formatHex(block.toBytes());

        assertThat(hex)
                .isEqualTo("300014" + "01010106" + "0ab0000502484980" + "0003" + "03" + "2004");
        List<Fault> faults =
                walk(
                        radar,
                        hex,
                        record -> {
                            assertThat(record.text(note, 0) + record.text(note, 1)).isEqualTo("HI");
                            assertThat(record.value(radar.field("SP/MORE/LAST"))).isEqualTo(1.5);
                        });
        assertThat(faults).isEmpty();
        // Without the user's file nobody misses it.
        assertThat(walk(RADAR, hex, record -> assertThat(record.misfits()).isZero())).isEmpty();
    }

    @Test
    void shouldReadEverySubitemWhenThereAreNoPresenceBits() {
        Definition radar =
                RADAR.with(
                        Definitions.parseExpansion(
                                "ours.def",
                                """
                                category 48 expansion SP edition 2
                                sequence {
                                  ONE fixed 8
                                  MANY repeat X 8, Y 8
                                  TWO fixed 8
                                }
                                """));
        RecordWriter writer = new RecordWriter(radar);
        BlockWriter block = new BlockWriter(radar);
        block.add(writer.raw(radar.field("SP/MANY/Y"), 1, 7));
        block.add(writer.raw(radar.field("SP/TWO"), 3));
        assertThat(block.toBytes())
                .isEqualTo(
                        bytes(
                                "30 00 1b 01 01 01 04 08 00 02 00 00 00 07 00"
                                        + "01 01 01 04 08 00 02 00 00 00 07 03"));
        List<Long> twos = new ArrayList<>();
        String hex = HexFormat.of().formatHex(block.toBytes());
        walk(radar, hex, record -> twos.add(record.raw(radar.field("SP/TWO"))));
        assertThat(twos).containsExactly(0L, 3L);
        writer.clear(radar.item("SP/ONE"));
        assertThatThrownBy(() -> block.add(writer)).hasMessageContaining("SP/ONE");
    }

    @Test
    void shouldTakeAnotherEditionWhenOneIsGiven() {
        Definition older = RADAR.with(Definitions.expansion(48, "RE", "1.11"));
        assertThat(older.fieldOrNull("RE/GEN48/RCSM/RCSM")).isNull();
        assertThat(RADAR.fieldOrNull("RE/GEN48/RCSM/RCSM")).isNotNull();
        assertThat(older.item("RE").expansion()).hasToString("CAT048 RE 1.11");
        assertThat(older).isNotSameAs(RADAR).hasToString("CAT048 1.32");
        // GEN48 is known to the newest expansion only: the same octets fit one and misfit the
        // other.
        String block = "30 00 0c 01 01 01 02 05 01 80 04 d2";
        assertThat(walk(RADAR, block, record -> {})).isEmpty();
        assertThat(walk(older, block, record -> {})).hasSize(1);
    }

    @Test
    void shouldRefuseWhenAnExpansionHasNoPlace() {
        Expansion ours = Definitions.parseExpansion("ours.def", OURS);
        assertThatThrownBy(() -> Definitions.newest(62).with(ours))
                .hasMessageContaining("CAT062")
                .hasMessageContaining("CAT048 SP 1.0");
        Expansion elsewhere =
                Definitions.parseExpansion("x", OURS.replace("expansion SP", "expansion 010"));
        assertThatThrownBy(() -> RADAR.with(elsewhere)).hasMessageContaining("no explicit item");
        assertThatThrownBy(() -> Definitions.expansion(48, "RE", "9.9"))
                .hasMessageContaining("no edition 9.9")
                .hasMessageContaining("1.13");
        assertThat(Definitions.expansions(48, "RE")).containsExactly("1.13", "1.12", "1.11");
        assertThat(Definitions.expansions(48, "SP")).isEmpty();
    }

    /** Both tell the standard deviation of one position, in metres and in degrees. */
    @Test
    void shouldReadPositionAccuracyOfCat020() {
        Definition definition = Definitions.newest(20);
        RecordWriter writer = new RecordWriter(definition);
        writer.value(definition.field("RE/PA/SDC/X"), 34.25)
                .value(definition.field("RE/PA/SDC/XY"), -30.5)
                .value(definition.field("RE/PA/SDW/LAT"), 53 * 180.0 / (1 << 25))
                .raw(definition.field("RE/DA/MSG"), 12);
        BlockWriter block = new BlockWriter(definition);
        block.add(writer);
        byte[] bytes = block.toBytes();

        // length, PA and DA; SDC and SDW; three of each; no age but the last, in a third octet.
        assertThat(HexFormat.of().formatHex(bytes))
                .endsWith("1388" + "50" + "00890000ff86" + "003500000000" + "010120" + "0c");
    }
}
