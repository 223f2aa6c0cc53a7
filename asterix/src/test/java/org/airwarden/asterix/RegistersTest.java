package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Registers: against published examples, against the radar that sent them, and both directions. */
class RegistersTest {
    /**
     * Messages of transponders with the values that Sun, "The 1090 Megahertz Riddle" and the
     * samples of pyModeS print for them.
     */
    @ParameterizedTest
    @CsvSource({
        "85E42F31300000, 4.0/MCP, 3008",
        "85E42F31300000, 4.0/FMS, 3008",
        "85E42F31300000, 4.0/BPS, 1020",
        "81951536E024D4, 5.0/ROLL, 2.109375",
        "81951536E024D4, 5.0/TTA, 114.2578125",
        "81951536E024D4, 5.0/GS, 438",
        "81951536E024D4, 5.0/TAR, 0.125",
        "81951536E024D4, 5.0/TAS, 424",
        "8F39F91A7E27C4, 6.0/HDG, 42.71484375",
        "8F39F91A7E27C4, 6.0/IAS, 252",
        "8F39F91A7E27C4, 6.0/MACH, 0.42",
        "8F39F91A7E27C4, 6.0/BAR, -1920",
        "8F39F91A7E27C4, 6.0/IVV, -1920",
        "185BD5CF400000, 4.4/WS, 22",
        "185BD5CF400000, 4.4/WD, 344.53125",
        "185BD5CF400000, 4.4/SAT, -48.75",
        "58C382D690C8AC, 0.5/F, 0",
        "58C382D690C8AC, 0.5/LAT, 93000",
        "58C382D690C8AC, 0.5/LON, 51372",
        "99440994083817, 0.9/GND/WEST, 8",
        "99440994083817, 0.9/GND/SOUTH, 159",
        "99440994083817, 0.9/DOWN, 832",
        "9B06B6AF189400, 0.9/AIR/TAS, 375",
        "9B06B6AF189400, 0.9/AIR/HDG, 243.984375",
        "9B06B6AF189400, 0.9/DOWN, 2304",
        "EA21485CBF3F8C, 6.2/ALT, 16992",
        "EA21485CBF3F8C, 6.2/BPS, 1012.8",
        "EA21485CBF3F8C, 6.2/HDG, 66.796875",
        "EA21485CBF3F8C, 6.2/AP, 1",
        "EA21485CBF3F8C, 6.2/VNAV, 1",
        "EA21485CBF3F8C, 6.2/AH, 0",
        "EA21485CBF3F8C, 6.2/APP, 0",
        "EA21485CBF3F8C, 6.2/TCAS, 1",
        "EA21485CBF3F8C, 6.2/LNAV, 1",
    })
    void shouldGiveThePublishedValueWhenARegisterIsRead(String bits, String path, double value) {
        long register = Long.parseLong(bits, 16);
        assertThat(Registers.value(Registers.field(path), register)).isCloseTo(value, within(1e-9));
        assertThat(Registers.has(Registers.field(path), register)).isTrue();
    }

    @Test
    void shouldGiveTextsWhenARegisterHoldsCharacters() {
        assertThat(Registers.text(Registers.field("0.8/ID"), 0x2015A678D4D220L))
                .isEqualTo("EZY85MH");
        assertThat(Registers.text(Registers.field("2.0/ID"), 0x202CC371C31DE0L))
                .isEqualTo("KLM1017");
        assertThat(Registers.text(Registers.field("2.0/BDS"), 0x202CC371C31DE0L)).isEqualTo("20");
        assertThat(Registers.text(Registers.field("4.0/BPS"), 0x85E42F31300000L))
                .isEqualTo("1020.0");
        List<String> common = new ArrayList<>();
        for (Field field :
                Registers.all().stream()
                        .filter(item -> item.name().equals("1.7"))
                        .findFirst()
                        .orElseThrow()
                        .fields()) {
            if (Registers.raw(field, 0xFA81C100000000L) == 1) {
                common.add(field.name().substring(3));
            }
        }
        assertThat(common)
                .containsExactly("05", "06", "07", "08", "09", "20", "40", "50", "51", "52", "60");
    }

    @Test
    void shouldBeAbsentWhenTheStatusBitIsNotSet() {
        Field mach = Registers.field("6.0/MACH");
        long register = 0x8F39F91A7E27C4L & ~(1L << (55 - 23));
        assertThat(Registers.has(mach, register)).isFalse();
        assertThat(Registers.value(mach, register)).isNaN();
        assertThat(Registers.raw(mach, register)).isZero();
        assertThat(Registers.text(mach, register)).isEmpty();
        // A velocity of raw value 0 says that there is none.
        assertThat(Registers.has(Registers.field("0.9/DOWN"), 0x99440994080017L)).isFalse();
        // A field whose selector is itself absent is absent too.
        assertThat(Registers.has(Registers.field("0.9/GND/EAST"), 0x9B06B6AF189400L)).isFalse();
        assertThat(Registers.of(0x60)).isSameAs(mach.item());
        assertThat(Registers.of(-1)).isNull();
        assertThat(Registers.of(0x00)).isNull();
        assertThatThrownBy(() -> Registers.value(Definitions.newest(48).field("140"), 0))
                .hasMessageContaining("no field of a register");
    }

    static Stream<Field> holders() {
        return Stream.of(
                Definitions.newest(48).field("250/MBDATA"),
                Definitions.newest(20).field("250/MBDATA"),
                Definitions.newest(21).field("250/MBDATA"),
                Definitions.newest(62).field("380/MB/MBDATA"),
                Definitions.newest(48).field("260"),
                Definitions.newest(62).field("380/ACS"));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void shouldReadBackWhatWasWrittenWhenRegistersAreRandom(Field holder) {
        SplittableRandom random = new SplittableRandom(20261121);
        Definition definition = holder.item().definition();
        RecordWriter writer = new RecordWriter(definition);
        boolean sole = holder.register >= 0;
        for (int round = 0; round < 200; round++) {
            writer.clear();
            List<Map<String, Long>> written = new ArrayList<>();
            for (int i = 0; i < (sole ? 1 : 4); i++) {
                Item register =
                        sole
                                ? Registers.of(holder.register)
                                : Registers.all().get(random.nextInt(Registers.all().size()));
                written.add(fill(writer, holder, i, register, random));
            }
            BlockWriter block = new BlockWriter(definition);
            block.add(writer);
            BlockWriter copy = new BlockWriter(definition);
            List<Map<String, Long>> read = new ArrayList<>();
            new BlockWalker(Editions.none().with(definition))
                    .walk(
                            block.toBytes(),
                            record -> {
                                for (int i = 0; i < record.count(holder); i++) {
                                    read.add(read(record, holder, i));
                                    assertThat(record.find(holder, record.register(holder, i)))
                                            .isBetween(0, i);
                                }
                                copy.add(new RecordWriter(definition).copy(record));
                            });
            assertThat(read).as("round %d", round).isEqualTo(written);
            assertThat(copy.toBytes()).isEqualTo(block.toBytes());
        }
    }

    private static Map<String, Long> fill(
            RecordWriter writer, Field holder, int index, Item register, SplittableRandom random) {
        Map<String, Long> written = new TreeMap<>();
        Map<Field, Long> raws = new HashMap<>();
        for (Field field : register.fields()) {
            Field selector = field.selector;
            Long chosen = selector == null ? null : raws.get(selector);
            if (selector != null && (chosen == null || chosen != field.selectorValue)) {
                continue;
            }
            long raw = random.nextLong();
            raw = field.signed ? raw >> (64 - field.bits) : raw >>> (64 - field.bits);
            Long absent = field.content().absent();
            if (absent != null && raw == absent) {
                raw ^= 1;
            }
            writer.raw(holder, index, field, raw);
            raws.put(field, raw);
            written.put(field.path(), raw);
        }
        return written;
    }

    private static Map<String, Long> read(RecordView record, Field holder, int index) {
        Map<String, Long> read = new TreeMap<>();
        for (Item register : Registers.all()) {
            for (Field field : register.fields()) {
                if (record.has(holder, index, field)) {
                    long raw = record.raw(holder, index, field);
                    read.put(field.path(), raw);
                    assertThat(record.value(holder, index, field)).isEqualTo(field.scale(raw));
                    assertThat(record.text(holder, index, field))
                            .isEqualTo(FieldText.of(field, raw));
                } else {
                    assertThat(record.value(holder, index, field)).isNaN();
                }
            }
        }
        return read;
    }

    @Test
    void shouldWriteScaledValuesAndRefuseWhatDoesNotFit() {
        Definition radar = Definitions.newest(48);
        Field registers = radar.field("250/MBDATA");
        RecordWriter writer = new RecordWriter(radar);
        writer.value(registers, 0, Registers.field("4.0/MCP"), 3008)
                .value(registers, 0, Registers.field("4.0/FMS"), 3008)
                .value(registers, 0, Registers.field("4.0/BPS"), 1020)
                .text(registers, 1, Registers.field("2.0/ID"), "KLM1017")
                .text(registers, 1, Registers.field("2.0/BDS"), "20")
                .raw(radar.field("260"), 0, Registers.field("3.0/BDS"), 0x30);
        BlockWriter block = new BlockWriter(radar);
        block.add(writer);
        String json = Collector.jsonOf(Editions.newest(), block.toBytes()).json.getFirst();
        assertThat(json)
                .contains("\"MBDATA\":\"85E42F31300000\",\"BDS1\":4,\"BDS2\":0")
                .contains("\"register\":{\"MCPS\":1,\"MCP\":3008,\"FMSS\":1,\"FMS\":3008,")
                .contains("\"BPSS\":1,\"BPS\":1020,")
                .contains("\"MBDATA\":\"202CC371C31DE0\",\"BDS1\":2,\"BDS2\":0")
                .contains("\"260\":{\"raw\":\"30000000000000\",\"register\":{\"BDS\":\"30\",");
        assertThatThrownBy(() -> writer.raw(registers, 0, Registers.field("4.0/SRC"), 4))
                .hasMessageContaining("2 bits");
        assertThatThrownBy(() -> writer.raw(radar.field("260"), 0, Registers.field("4.0/SRC"), 1))
                .hasMessageContaining("holds no");
        assertThatThrownBy(() -> writer.raw(radar.field("140"), 0, Registers.field("4.0/SRC"), 1))
                .hasMessageContaining("holds no");
        assertThatThrownBy(() -> writer.raw(registers, 0, radar.field("140"), 1))
                .hasMessageContaining("holds no");
    }

    /** What aircraft say of themselves agrees with what the radar measured. */
    @Test
    void shouldAgreeWithTheRadarsOwnTrackWhenTheFileIsBarcelona() {
        Definition radar = Definitions.newest(48);
        Field registers = radar.field("250/MBDATA");
        Field speed = radar.field("200/GSP");
        Field heading = radar.field("200/HDG");
        Field level = radar.field("090/FL");
        Map<String, List<Double>> differences = new TreeMap<>();
        int[] counts = new int[256];
        double[] mach = {9, -9};
        new BlockWalker(Editions.newest())
                .walk(
                        Recordings.bytes("bcn-20230502/ssr_modes_cat048.ast"),
                        record -> {
                            for (int i = 0; i < record.count(registers); i++) {
                                counts[record.register(registers, i)]++;
                            }
                            int at = record.find(registers, 0x50);
                            double knots = record.value(speed) * 3600;
                            compare(
                                    differences,
                                    "speed",
                                    record.value(registers, at, Registers.field("5.0/GS")) - knots);
                            compare(
                                    differences,
                                    "track",
                                    turn(
                                            record.value(registers, at, Registers.field("5.0/TTA"))
                                                    - record.value(heading)));
                            at = record.find(registers, 0x60);
                            compare(
                                    differences,
                                    "heading",
                                    turn(
                                            record.value(registers, at, Registers.field("6.0/HDG"))
                                                    - record.value(heading)));
                            double number =
                                    record.value(registers, at, Registers.field("6.0/MACH"));
                            if (record.value(level) > 100 && number > 0) {
                                mach[0] = Math.min(mach[0], number);
                                mach[1] = Math.max(mach[1], number);
                            }
                            boolean level0 =
                                    Math.abs(
                                                    record.value(
                                                            registers,
                                                            at,
                                                            Registers.field("6.0/BAR")))
                                            < 100;
                            at = record.find(registers, 0x40);
                            if (level0 && record.value(level) > 100) {
                                compare(
                                        differences,
                                        "selected altitude",
                                        record.value(registers, at, Registers.field("4.0/MCP"))
                                                - record.value(level) * 100);
                            }
                        });
        assertThat(counts[0x10]).isEqualTo(3063);
        assertThat(counts[0x40]).isEqualTo(39244);
        assertThat(counts[0x50]).isEqualTo(9778);
        assertThat(counts[0x60]).isEqualTo(38943);
        assertThat(mach[0]).isBetween(0.2, 0.6);
        assertThat(mach[1]).isBetween(0.7, 0.95);
        assertThat(middle(differences, "speed")).isLessThan(6);
        assertThat(middle(differences, "track")).isLessThan(1.5);
        assertThat(middle(differences, "heading")).isLessThan(6);
        assertThat(middle(differences, "selected altitude")).isLessThan(60);
    }

    private static double turn(double degrees) {
        return Math.IEEEremainder(degrees, 360);
    }

    private static void compare(Map<String, List<Double>> all, String what, double difference) {
        if (!Double.isNaN(difference)) {
            all.computeIfAbsent(what, w -> new ArrayList<>()).add(Math.abs(difference));
        }
    }

    private static double middle(Map<String, List<Double>> all, String what) {
        List<Double> sorted = all.getOrDefault(what, List.of()).stream().sorted().toList();
        assertThat(sorted).as(what).hasSizeGreaterThan(5000);
        return sorted.get(sorted.size() / 2);
    }
}
