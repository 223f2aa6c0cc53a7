package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    private static final Definition RADAR = Definitions.newest(48);

    /** Walks one block that holds one record. */
    private static void record(Definition definition, String hex, Consumer<RecordView> check) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        AtomicInteger records = new AtomicInteger();
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        data,
                        new RecordHandler() {
                            @Override
                            public void record(RecordView record) {
                                records.incrementAndGet();
                                check.accept(record);
                            }

                            @Override
                            public void fault(Fault fault) {
                                throw new AssertionError(fault);
                            }
                        });
        assertThat(records).hasValue(1);
    }

    @Test
    void shouldReadEveryKindOfFieldWhenTheRecordIsARadarPlot() {
        // 010 140 020 040 070 090 130 | 220 240 250 161 . . 170 | 210
        String record =
                "ff f3 80"
                        + " 19 c9" // 010
                        + " 2a 30 40" // 140
                        + " a1 09 02" // 020, three extents
                        + " 0a 80 40 00" // 040
                        + " 2f ff" // 070
                        + " 3f fc" // 090, -1 FL
                        + " b0 04 7f f0" // 130: SRL, SAM, PRL
                        + " 3c 65 9a" // 220
                        + " 05 71 31 ca 06 20" // 240
                        + " 02 11223344556677 40 8899aabbccddee 51" // 250
                        + " 0f ff" // 161
                        + " 10" // 170
                        + " 80 01 02 03"; // 210
        record(
                RADAR,
                "30 00 " + length(record) + record,
                view -> {
                    assertThat(view.category()).isEqualTo(48);
                    assertThat(view.definition()).isSameAs(RADAR);
                    assertThat(view.offset()).isEqualTo(3);
                    assertThat(view.blockOffset()).isZero();
                    assertThat(view.length()).isEqualTo(view.data().length - 3);
                    assertThat(raw(view, "010/SAC")).isEqualTo(25);
                    assertThat(raw(view, "010/SIC")).isEqualTo(201);
                    assertThat(value(view, "140")).isEqualTo(0x2a3040 / 128.0);
                    assertThat(raw(view, "020/TYP")).isEqualTo(5);
                    assertThat(RADAR.field("020/TYP").label(5)).isEqualTo("roll-call");
                    assertThat(raw(view, "020/ME")).isZero();
                    assertThat(raw(view, "020/MI")).isEqualTo(1);
                    assertThat(view.has(RADAR.field("020/ADSB/EP"))).isTrue();
                    assertThat(view.has(RADAR.field("020/ACASXV/EP"))).isFalse();
                    assertThat(raw(view, "020/ACASXV/EP")).isZero();
                    assertThat(value(view, "040/RHO")).isEqualTo(10.5);
                    assertThat(value(view, "040/THETA")).isEqualTo(90.0);
                    assertThat(view.text(RADAR.field("070/MODE3A"))).isEqualTo("7777");
                    assertThat(raw(view, "070/L")).isEqualTo(1);
                    assertThat(value(view, "090/FL")).isEqualTo(-1.0);
                    assertThat(value(view, "130/SRL")).isCloseTo(0.176, within(0.001));
                    assertThat(view.has(RADAR.item("130/SRR"))).isFalse();
                    assertThat(value(view, "130/SAM")).isEqualTo(127);
                    assertThat(value(view, "130/SRR")).isNaN();
                    assertThat(view.text(RADAR.field("220"))).isEqualTo("3C659A");
                    assertThat(view.text(RADAR.field("240"))).isEqualTo("AWD12 X");
                    assertThat(view.count(RADAR.item("250"))).isEqualTo(2);
                    assertThat(view.raw(RADAR.field("250/BDS1"), 0)).isEqualTo(4);
                    assertThat(view.raw(RADAR.field("250/BDS2"), 1)).isEqualTo(1);
                    assertThat(view.text(RADAR.field("250/MBDATA"), 1)).isEqualTo("8899AABBCCDDEE");
                    assertThat(view.raw(RADAR.field("250/BDS1"), 2)).isZero();
                    assertThat(view.raw(RADAR.field("250/BDS1"), -1)).isZero();
                    assertThat(view.count(RADAR.field("250/BDS1"))).isEqualTo(2);
                    assertThat(view.count(RADAR.item("030"))).isZero();
                    assertThat(view.count(RADAR.field("140"))).isEqualTo(1);
                    assertThat(raw(view, "161/TRN")).isEqualTo(4095);
                    assertThat(value(view, "210/SIGX")).isEqualTo(1.0);
                    assertThat(view.size(RADAR.item("210"))).isEqualTo(4);
                    assertThat(view.start(RADAR.item("210"))).isEqualTo(view.data().length - 4);
                    assertThat(view.start(RADAR.item("RE"))).isEqualTo(-1);
                    assertThat(view.size(RADAR.item("RE"))).isZero();
                });
    }

    private static String length(String record) {
        return String.format("%02x", record.replace(" ", "").length() / 2 + 3);
    }

    private static long raw(RecordView view, String path) {
        return view.raw(view.definition().field(path));
    }

    private static double value(RecordView view, String path) {
        return view.value(view.definition().field(path));
    }

    @Test
    void shouldRefuseHandlesWhenTheyBelongToAnotherEdition() {
        Field foreign = Definitions.of(48, "1.27").field("010/SAC");
        record(
                RADAR,
                "30 00 06 80 01 02",
                view ->
                        assertThatThrownBy(() -> view.raw(foreign))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("CAT048 1.27"));
        assertThatThrownBy(() -> new RecordView().definition())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldPassOverExtentsWhenTheyAreOfANewerEdition() {
        // 020 with seven extents and a 042 behind it
        record(
                RADAR,
                "30 00 13 a1 08 01 02 41 01 01 01 01 01 01 00 00 ff 80 00",
                view -> {
                    assertThat(view.undefinedExtents()).isEqualTo(2);
                    assertThat(view.raw(RADAR.field("020/TYP"))).isEqualTo(2);
                    assertThat(view.value(RADAR.field("042/X"))).isEqualTo(255 / 128.0);
                    assertThat(view.value(RADAR.field("042/Y"))).isEqualTo(-256.0);
                });
    }

    @Test
    void shouldChooseTheOrderOfItemsWhenTheCategoryHasSeveral() {
        Definition old = Definitions.newest(1);
        // The third item of a plot is its polar position, of a track its number.
        record(
                old,
                "01 00 0b e0 01 02 00 01 00 80 00",
                view -> {
                    assertThat(view.value(old.field("040/RHO"))).isEqualTo(2.0);
                    assertThat(view.has(old.item("161"))).isFalse();
                });
        record(
                old,
                "01 00 09 e0 01 02 80 01 00",
                view -> {
                    assertThat(view.raw(old.field("161"))).isEqualTo(256);
                    assertThat(view.has(old.item("040"))).isFalse();
                });
    }

    @Test
    void shouldReadItemsInAnyOrderWhenTheyAreLedByTheirNumbers() {
        Definition old = Definitions.newest(2);
        Item sector = old.item("020");
        Item kind = old.item("000");
        // Only the counted sequence: two items, the message type (2) and the sector (3).
        int random = old.firstProfile().randomIndex();
        byte[] presence = new byte[random / 7 + 1];
        for (int i = 0; i < presence.length - 1; i++) {
            presence[i] = 1;
        }
        presence[random / 7] |= (byte) (0x80 >> random % 7);
        String record = HexFormat.of().formatHex(presence) + " 02 03 40 02 01";
        record(
                old,
                "02 00 " + length(record) + record,
                view -> {
                    assertThat(view.has(sector)).isTrue();
                    assertThat(view.value(old.field("020"))).isEqualTo(90.0);
                    assertThat(view.has(kind)).isTrue();
                    assertThat(view.raw(old.field("000"))).isEqualTo(1);
                });
    }

    @Test
    void shouldReadOneOfTwoMeaningsWhenABitTellsWhich() {
        Definition adsb = Definitions.newest(21);
        RecordWriter writer = new RecordWriter(adsb);
        BlockWriter block = new BlockWriter(adsb);
        Field speed = adsb.field("150/AS");
        Field mach = adsb.field("150/MACH");
        block.add(writer.value(mach, 0.78));
        block.add(writer.value(speed, 0.125));
        double[][] found = new double[2][];
        int[] at = {0};
        new BlockWalker(Editions.newest())
                .walk(
                        block.toBytes(),
                        view -> {
                            assertThat(view.has(speed)).isNotEqualTo(view.has(mach));
                            found[at[0]++] = new double[] {view.value(speed), view.value(mach)};
                        });
        assertThat(found[0]).containsExactly(Double.NaN, 0.78);
        assertThat(found[1]).containsExactly(0.125, Double.NaN);
    }

    @Test
    void shouldGiveTheOctetsWhenAnItemIsExplicit() {
        Item reserved = RADAR.item("SP");
        // SP is the last place but one of the fourth presence octet
        record(
                RADAR,
                "30 00 0b 01 01 01 04 04 aa bb cc",
                view -> {
                    assertThat(view.size(reserved)).isEqualTo(3);
                    assertThat(view.data()[view.start(reserved)]).isEqualTo((byte) 0xAA);
                    assertThat(view.count(reserved)).isEqualTo(1);
                });
    }

    /** I010/202 and I010/210 count in quarters, as I020/202 and I020/210 do. */
    @Test
    void shouldReadSpeedInQuartersOfAMetreASecondWhenTheRecordIsASurfaceReport() {
        Definition surface = Definitions.of(10, "1.1");
        record(
                surface,
                "0a 00 0f 81 41 01 10 00 6b 00 28 ff f0 08 fc",
                view -> {
                    assertThat(view.value(surface.field("202/VX"))).isEqualTo(10.0);
                    assertThat(view.value(surface.field("202/VY"))).isEqualTo(-4.0);
                    assertThat(view.value(surface.field("210/AX"))).isEqualTo(2.0);
                    assertThat(view.value(surface.field("210/AY"))).isEqualTo(-1.0);
                });
    }
}
