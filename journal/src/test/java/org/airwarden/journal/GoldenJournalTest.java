package org.airwarden.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.airwarden.journal.JournalEntry.ChangeEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalEntry.QuarantineEntry;
import org.airwarden.journal.JournalEntry.SettingsEntry;
import org.airwarden.journal.JournalEntry.SiteEntry;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.Motion;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.EndReason;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Settings;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.TrackNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every released version's golden file stays readable. When the format changes, a file of the new
 * version is added beside the old ones, whose contents never change: run {@link #main} with the new
 * file's name.
 */
class GoldenJournalTest {
    /** With tracks of version 1, which tell no motion and no accuracy. */
    private static final String FIRST = "golden-0.1.journal";

    /** With tracks of version 2, which tell no free fall and no doubt. */
    private static final String SECOND = "golden-0.1-tracks-2.journal";

    /** With tracks of version 3. */
    private static final String NEWEST = "golden-0.1-tracks-3.journal";

    @TempDir Path directory;

    private static List<JournalEntry> contents(PictureChange change) {
        HexFormat hex = HexFormat.of();
        long start = Samples.START;
        List<JournalEntry> contents = new ArrayList<>();
        contents.add(new SettingsEntry(Settings.standard(start)));
        contents.add(new SiteEntry(Samples.site(start)));
        contents.add(new SourcesEntry(start, false, hex.parseHex("01020304")));
        contents.add(new SnapshotEntry(start, "picture", 1, hex.parseHex("cafe")));
        for (Origin origin : Origin.values()) {
            byte[] bytes = hex.parseHex("22000bf0148102" + "00000000");
            contents.add(new PacketEntry(new Packet(start + 5, 1, origin, bytes)));
        }
        contents.add(
                new QuarantineEntry(
                        new Packet(start + 6, 2, Origin.RECORDED, hex.parseHex("30ffff")),
                        "length 65535 where 3 bytes are"));
        contents.add(new TickEntry(new Tick(start + Time.SECOND)));
        contents.add(new ChangeEntry(change));
        for (EndReason reason : EndReason.values()) {
            contents.add(
                    new ChangeEntry(
                            new TrackEnded(start + Time.SECOND, new TrackNumber(1, 7), reason)));
        }
        List<SensorHealth> healths =
                List.of(
                        SensorHealth.WAITING,
                        SensorHealth.GOOD,
                        SensorHealth.SILENT,
                        SensorHealth.UNPLACED);
        for (SensorHealth health : healths) {
            contents.add(new ChangeEntry(new SensorChanged(start + Time.SECOND, 1, health)));
        }
        contents.add(new SnapshotEntry(start + Time.SECOND, "picture", 1, hex.parseHex("beef")));
        contents.add(
                new PacketEntry(new Packet(start + 2 * Time.SECOND, 1, Origin.RECORDED, NONE)));
        return contents;
    }

    private static PictureChange newest() {
        return Samples.change(
                Samples.START + Time.SECOND,
                new Motion(Motion.Course.CONSTANT, true, Motion.Vertical.CLIMB, true),
                234.5,
                true);
    }

    @Test
    void shouldReadAllWhenTheFileIsOfVersion01() throws IOException {
        long time = Samples.START + Time.SECOND;
        shouldRead(FIRST, contents(Samples.change(time, Motion.UNDETERMINED, Double.NaN)));
    }

    @Test
    void shouldReadAllWhenItsTracksAreOfVersion2() throws IOException {
        shouldRead(SECOND, contents(Samples.change(Samples.START + Time.SECOND)));
    }

    @Test
    void shouldReadAllWhenTheFileIsOfTheNewestVersion() throws IOException {
        shouldRead(NEWEST, contents(newest()));
    }

    private void shouldRead(String name, List<JournalEntry> contents) throws IOException {
        Path file = golden(name);
        JournalReader reader = JournalReader.open(file);

        assertThat(reader.header()).isEqualTo(Samples.HEADER);
        assertThat(reader.damages()).isEmpty();
        assertThat(reader.firstTime()).isEqualTo(Samples.START);
        assertThat(reader.lastTime()).isEqualTo(Samples.START + 2 * Time.SECOND);
        JournalCursor cursor = reader.fromStart();
        assertThat(Samples.rest(cursor)).isEqualTo(contents);
        assertThat(cursor.damages()).isEmpty();
        JournalReader.Seek found = reader.seek(Samples.START + Time.SECOND);
        assertThat(found.snapshot().bytes()).isEqualTo(HexFormat.of().parseHex("beef"));
        assertThat(found.sources().bytes()).isEqualTo(HexFormat.of().parseHex("01020304"));
        assertThat(Samples.rest(found.cursor())).hasSize(1);
    }

    @Test
    void shouldWriteTheSameBytesAsTheGoldenFileWhenTheFormatIsTheSame() throws IOException {
        Samples.write(directory.resolve("now"), Samples.policy(1 << 20), contents(newest()));

        assertThat(Files.readAllBytes(SegmentName.of(directory.resolve("now"), 1)))
                .isEqualTo(Files.readAllBytes(golden(NEWEST)));
    }

    private Path golden(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = GoldenJournalTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static final byte[] NONE = {};

    /** Makes a golden file of the present format. */
    public static void main(String[] arguments) throws IOException {
        Path journal = Files.createTempDirectory("golden");
        Samples.write(journal, Samples.policy(1 << 20), contents(newest()));
        Files.copy(SegmentName.of(journal, 1), Path.of(arguments[0]));
    }
}
