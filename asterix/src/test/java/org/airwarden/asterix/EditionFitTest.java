package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionFitTest {
    @ParameterizedTest
    @CsvSource({
        "lebl-20160510/adsb_cat021_ed0.23.ast, 21, 0.23",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, 21, 2.7",
        "bcn-20230502/ssr_modes_cat048.ast, 48, 1.32",
        "jahorina/Jahorina.raw, 48, 1.32",
        "jahorina/Jahorina.raw, 34, 1.29",
        "lebl-20160510/smr_cat010.ast, 10, 1.1",
        "lebl-20160510/mlat_cat020_cat019.ast, 20, 1.11",
        "lebl-20160510/mlat_cat020_cat019.ast, 19, 1.3",
        "croatiacontrol-asterix/cat062cat065.raw, 62, 1.21",
        "jasterix-vectors/cat021ed2.1.bin, 21, 2.7",
        "jasterix-vectors/cat021ed0.26.bin, 21, 0.26",
        "jasterix-vectors/cat020ed1.5.bin, 20, 1.11",
        "jasterix-vectors/cat004ed1.4.bin, 4, 1.13",
        "jasterix-vectors/cat010ed0.24_sensis.bin, 10, 0.24-sensis",
        "jasterix-vectors/cat010ed0.31.bin, 10, 1.1",
        "jasterix-vectors/cat030ed7.0.bin, 30, 7.0",
        "jasterix-vectors/cat048ed1.15.bin, 48, 1.32",
        "jasterix-vectors/cat062ed1.12.bin, 62, 1.21",
        "jasterix-vectors/cat065ed1.3.bin, 65, 1.6",
        "jasterix-vectors/cat252ed7.0.bin, 252, 7.0"
    })
    void shouldFindTheEditionWhenARecordingIsGiven(String file, int category, String edition) {
        EditionVerdict verdict = new EditionFit().add(Recordings.bytes(file)).verdict(category);

        assertThat(chosen(verdict)).isEqualTo(Definitions.of(category, edition));
    }

    @Test
    void shouldTellTheDraftFromLaterEditionsWhenTracksComeByDatagram() {
        EditionFit fit = new EditionFit();
        for (byte[] datagram :
                Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/asterix.pcap"))) {
            fit.add(datagram);
        }

        EditionVerdict verdict = fit.verdict(62);

        assertThat(verdict).isInstanceOf(EditionVerdict.Sole.class);
        assertThat(chosen(verdict)).isEqualTo(Definitions.of(62, "0.17"));
        assertThat(verdict.evidence()).hasSize(Definitions.editions(62).size());
        assertThat(verdict.evidence().getFirst())
                .isEqualTo(new EditionEvidence(Definitions.of(62, "0.17"), 100, 0, 100, 0));
        assertThat(verdict.evidence().getLast().faults()).isPositive();
    }

    @Test
    void shouldFindLaterTracksWhenTheFileIsJade() {
        EditionFit fit =
                new EditionFit()
                        .add(
                                Recordings.withoutFinalFrames(
                                        Recordings.bytes(
                                                "jade/final_frame_062_065_large_packet_30min.ff")));

        assertThat(fit.categories()).containsExactly(62, 63, 65);
        assertThat(chosen(fit.verdict(62))).isEqualTo(Definitions.of(62, "1.21"));
        assertThat(fit.applyTo(Editions.newest().with(62, "0.17").with(48, "1.27")).of(62))
                .isEqualTo(Definitions.of(62, "1.21"));
        assertThat(fit.applyTo(Editions.newest().with(48, "1.27")).of(48))
                .isEqualTo(Definitions.of(48, "1.27"));
        assertThat(chosen(fit.verdict(63))).isEqualTo(Definitions.of(63, "1.7"));
        assertThat(chosen(fit.verdict(65))).isEqualTo(Definitions.of(65, "1.6"));
    }

    @Test
    void shouldFindTheEditionWhenBlocksAreWrittenInIt() {
        for (String edition : new String[] {"2.7", "0.26", "0.23"}) {
            Definition definition = Definitions.of(21, edition);
            byte[] blocks = adsb(definition, 50);

            EditionVerdict verdict = new EditionFit().add(blocks).verdict(21);

            assertThat(verdict).isNotInstanceOf(EditionVerdict.Unfit.class);
            assertThat(verdict.evidence().getFirst().definition()).isEqualTo(definition);
        }
    }

    @Test
    void shouldBeUnfitWhenNothingIsKnown() {
        assertThat(new EditionFit().verdict(48)).isInstanceOf(EditionVerdict.Unfit.class);
        EditionFit fit = new EditionFit().add(new byte[] {(byte) 250, 0, 4, 0});
        assertThat(fit.categories()).containsExactly(250);
        assertThat(fit.verdict(250)).isInstanceOf(EditionVerdict.Unfit.class);
    }

    @Test
    void shouldBeUnfitWhenBlocksAreNoise() {
        SplittableRandom random = new SplittableRandom(7);
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            byte[] block = new byte[60];
            random.nextBytes(block);
            block[0] = 48;
            block[1] = 0;
            block[2] = 60;
            noise.writeBytes(block);
        }

        EditionVerdict verdict = new EditionFit().add(noise.toByteArray()).verdict(48);

        assertThat(verdict).isInstanceOf(EditionVerdict.Unfit.class);
    }

    @Test
    void shouldWeighUnusedBitsWhenEditionsDifferInThemOnly() {
        // One bit of the target status is unused in 2.1 and a flag from 2.2 on.
        EditionVerdict set = oneField(Definitions.of(21, "2.2"), "200/ME", 1);
        EditionVerdict clear = oneField(Definitions.of(21, "2.2"), "200/ME", 0);

        assertThat(((EditionVerdict.Alike) set).fitting())
                .doesNotContain(Definitions.of(21, "2.1"))
                .contains(Definitions.of(21, "2.2"));
        assertThat(((EditionVerdict.Alike) clear).fitting()).contains(Definitions.of(21, "2.1"));
    }

    @Test
    void shouldBeAmbiguousWhenTheSameBitsMeanSomethingElse() {
        // A measured height is a signed number since 1.19 and an unsigned one before.
        EditionVerdict below = oneField(Definitions.of(62, "1.21"), "340/HEIGHT", -4);
        EditionVerdict above = oneField(Definitions.of(62, "1.21"), "340/HEIGHT", 400);

        assertThat(below).isInstanceOf(EditionVerdict.Ambiguous.class);
        assertThat(((EditionVerdict.Ambiguous) below).fitting())
                .contains(Definitions.of(62, "1.21"), Definitions.of(62, "1.18"));
        assertThat(above).isInstanceOf(EditionVerdict.Alike.class);
        assertThat(chosen(above)).isEqualTo(Definitions.of(62, "1.21"));
    }

    @Test
    void shouldBeAlikeWhenOnlyTheNewerEditionNamesAValue() {
        EditionVerdict verdict = oneField(Definitions.of(34, "1.29"), "000", 7);

        assertThat(verdict).isInstanceOf(EditionVerdict.Alike.class);
        assertThat(chosen(verdict)).isEqualTo(Definitions.of(34, "1.29"));
        assertThat(((EditionVerdict.Alike) verdict).fitting())
                .contains(Definitions.of(34, "1.28"), Definitions.of(34, "1.26"));
    }

    @Test
    void shouldTellNamesApartWhenAValueThatWasMetHasTwo() {
        EditionTrial first = named("{1 north, 2 east}");
        EditionTrial second = named("{1 north, 2 west}");
        byte[] north = {48, 0, 5, (byte) 0x80, 1};
        byte[] other = {48, 0, 5, (byte) 0x80, 2};

        first.block(north, 0, north.length);
        boolean before = first.namesDiffer(second);
        first.block(other, 0, other.length);

        assertThat(before).isFalse();
        assertThat(first.namesDiffer(second)).isTrue();
        assertThat(first.namesDiffer(named("{1 north}"))).isFalse();
    }

    private static EditionTrial named(String labels) {
        return new EditionTrial(
                Definitions.parse(
                        "test",
                        "category 048 edition 9.9 \"test\"\n000 fixed 8 "
                                + labels
                                + "\nprofile { 000 }\n"));
    }

    @Test
    void shouldGiveAnEditionUpWhenMostBlocksFail() {
        Definition definition = Definitions.newest(48);
        EditionTrial trial = new EditionTrial(definition);
        byte[] cut = {48, 0, 4, (byte) 0x80};
        for (int i = 0; i < 3 * EditionTrial.PATIENCE; i++) {
            trial.block(cut, 0, cut.length);
        }

        assertThat(trial.evidence(definition))
                .isEqualTo(
                        new EditionEvidence(
                                definition, EditionTrial.PATIENCE, EditionTrial.PATIENCE, 0, 0));
    }

    private static EditionVerdict oneField(Definition definition, String path, long raw) {
        RecordWriter record = new RecordWriter(definition);
        record.raw(definition.field("010/SAC"), 1).raw(definition.field("010/SIC"), 2);
        record.raw(definition.field(path), raw);
        BlockWriter block = new BlockWriter(definition);
        block.add(record);
        return new EditionFit().add(block.toBytes()).verdict(definition.category());
    }

    private static byte[] adsb(Definition definition, int records) {
        RecordWriter record = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        boolean old = definition.edition().startsWith("0.");
        for (int i = 0; i < records; i++) {
            record.clear()
                    .raw(definition.field("010/SAC"), 20)
                    .raw(definition.field("010/SIC"), 3)
                    .value(definition.field(old ? "030" : "073"), 40_000 + i)
                    .value(definition.field("130/LAT"), 41.3 + i * 0.01)
                    .value(definition.field("130/LON"), 2.1 - i * 0.01)
                    .value(definition.field("145"), 100 + i)
                    .text(definition.field("170"), "TEST" + i)
                    .raw(definition.field("080"), 0x3C0000 + i);
            block.add(record);
        }
        return block.toBytes();
    }

    private static Definition chosen(EditionVerdict verdict) {
        return switch (verdict) {
            case EditionVerdict.Sole sole -> sole.definition();
            case EditionVerdict.Alike alike -> alike.definition();
            case EditionVerdict.Ambiguous _, EditionVerdict.Unfit _ ->
                    throw new AssertionError(verdict);
        };
    }
}
