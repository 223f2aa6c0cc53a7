package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated classes say what {@link RecordView} says, whatever the bytes. */
class TypedRecordTest {
    private static final int RECORDS = 60;

    static Stream<Arguments> editions() {
        return TypedClass.all().stream()
                .flatMap(each ->
                        each.editions().stream().map(edition -> Arguments.of(each, edition)));
    }

    private static byte[] record(RandomRecords random, RecordWriter writer) {
        random.fill(writer);
        BlockWriter block = new BlockWriter(writer.definition());
        block.add(writer);
        byte[] bytes = block.toBytes();
        return java.util.Arrays.copyOfRange(bytes, BlockWalker.HEADER, bytes.length);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void shouldAgreeWithTheGenericReaderWhenRecordsAreRandomCutOrDamaged(
            TypedClass owner, Definition edition) throws Throwable {
        long seed = 48_062L + edition.toString().hashCode();
        SplittableRandom random = new SplittableRandom(seed);
        RandomRecords records = new RandomRecords(random.split());
        RecordWriter writer = new RecordWriter(edition);
        RecordView view = new RecordView();
        TypedReader typed = new TypedReader(owner, edition);
        for (int i = 0; i < RECORDS; i++) {
            byte[] record = record(records, writer);
            String what = "seed " + seed + ", record " + i + " ";
            check(typed.compare(view, record, 0, record.length), what, record);
            for (int cut = 0; cut < record.length; cut += 1 + record.length / 40) {
                check(typed.compare(view, record, 0, cut), what + "cut at " + cut, record);
            }
            for (int flips = 0; flips < 40; flips++) {
                int bit = random.nextInt(Math.min(record.length * 8, flips < 20 ? 64 : 1 << 20));
                record[bit >> 3] ^= (byte) (1 << (bit & 7));
                check(typed.compare(view, record, 0, record.length), what + "flip " + bit, record);
                if (flips % 3 != 0) {
                    record[bit >> 3] ^= (byte) (1 << (bit & 7));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void shouldAgreeWithTheGenericReaderWhenBytesAreNoise(TypedClass owner, Definition edition)
            throws Throwable {
        SplittableRandom random = new SplittableRandom(21);
        RecordView view = new RecordView();
        TypedReader typed = new TypedReader(owner, edition);
        for (int i = 0; i < 1000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            int from = random.nextInt(noise.length + 1);
            if (noise.length > from + 1 && random.nextBoolean()) {
                noise[from] &= (byte) 0xFE; // short presence bits reach further into the items
            }
            check(typed.compare(view, noise, from, noise.length), "noise " + i, noise);
        }
    }

    private static void check(String difference, String what, byte[] bytes) {
        if (!difference.isEmpty()) {
            throw new AssertionError(
                    what + ": " + difference + ": " + HexFormat.of().formatHex(bytes));
        }
    }

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of("bcn-20230502/ssr_modes_cat048.ast", ""),
                Arguments.of("jahorina/Jahorina.raw", ""),
                Arguments.of("lebl-20160510/mlat_cat010.ast", ""),
                Arguments.of("lebl-20160510/mlat_cat020_cat019.ast", ""),
                Arguments.of("lebl-20160510/adsb_cat021_ed0.23.ast", "0.23"),
                Arguments.of("alicante-adsb/adsb_cat021_ed2_first4000.ast", "2.1"),
                Arguments.of("jade/final_frame_062_065_large_packet_30min.ff", ""));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void shouldAgreeWithTheGenericReaderWhenRecordsAreReal(String file, String edition021)
            throws Throwable {
        byte[] data = Recordings.bytes(file);
        byte[] blocks = file.endsWith(".ff") ? Recordings.withoutFinalFrames(data) : data;
        Editions editions =
                edition021.isEmpty() ? Editions.newest() : Editions.newest().with(21, edition021);
        TypedReader[] readers = new TypedReader[256];
        for (TypedClass each : TypedClass.all()) {
            Definition chosen = editions.of(each.category());
            if (each.editions().contains(chosen)) {
                readers[each.category()] = new TypedReader(each, chosen);
            }
        }
        int[] seen = {0};
        new BlockWalker(editions)
                .walk(
                        blocks,
                        record -> {
                            TypedReader typed = readers[record.category()];
                            try {
                                typed.typed.wrap(record);
                                assertThat(typed.typed.length()).isEqualTo(record.length());
                                if (seen[0] % 8 == 0) { // every length, the fields of some
                                    check(
                                            typed.difference(record),
                                            "at " + record.offset(),
                                            new byte[0]);
                                }
                            } catch (Throwable e) {
                                throw new AssertionError(file + " at " + record.offset(), e);
                            }
                            seen[0]++;
                        });
        assertThat(seen[0]).isGreaterThan(2000);
    }

    @Test
    void shouldRefuseAnEditionWhenItsItemsLieElsewhere() {
        assertThatThrownBy(() -> new Cat021(Definitions.of(21, "0.23")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CAT021 0.23 is none of")
                .hasMessageContaining("2.7");
        assertThatThrownBy(() -> new Cat062(Definitions.newest(48)))
                .isInstanceOf(IllegalArgumentException.class);
        RecordView other = new RecordView();
        byte[] record = {(byte) 0x80, 1, 2};
        other.read(Definitions.of(48, "1.27"), record, 0, 0, record.length);
        assertThatThrownBy(() -> new Cat048().wrap(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CAT048 1.27");
    }

    @Test
    void shouldSayWhenAClassCannotServeAllItsEditions() {
        TypedClass all =
                new TypedClass(
                        "Any",
                        62,
                        Definitions.editions(62).stream().map(e -> Definitions.of(62, e)).toList());
        assertThatThrownBy(() -> TypedSource.of(all))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Any cannot serve all its editions: CAT062 0.17");
    }

    @Test
    void shouldServeEveryEditionWhenTheCategoryHasAClass() {
        TreeSet<String> served = new TreeSet<>();
        TypedClass.all().forEach(each -> each.editions().forEach(e -> served.add(e.toString())));
        TreeSet<String> bundled = new TreeSet<>();
        for (TypedClass each : TypedClass.all()) {
            Definitions.editions(each.category())
                    .forEach(e -> bundled.add(Definitions.of(each.category(), e).toString()));
        }
        // Its items stand neither where those of 0.x do nor where those of 2.x do.
        served.add("CAT021 1.8");
        assertThat(served).isEqualTo(bundled);
    }

    @Test
    void shouldWriteTheSameSourceWhenGeneratedAgain() throws Exception {
        Path built = Path.of("target/generated-sources/typed/org/airwarden/asterix");
        for (TypedClass each : TypedClass.all()) {
            assertThat(Files.readString(built.resolve(each.name() + ".java")))
                    .isEqualTo(TypedSource.of(each));
        }
    }

    @Test
    void shouldRefuseARangeWhenItIsNotInsideTheArray() {
        Cat048 plot = new Cat048();
        assertThatThrownBy(() -> plot.wrap(new byte[4], 2, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plot.wrap(new byte[4], 3, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(plot.has010()).isFalse();
        assertThat(plot.i040Rho()).isNaN();
        assertThat(plot.toString()).isEqualTo("CAT048 1.32, no record");
    }
}
