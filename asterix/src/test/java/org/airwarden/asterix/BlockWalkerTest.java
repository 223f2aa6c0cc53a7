package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockWalkerTest {
    private static final Editions NEWEST = Editions.newest();

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void shouldHandOverEveryRecordWhenBlocksFollowEachOther() {
        Collector found =
                Collector.walk(
                        NEWEST, hex("30 0009 80 0102 80 0304  22 0006 80 0102  30 0006 80 0102"));

        assertThat(found.faults).isEmpty();
        assertThat(found.records).isEqualTo(Map.of(48, 3, 34, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "30, HEADER_CUT, -1, 0, ''",
        "3000, HEADER_CUT, -1, 0, ''",
        "300000, LENGTH_TOO_SMALL, -1, 0, ''",
        "300002, LENGTH_TOO_SMALL, -1, 0, ''",
        "300007800102, LENGTH_BEYOND_DATA, -1, 0, ''",
        "30ffff800102, LENGTH_BEYOND_DATA, -1, 0, ''",
        "ff0006800102, UNKNOWN_CATEGORY, -1, 0, ''",
        "300003, EMPTY_BLOCK, -1, 3, ''",
        "30000400, EMPTY_RECORD, 3, 3, ''",
        "3000060101ff, PRESENCE_CUT, 3, 6, ''",
        "30000701010180, ITEM_CUT, 3, 7, 260",
        "3000080101010180, ITEM_UNDEFINED, 3, 7, ''",
        "300005c001, ITEM_CUT, 3, 4, 010",
        "300007c0010200, ITEM_CUT, 3, 6, 140",
        "300005 2001, ITEM_CUT, 3, 4, 020",
        "3000060120 ff, ITEM_CUT, 3, 5, 250",
        "3000060102 03, ITEM_CUT, 3, 5, 170",
        "300008 01010102 00, ITEM_LENGTH_ZERO, 3, 7, RE",
        "300008 01010102 02, ITEM_CUT, 3, 7, RE",
        "300005 02 01, ITEM_CUT, 3, 4, 130",
        "300006 02 01 01, ITEM_CUT, 3, 4, 130",
        "300008 02 0101 80 00, SUBITEM_UNDEFINED, 3, 6, 130",
        "300006 02 c0 00, ITEM_CUT, 3, 6, 130/SRR",
    })
    void shouldTellWhatAndWhereWhenABlockIsWrong(
            String block, FaultKind kind, int record, int at, String item) {
        byte[] data = hex(block);

        Collector found = Collector.walk(NEWEST, data);

        assertThat(found.records).isEmpty();
        Fault fault = found.faults.getFirst();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.blockOffset()).isZero();
        assertThat(fault.recordOffset()).isEqualTo(record);
        assertThat(fault.at()).isEqualTo(at);
        assertThat(fault.item()).isEqualTo(item);
        assertThat(fault.bytes()).isEqualTo(Arrays.copyOf(data, fault.bytes().length));
        assertThat(fault.rule()).isNotEmpty();
        assertThat(fault.toString()).contains(kind.name(), fault.rule());
    }

    @Test
    void shouldKeepEarlierRecordsAndGoOnWhenARecordIsWrong() {
        byte[] data = hex("30 000a 80 0102 00 80 0304  30 0006 80 0506");

        Collector found = Collector.walk(NEWEST, data);

        assertThat(found.records).isEqualTo(Map.of(48, 2));
        assertThat(found.kinds()).containsExactly(FaultKind.EMPTY_RECORD);
        assertThat(found.faults.getFirst().recordOffset()).isEqualTo(6);
        assertThat(found.faults.getFirst().definition()).isEqualTo(Definitions.newest(48));
        assertThat(found.faults.getFirst().bytes()).isEqualTo(Arrays.copyOf(data, 10));
    }

    @Test
    void shouldGoOnWhenACategoryIsUnknown() {
        Collector found = Collector.walk(NEWEST, hex("fa 0005 1234  30 0006 80 0506"));

        assertThat(found.records).isEqualTo(Map.of(48, 1));
        assertThat(found.kinds()).containsExactly(FaultKind.UNKNOWN_CATEGORY);
        assertThat(found.faults.getFirst().category()).isEqualTo(0xFA);
        assertThat(found.faults.getFirst().bytes()).isEqualTo(hex("fa 0005 1234"));
    }

    @Test
    void shouldFindTheNextBlockWhenALengthIsImpossible() {
        Collector found =
                Collector.walk(
                        NEWEST,
                        hex("30 0006 80 0102  30 0001 80 0304  22 0006 80 0102 22 0006 80 0102"));

        assertThat(found.records).isEqualTo(Map.of(48, 1, 34, 2));
        assertThat(found.kinds()).containsExactly(FaultKind.LENGTH_TOO_SMALL, FaultKind.SKIPPED);
        assertThat(found.faults.get(1).bytes()).isEqualTo(hex("800304"));
        assertThat(found.faults.get(1).blockOffset()).isEqualTo(9);
    }

    @Test
    void shouldTellTheRestWhenNoFurtherBlockStands() {
        Collector found = Collector.walk(NEWEST, hex("30 0006 80 0102  30 00ff 80 0304 05"));

        assertThat(found.records).isEqualTo(Map.of(48, 1));
        assertThat(found.kinds()).containsExactly(FaultKind.LENGTH_BEYOND_DATA, FaultKind.SKIPPED);
        assertThat(found.faults.get(1).bytes()).isEqualTo(hex("80030405"));
    }

    @Test
    void shouldReadWithTheSourcesEditionWhenOneIsSet() {
        Definition old = Definitions.of(21, "0.23");
        Editions editions = NEWEST.with(7, 9, old);
        assertThat(editions.of(21, 7, 9)).isSameAs(old);
        assertThat(editions.of(21, 7, 8)).isSameAs(Definitions.newest(21));
        assertThat(editions.of(21)).isSameAs(Definitions.newest(21));
        assertThat(editions.of(250)).isNull();

        Collector found = Collector.jsonOf(editions, hex("15 0006 80 0709  15 0006 80 0708"));

        assertThat(found.json.get(0)).contains("\"edition\":\"0.23\"");
        assertThat(found.json.get(1)).contains("\"edition\":\"2.7\"");
    }

    @Test
    void shouldReadOnlyTheRangeWhenOneIsGiven() {
        byte[] data = hex("ffff 30 0006 80 0102 ffff");
        Collector found = new Collector();

        new BlockWalker(NEWEST).walk(data, 2, 8, found);

        assertThat(found.faults).isEmpty();
        assertThat(found.records).isEqualTo(Map.of(48, 1));
        assertThatThrownBy(() -> new BlockWalker(NEWEST).walk(data, 2, 99, found))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
