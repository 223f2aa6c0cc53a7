package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records of real recordings, written anew from their values alone, field by field, give the same
 * octets, RE and its subitems included. Those that do not are counted: their senders set bits that
 * the edition leaves unused (021/040 of the Barcelona station), or send extents that it does not
 * know (019/553), and what has no field is not taken over field by field.
 */
class ReencodeTest {
    @ParameterizedTest
    @CsvSource({
        "bcn-20230502/ssr_modes_cat048.ast, 48, '', 44085, 0, 0",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, 21, '', 4000, 0, 0",
        "jade/final_frame_062_065_large_packet_30min.ff, 62, '', 34225, 0, 0",
        "jahorina/Jahorina.raw, 48, '', 2119, 0, 0",
        "lebl-20160510/adsb_cat021_ed0.23.ast, 21, 0.23, 49330, 948, 0",
        "lebl-20160510/mlat_cat020_cat019.ast, 20, '', 77314, 121, 0",
        "lebl-20160510/smr_cat010.ast, 10, '', 77345, 0, 0",
        "croatiacontrol-asterix/cat21_re.ast, 21, '', 2, 0, 0",
        "reader-network/068test_rrd3.gps, 48, '', 2397, 0, 0",
    })
    void shouldGiveTheSameOctetsWhenARecordIsWrittenFromItsValues(
            String file, int category, String edition, int records, int unknown, int other) {
        byte[] data = Recordings.bytes(file);
        if (file.endsWith(".ff")) {
            data = Recordings.withoutFinalFrames(data);
        } else if (file.endsWith(".gps")) {
            data = Recordings.withoutRecorderFrames(data);
        }
        Editions editions = Editions.newest();
        if (!edition.isEmpty()) {
            editions = editions.with(category, edition);
        }
        Reencoder reencoder = new Reencoder();
        new BlockWalker(editions).walk(data, reencoder);

        assertThat(reencoder.faults).isZero();
        assertThat(reencoder.records).isEqualTo(records);
        assertThat(reencoder.unknown).as(reencoder.first).isEqualTo(unknown);
        assertThat(reencoder.other).as(reencoder.first).isEqualTo(other);
    }

    private static final class Reencoder implements RecordHandler {
        private final RecordWriter[] writers = new RecordWriter[256];
        private final BlockWriter[] blocks = new BlockWriter[256];
        private final Validator validator = new Validator();
        private int records;
        private int unknown;
        private int other;
        private int faults;
        private String first = "";

        @Override
        public void record(RecordView record) {
            records++;
            int category = record.category();
            if (writers[category] == null) {
                writers[category] = new RecordWriter(record.definition());
                blocks[category] = new BlockWriter(record.definition());
            }
            RecordWriter writer = writers[category].clear();
            for (Item item : record.definition().allItems()) {
                if (record.has(item)) {
                    write(record, item, writer);
                }
            }
            BlockWriter block = blocks[category].clear();
            block.add(writer);
            byte[] written =
                    Arrays.copyOfRange(block.toBytes(), BlockWalker.HEADER, block.length());
            int from = record.offset();
            if (Arrays.equals(
                    record.data(), from, from + record.length(), written, 0, written.length)) {
                return;
            }
            if (validator.check(record).stream()
                    .anyMatch(finding ->
                            finding.rule() == Finding.Rule.SPARE
                                    || finding.rule() == Finding.Rule.EXTENT)) {
                unknown++;
                first = first.isEmpty() ? validator.check(record).toString() : first;
            } else {
                other++;
                first = first.isEmpty() ? HexView.of(record) : first;
            }
        }

        private static void write(RecordView record, Item item, RecordWriter writer) {
            writer.present(item);
            if (item.kind == Item.EXPLICIT && (!item.expanded || record.misfit(item))) {
                int start = record.start(item);
                writer.bytes(item, record.data(), start, start + record.size(item));
            }
            for (Field field : item.fields()) {
                for (int i = 0; i < record.count(item); i++) {
                    if (record.has(field, i)) {
                        writer.raw(field, i, record.raw(field, i));
                    }
                }
            }
        }

        @Override
        public void fault(Fault fault) {
            faults++;
        }
    }
}
