package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    private final Definition radar = Definitions.newest(48);
    private final RecordWriter writer = new RecordWriter(radar);
    private final BlockWriter block = new BlockWriter(radar);

    private String hex() {
        block.clear();
        assertThat(block.add(writer)).isTrue();
        return HexFormat.of().formatHex(block.toBytes());
    }

    @Test
    void shouldWriteTheOctetsOfTheStandardWhenAPlotIsBuilt() {
        writer.raw(radar.field("010/SAC"), 25)
                .raw(radar.field("010/SIC"), 201)
                .value(radar.field("040/RHO"), 10.5)
                .value(radar.field("040/THETA"), 90)
                .text(radar.field("070/MODE3A"), "7654")
                .text(radar.field("240"), "AB12");

        assertThat(hex())
                .isEqualTo("300013" + "9940" + "19c9" + "0a804000" + "0fac" + "042c72820820");
        assertThat(block.length()).isEqualTo(0x13);
    }

    @Test
    void shouldSetExtensionBitsWhenALaterExtentIsWritten() {
        writer.raw(radar.field("020/TYP"), 5);
        assertThat(hex()).isEqualTo("30000520a0");
        writer.raw(radar.field("020/MI"), 1);
        assertThat(hex()).isEqualTo("30000620a108");
        writer.raw(radar.field("020/PAI/VAL"), 1);
        assertThat(hex()).isEqualTo("30000720a10904");
    }

    @Test
    void shouldCountElementsWhenAnItemRepeats() {
        writer.raw(radar.field("250/BDS1"), 1, 6);
        assertThat(hex())
                .isEqualTo("300016" + "0120" + "02" + "0".repeat(16) + "0".repeat(14) + "60");

        writer.clear().raw(radar.field("030"), 2, 7);
        assertThat(hex()).isEqualTo("300009" + "010140" + "01010e");
    }

    @Test
    void shouldForgetWhenCleared() {
        writer.raw(radar.field("010/SAC"), 255).raw(radar.field("130/SRR"), 3);
        writer.clear(radar.item("130"));
        assertThat(hex()).isEqualTo("300006" + "80" + "ff00");
        writer.clear().raw(radar.field("010/SIC"), 1);
        assertThat(hex()).isEqualTo("300006" + "80" + "0001");
    }

    @Test
    void shouldRoundToTheNearestStepWhenAValueLiesBetween() {
        Field level = radar.field("090/FL");
        writer.value(level, 100.13);
        assertThat(hex()).isEqualTo("300006" + "04" + "0191");
        writer.value(level, -0.3);
        assertThat(hex()).isEqualTo("300006" + "04" + "3fff");
    }

    @Test
    void shouldRefuseWhenSomethingDoesNotFit() {
        Field level = radar.field("090/FL");
        Field sac = radar.field("010/SAC");
        assertThatThrownBy(() -> writer.value(level, 2048)).hasMessageContaining("090/FL");
        assertThatThrownBy(() -> writer.value(level, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> writer.value(level, 1e300)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> writer.raw(sac, 256)).hasMessageContaining("8 bits");
        assertThatThrownBy(() -> writer.raw(sac, -1)).hasMessageContaining("8 bits");
        assertThatThrownBy(() -> writer.raw(sac, 1, 0)).hasMessageContaining("no element 1");
        assertThatThrownBy(() -> writer.text(radar.field("240"), "TOOLONG12"))
                .hasMessageContaining("8 characters");
        assertThatThrownBy(() -> writer.text(radar.field("240"), "abc"))
                .hasMessageContaining("cannot hold");
        assertThatThrownBy(() -> writer.text(radar.field("070/MODE3A"), "7778"))
                .hasMessageContaining("cannot hold");
        assertThatThrownBy(() -> writer.text(sac, "1")).hasMessageContaining("number");
        assertThatThrownBy(() -> writer.bytes(radar.item("010"), new byte[2], 0, 2))
                .hasMessageContaining("010");
        assertThatThrownBy(() -> writer.bytes(radar.item("SP"), new byte[255], 0, 255))
                .hasMessageContaining("255");
        assertThatThrownBy(() -> writer.raw(Definitions.newest(34).field("010/SAC"), 1))
                .hasMessageContaining("CAT034");
        assertThatThrownBy(() -> new BlockWriter(Definitions.newest(34)).add(writer))
                .hasMessageContaining("CAT048");
        assertThatThrownBy(() -> new BlockWriter(radar, 3)).hasMessageContaining("3 octets");
        writer.clear();
        assertThatThrownBy(() -> block.add(writer)).isInstanceOf(IllegalStateException.class);
        writer.raw(radar.field("250/BDS1"), 255, 1);
        assertThatThrownBy(() -> block.add(writer)).hasMessageContaining("256 elements");
    }

    @Test
    void shouldRefuseWhenAnItemHasNoPlaceInTheOrder() {
        Definition old = Definitions.newest(1);
        RecordWriter plot = new RecordWriter(old);
        plot.raw(old.field("020/TYP"), 0).raw(old.field("161"), 5);
        assertThatThrownBy(() -> new BlockWriter(old).add(plot))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no place");
    }

    @Test
    void shouldSayNoWhenTheBlockIsFull() {
        BlockWriter small = new BlockWriter(radar, 10);
        writer.raw(radar.field("010/SAC"), 1);
        assertThat(small.add(writer)).isTrue();
        assertThat(small.add(writer)).isTrue();
        assertThat(small.add(writer)).isFalse();
        assertThat(small.records()).isEqualTo(2);
        assertThat(small.length()).isEqualTo(9);
        assertThat(small.toBytes()).containsExactly(48, 0, 9, 0x80, 1, 0, 0x80, 1, 0);

        BlockWriter large = new BlockWriter(radar);
        int added = 0;
        while (large.add(writer)) {
            added++;
        }
        assertThat(added).isEqualTo((65535 - 3) / 3);
        assertThat(large.length()).isEqualTo(65535);
        assertThat(large.clear().length()).isEqualTo(3);
        assertThat(large.records()).isZero();
    }
}
