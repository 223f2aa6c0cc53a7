package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.model.Packet;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFileTest {
    private static final RecordingFormat RAW = RecordingFormat.of(Framing.RAW_ASTERIX);

    @TempDir private Path folder;

    /** CAT062: items 010 and 130 in the early draft, 010 and 210 in all later editions. */
    private Path ambiguous() throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            blocks.add(
                    new byte[] {
                        62, 0, 9, (byte) 0x81, (byte) 0x80, 1, 2, (byte) i, (byte) (i * 7)
                    });
        }
        return Files.write(folder.resolve("tracks.ast"), Samples.join(blocks));
    }

    @Test
    void shouldNameTheOptionWhenSeveralEditionsFitWithDifferentMeaning() throws IOException {
        Path file = ambiguous();

        assertThatThrownBy(() -> RecordedFile.examine(file, ReadingOptions.BY_BYTES))
                .isInstanceOfSatisfying(
                        RecordingException.AmbiguousEdition.class,
                        wrong -> {
                            assertThat(wrong.category()).isEqualTo(62);
                            assertThat(wrong.editions()).contains("0.17", "1.21");
                        })
                .hasMessageContaining("--edition 062=");
    }

    @Test
    void shouldReadWithTheEditionThatIsChosen() throws IOException {
        RecordedFile file =
                RecordedFile.examine(ambiguous(), ReadingOptions.BY_BYTES.withEdition("062=0.17"));

        assertThat(file.editions()).containsEntry(62, "0.17");
        assertThat(file.format()).isEqualTo(RAW);
    }

    @Test
    void shouldRefuseEditionsThatAreNotAtHand() {
        assertThatThrownBy(() -> ReadingOptions.BY_BYTES.withEdition("021=9.9"))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("editions are");
        assertThatThrownBy(() -> ReadingOptions.BY_BYTES.withEdition("021"))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("021=0.23");
    }

    @Test
    void shouldAskForTheFormatWhenBytesTellNone() throws IOException {
        Path file = Files.write(folder.resolve("noise"), new byte[4000]);

        assertThatThrownBy(() -> RecordedFile.examine(file, ReadingOptions.BY_BYTES))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("--format");
    }

    @Test
    void shouldPlayDamagedFilesToTheirEnd() throws IOException {
        long seed = 0xDA3A;
        SplittableRandom random = new SplittableRandom(seed);
        for (Framing framing :
                List.of(
                        Framing.RAW_ASTERIX,
                        Framing.BEAST,
                        Framing.SBS,
                        Framing.AVR,
                        Framing.READSB_JSON,
                        Framing.FINAL)) {
            for (int round = 0; round < 12; round++) {
                byte[] bytes = Samples.blocks(200, random.nextLong());
                for (int i = 0; i < 40; i++) {
                    bytes[random.nextInt(bytes.length)] =
                            (byte) "\u001a123{}\"\n\\,*;".charAt(random.nextInt(12));
                }
                Path file = Files.write(folder.resolve("damaged"), bytes);
                RecordingOptions options =
                        new RecordingOptions(
                                ReadingOptions.BY_BYTES
                                        .withFormat(RecordingFormat.of(framing))
                                        .withEdition("048=1.32"),
                                null,
                                null,
                                org.airwarden.model.Origin.RECORDED);
                play(file, options, seed);
            }
        }
    }

    private static void play(Path file, RecordingOptions options, long seed) throws IOException {
        try (Recording recording = Recording.open(List.of(file), options, FaultSink.IGNORE)) {
            PacketDecoder decoder = recording.decoder(FaultSink.IGNORE);
            long before = Time.UNKNOWN;
            Packet packet = recording.next();
            while (packet != null) {
                assertThat(packet.received()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
                before = packet.received();
                decoder.decode(packet, report -> {});
                packet = recording.next();
            }
            assertThat(recording.bytesDone())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(recording.bytesTotal());
        }
    }
}
