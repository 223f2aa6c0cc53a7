package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.airwarden.asterix.Shape.Kind;
import org.airwarden.asterix.Tshark.Datagram;
import org.airwarden.asterix.Tshark.Leaf;
import org.airwarden.asterix.Tshark.Shown;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we write, read by Wireshark: item by item and field by field, in the newest edition that its
 * release 4.0 knows of each category.
 */
class TsharkTest {
    private static final int RECORDS_A_BLOCK = 10;

    /** The categories with the edition that both know. */
    static final List<String> EDITIONS =
            List.of(
                    "001 1.4",
                    "002 1.1",
                    "004 1.12",
                    "008 1.3",
                    "009 2.1",
                    "010 1.1",
                    "011 1.3",
                    "015 1.1",
                    "016 1.0",
                    "018 1.7",
                    "019 1.3",
                    "020 1.10",
                    "021 2.6",
                    "023 1.3",
                    "025 1.5",
                    "032 1.1",
                    "034 1.29",
                    "048 1.31",
                    "062 1.19",
                    "063 1.6",
                    "065 1.5",
                    "240 1.3",
                    "247 1.3");

    /**
     * Signed numbers that Wireshark 4.0 takes for unsigned. The vectors of CAT008 are in two's
     * complement (I008/036, 038 and 050), so is the height of a radar (I034/120), which may stand
     * below the sea, and a flight level (I048/090), which begins at -12 (ICAO Annex 10, volume IV).
     */
    private static final Set<String> UNSIGNED =
            Set.of(
                    "008 036/X",
                    "008 036/Y",
                    "008 038/X1",
                    "008 038/Y1",
                    "008 038/X2",
                    "008 038/Y2",
                    "008 050/X1",
                    "008 050/Y1",
                    "034 120/HGT",
                    "048 090/FL");

    /**
     * Numbers of which Wireshark 4.0 makes a quarter. I010/202 and I010/210 have a step of 0.25 and
     * reach 8192 m/s and 31 m/s2; with the sixteenth that Wireshark takes they would not.
     */
    private static final Set<String> QUARTERED =
            Set.of("010 202/VX", "010 202/VY", "010 210/AX", "010 210/AY");

    /**
     * What Wireshark 4.0 cannot read, and so is not written: tracks of CAT001 (it keeps to the
     * order of plots whatever I001/020 says), the position in I004/170 and 171 (it wants more
     * octets than ten) and their callsigns (it takes characters of six bits for eight), the third
     * extent of I020/020 (edition 1.10 has CF there), second extents of I019/553 (of which it makes
     * nine bits), I032/050 and I062/510 (after whose three octets it loses its way in the record),
     * more than the first extent of I011/170 (the fourth begins a bit early for it), and video of
     * more than 64 bits (which it does not show). I018/031, I032/430, 435 and 460 it shows as
     * numbers where we have characters.
     */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "001 020/TYP=1",
                    "004 170/CPW",
                    "004 171/CPW",
                    "004 170/MS1",
                    "004 171/MS2",
                    "011 170+",
                    "019 553+",
                    "020 020++",
                    "032 050",
                    "032 435",
                    "032 460",
                    "062 510",
                    "240 051",
                    "240 052");

    /** Fields whose names differ, and mean the same. */
    private static final Set<String> NAMES =
            Set.of("004 120/CC/CPC", "010 040/THETA", "021 146/SRC");

    @TempDir private Path folder;

    private final Map<String, String> differences = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int records;
    private int items;
    private int fields;

    @Test
    void shouldBeReadAlikeByWiresharkWhenAFewRecordsOfEachCategoryAreWritten() throws IOException {
        compareWritten(all(), 60);
    }

    @ParameterizedTest
    @Tag("slow")
    @FieldSource("EDITIONS")
    void shouldBeReadAlikeByWiresharkWhenTenThousandRecordsAreWritten(String edition)
            throws IOException {
        compareWritten(List.of(definition(edition)), 10_000);
    }

    private static Definition definition(String edition) {
        return Definitions.of(Integer.parseInt(edition.substring(0, 3)), edition.substring(4));
    }

    @Test
    void shouldReadRecordingsAsWiresharkDoes() throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (String vector :
                List.of(
                        "001ed1.1",
                        "001ed1.1_sacsic_propagation",
                        "002ed1.0",
                        "004ed1.4",
                        "010ed0.31",
                        "019ed1.3",
                        "020ed1.5",
                        "021ed2.1",
                        "034ed1.26",
                        "048ed1.15",
                        "048ed1.23",
                        "062ed1.12",
                        "062ed1.16",
                        "063ed1.0",
                        "065ed1.3",
                        "247ed1.2")) {
            split(Recordings.bytes("jasterix-vectors/cat" + vector + ".bin"), blocks);
        }
        for (String file :
                List.of("cat034.raw", "cat048.raw", "cat062cat065.raw", "cat21_re.ast")) {
            split(Recordings.bytes("croatiacontrol-asterix/" + file), blocks);
        }
        for (String file : List.of("cat_034_048.pcap", "cat_062_065.pcap")) {
            for (byte[] datagram :
                    Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/" + file))) {
                split(datagram, blocks);
            }
        }
        compare("small recordings", all(), blocks);

        assertThat(records).isGreaterThan(170);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "alicante-adsb/adsb_cat021_ed2_first4000.ast",
                "bcn-20230502/ssr_modes_cat048.ast",
                "lebl-20160510/mlat_cat020_cat019.ast",
                "lebl-20160510/smr_cat010.ast",
                "jahorina/Jahorina.raw",
                "reader-network/068test_rrd3.gps"
            })
    void shouldReadLongRecordingsAsWiresharkDoes(String file) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        byte[] bytes = Recordings.bytes(file);
        split(file.endsWith(".gps") ? Recordings.withoutRecorderFrames(bytes) : bytes, blocks);

        compare(file, all(), blocks);
    }

    private static List<Definition> all() {
        return EDITIONS.stream().map(TsharkTest::definition).toList();
    }

    private static void split(byte[] data, List<byte[]> blocks) {
        int at = 0;
        while (at + 3 <= data.length) {
            int length = (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF);
            blocks.add(Arrays.copyOfRange(data, at, at + length));
            at += length;
        }
    }

    private void compareWritten(List<Definition> definitions, int each) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (Definition definition : definitions) {
            write(definition, each, blocks);
        }
        String what = definitions.size() == 1 ? definitions.getFirst() + "" : "all categories";

        compare(what, definitions, blocks);

        assertThat(records).isEqualTo(definitions.size() * each);
    }

    private void compare(String what, List<Definition> definitions, List<byte[]> blocks)
            throws IOException {
        Path program = Tshark.find().orElse(null);
        if (program == null) {
            System.err.println("SKIPPED: no tshark, so nobody else has read what we write");
            Assumptions.abort("no tshark");
        }
        List<String> preferences = new ArrayList<>();
        Editions editions = Editions.none();
        for (Definition definition : definitions) {
            editions = editions.with(definition);
            preferences.add(
                    String.format(
                            "asterix.i%03d_version:Version %s",
                            definition.category(), definition.edition()));
        }
        Deque<List<Map<String, Own>>> expected = new ArrayDeque<>();
        List<byte[]> taken = new ArrayList<>();
        BlockWalker walker = new BlockWalker(editions);
        int[] leftOut = {0};
        for (byte[] block : blocks) {
            List<Map<String, Own>> own = new ArrayList<>();
            boolean[] whole = {true};
            walker.walk(
                    block,
                    record -> {
                        whole[0] &= !leftOut(record);
                        own.add(values(record));
                    });
            if (whole[0] && !own.isEmpty()) {
                expected.add(own);
                taken.add(block);
            } else {
                leftOut[0]++;
            }
        }
        Path capture = folder.resolve("records.pcap");
        Files.write(capture, Tshark.capture(taken));

        Tshark.read(
                program, capture, preferences, datagram -> compare(expected.remove(), datagram));

        System.out.printf(
                "tshark: %s: %d records, %d items, %d fields, %d differences, %d blocks left out%n",
                what,
                records,
                items,
                fields,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                leftOut[0]);
        assertThat(differences).as("%s", counts).isEmpty();
        assertThat(expected).isEmpty();
    }

    /** Whether the record has something of {@link #LEFT_OUT}. */
    private static boolean leftOut(RecordView record) {
        Definition definition = record.definition();
        String category = category(definition);
        Field selector = definition.selector;
        if (selector != null
                && LEFT_OUT.contains(category + selector.path() + "=" + record.raw(selector))) {
            return true;
        }
        for (Item item : definition.allItems()) {
            if (record.has(item)) {
                String path = category + item.path();
                boolean extended = item.shape() instanceof Shape.Extended;
                int one = extended ? item.extentEnds[0] : item.octets;
                int two = item.extentEnds.length > 1 ? item.extentEnds[1] : one;
                if (LEFT_OUT.contains(path)
                        || (record.size(item) > one && LEFT_OUT.contains(path + "+"))
                        || (record.size(item) > two && LEFT_OUT.contains(path + "++"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void write(Definition definition, int records, List<byte[]> blocks) {
        long seed = 20261121L + definition.toString().hashCode();
        String category = category(definition);
        RandomRecords random =
                new RandomRecords(
                        new SplittableRandom(seed), path -> LEFT_OUT.contains(category + path));
        RecordWriter writer = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        for (int i = 0; i < records; i++) {
            random.fill(writer);
            assertThat(block.add(writer)).isTrue();
            if (block.records() == RECORDS_A_BLOCK || i == records - 1) {
                blocks.add(block.toBytes());
                block.clear();
            }
        }
    }

    private record Value(Field field, long raw, double value, String text) {}

    /** An item of ours: its octets with all that belongs to it, and its fields. */
    private record Own(Item item, int size, List<Value> values) {}

    /** The fields of each item that the record has, both in the order of the wire. */
    private static Map<String, Own> values(RecordView record) {
        Map<String, Own> values = new LinkedHashMap<>();
        Field selector = record.definition().selector;
        Definition.Profile profile =
                selector == null
                        ? record.definition().firstProfile()
                        : record.definition().profile(record.raw(selector));
        for (Item item : profile.items()) {
            if (item != null && record.has(item)) {
                List<Value> own = new ArrayList<>();
                collect(record, item, own);
                values.put(item.name(), new Own(item, octets(record, item), own));
            }
        }
        return values;
    }

    private static int octets(RecordView record, Item item) {
        int before = item.shape() instanceof Shape.Explicit ? 1 : item.countOctets;
        return before + record.size(item);
    }

    private static void collect(RecordView record, Item item, List<Value> values) {
        for (Item child : item.subitems()) {
            if (record.has(child)) {
                collect(record, child, values);
            }
        }
        for (int i = 0; i < record.count(item); i++) {
            for (Field field : item.fields()) {
                if (record.has(field, i)) {
                    values.add(
                            new Value(
                                    field,
                                    record.raw(field, i),
                                    record.value(field, i),
                                    record.text(field, i)));
                }
            }
        }
    }

    private void compare(List<Map<String, Own>> ours, Datagram datagram) {
        if (!datagram.complaints().isEmpty() || ours.size() != datagram.records().size()) {
            String category = ours.getFirst().values().iterator().next().item().definition() + " ";
            differ(category + datagram.complaints(), ours + " / " + datagram);
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            records++;
            compare(ours.get(i), datagram.records().get(i));
        }
    }

    private void compare(Map<String, Own> ours, List<Shown> theirs) {
        List<String> names = theirs.stream().map(shown -> path(shown.name())).toList();
        if (!List.copyOf(ours.keySet()).equals(names)) {
            differ("items", ours.keySet() + " / " + theirs);
            return;
        }
        for (Shown shown : theirs) {
            items++;
            Own own = ours.get(path(shown.name()));
            if (own != null) {
                compare(own, shown);
            }
        }
    }

    private void compare(Own own, Shown shown) {
        if (own.size() != shown.size()) {
            differ(shown.name() + " size", own + " / " + shown);
        }
        if (own.item().shape() instanceof Shape.Explicit) {
            return;
        }
        Deque<Value> values = new ArrayDeque<>(own.values());
        for (Leaf leaf : shown.leaves()) {
            if (values.isEmpty()) {
                differ(shown.name() + " fields", own + " / " + shown);
                return;
            }
            Value first = values.remove();
            List<Value> parts = new ArrayList<>(List.of(first));
            // Some fields, such as a bit of validity and what is valid, are one in its eyes.
            String whole = path(leaf.name()).replaceFirst("_VALUE$", "") + "_";
            if (wireshark(first.field()).startsWith(whole)) {
                int bits = first.field().bits();
                while (bits < leaf.bits() && !values.isEmpty()) {
                    Value part = values.remove();
                    parts.add(part);
                    bits += part.field().bits();
                }
            }
            fields += parts.size();
            if (parts.size() == 1) {
                compare(first, leaf);
            } else if (!octets(parts).equals(octets(leaf))) {
                differ(leaf.name() + " value", parts + " / " + leaf);
            }
        }
        // Of a chain it prints the first element only; its size tells that it saw the others.
        if (!values.isEmpty() && !(own.item().shape() instanceof Shape.Chained)) {
            differ(shown.name() + " fields", own + " / " + shown);
        }
    }

    private static String wireshark(Field field) {
        return field.path().replace('/', '_');
    }

    private static BigInteger octets(List<Value> parts) {
        BigInteger all = BigInteger.ZERO;
        for (Value part : parts) {
            int bits = part.field().bits();
            all = all.shiftLeft(bits).or(unsigned(part.raw(), bits));
        }
        return all;
    }

    private static BigInteger octets(Leaf leaf) {
        return new BigInteger(leaf.value(), 16);
    }

    private static BigInteger unsigned(long raw, int bits) {
        return BigInteger.valueOf(raw).and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    private void compare(Value ours, Leaf leaf) {
        String path = wireshark(ours.field());
        String theirs = path(leaf.name());
        boolean named =
                theirs.equals(path)
                        || (ours.field().name().isEmpty() && theirs.startsWith(path + "_"));
        if (!named && ours.field().selector == null && !NAMES.contains(name(ours.field()))) {
            differ(leaf.name() + " named", ours.field().path());
        }
        if (!equal(ours, leaf)) {
            differ(leaf.name() + " value", ours + " / " + leaf);
        }
    }

    private static boolean equal(Value ours, Leaf leaf) {
        Field field = ours.field();
        Kind kind = field.content().kind();
        String show = leaf.show();
        BigInteger bits = unsigned(ours.raw(), field.bits());
        if (show.startsWith("0x")) {
            // Signed numbers without unit and scale come in hexadecimal as well.
            return bits.equals(new BigInteger(show.substring(2), 16));
        }
        if (kind == Kind.ASCII || kind == Kind.ICAO) {
            // Where a text has a character that cannot be shown, each has a sign of its own.
            return shown(ours.text()).equals(shown(show));
        }
        if (kind == Kind.HEX || kind == Kind.OCTAL) {
            return bits.equals(new BigInteger(show));
        }
        String name = name(field);
        double scaled = field.selector == null ? ours.value() : ours.raw();
        if (UNSIGNED.contains(name)) {
            scaled = field.scale(bits.longValueExact());
        } else if (QUARTERED.contains(name)) {
            scaled /= 4;
        }
        if (!show.matches("-?[0-9.]+(e[-+]?\\d+)?")) {
            return false;
        }
        return Math.abs(Double.parseDouble(show) - scaled) <= Math.abs(field.scale(1)) * 1e-3;
    }

    private static String shown(String text) {
        return text.replaceAll("[^ -~]", " ").strip();
    }

    private static String name(Field field) {
        return category(field.item().definition()) + field.path();
    }

    private static String category(Definition definition) {
        return String.format("%03d ", definition.category());
    }

    /** {@code 048_V1_27_040_RHO} is {@code 040_RHO}. */
    private static String path(String name) {
        return name.replaceFirst("^\\d{3}_(V\\d+_\\d+_)?", "");
    }

    private void differ(String what, String how) {
        counts.merge(what, 1, Integer::sum);
        differences.putIfAbsent(what, how);
    }
}
