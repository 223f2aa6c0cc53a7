package org.airwarden.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.journal.JournalEntry.ChangeEntry;
import org.airwarden.journal.JournalEntry.GapEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalEntry.QuarantineEntry;
import org.airwarden.journal.JournalEntry.SettingsEntry;
import org.airwarden.journal.JournalEntry.SiteEntry;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.Covariance;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Motion;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;
import org.airwarden.model.TrackSource;
import org.airwarden.model.Transponder;

/** Entries and journals for tests. */
final class Samples {
    /** 2026-11-21T00:00:00Z. */
    static final long START = 1_795_219_200L * Time.SECOND;

    static final JournalHeader HEADER =
            new JournalHeader(
                    "0.1.0", "0123456789abcdef".repeat(4), Origin.RECORDED, "a test", true, START);

    private Samples() {}

    /** A policy with segments of a size, and nothing else that cuts in. */
    static JournalPolicy policy(long segmentBytes) {
        return new JournalPolicy(
                segmentBytes,
                Long.MAX_VALUE,
                200 * Time.MILLISECOND,
                Time.SECOND,
                60 * Time.SECOND,
                5 * Time.SECOND,
                0);
    }

    /** Entries of all kinds in the order of their times, some at the same time. */
    static List<JournalEntry> entries(SplittableRandom random, int count) {
        List<JournalEntry> entries = new ArrayList<>();
        long time = START;
        for (int i = 0; i < count; i++) {
            time += random.nextBoolean() ? 0 : random.nextLong(200 * Time.MILLISECOND);
            entries.add(entry(random, time));
        }
        return entries;
    }

    static JournalEntry entry(SplittableRandom random, long time) {
        return switch (random.nextInt(12)) {
            case 0 -> new TickEntry(new Tick(time));
            case 1 -> new SettingsEntry(Settings.standard(time));
            case 2 -> new SiteEntry(site(time));
            case 3 -> new SourcesEntry(time, false, bytes(random, random.nextInt(100)));
            case 4 -> new ChangeEntry(change(time));
            case 5 ->
                    new SnapshotEntry(
                            time, "état", random.nextInt(), bytes(random, random.nextInt(2000)));
            case 6 -> new QuarantineEntry(packet(random, time), "länge 0");
            default -> new PacketEntry(packet(random, time));
        };
    }

    static Packet packet(SplittableRandom random, long time) {
        int length = random.nextInt(20) == 0 ? random.nextInt(60_000) : random.nextInt(200);
        return new Packet(
                time, random.nextInt(), Origin.values()[random.nextInt(3)], bytes(random, length));
    }

    static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static Site site(long time) {
        double unknown = Double.NaN;
        return new Site(
                time,
                "Testfeld",
                World.EARTH,
                List.of(
                        new Sensor(
                                0,
                                "Radar",
                                Sensor.Kind.RADAR,
                                20,
                                129,
                                Frame.tangent(GeodeticPosition.ofDegrees(41.3, 2.1, 100)),
                                30,
                                0.001,
                                unknown,
                                unknown,
                                0.95,
                                2,
                                4,
                                200_000),
                        new Sensor(
                                1,
                                "Antenne",
                                Sensor.Kind.ADSB,
                                -1,
                                -1,
                                null,
                                unknown,
                                unknown,
                                unknown,
                                20,
                                unknown,
                                unknown,
                                1,
                                unknown)));
    }

    static PictureChange change(long time) {
        return change(
                time, new Motion(Motion.Course.LEFT_TURN, true, Motion.Vertical.DESCENT), 234.5);
    }

    static PictureChange change(long time, Motion motion, double accuracy) {
        return change(time, motion, accuracy, false);
    }

    static PictureChange change(long time, Motion motion, double accuracy, boolean doubted) {
        double[] covariance = new double[21];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = i / 8.0;
        }
        return new PictureChange.TrackChanged(
                time,
                new Track(
                        new TrackNumber(1, 7),
                        time,
                        time - 9,
                        time - 5,
                        time - 1,
                        1,
                        World.EARTH,
                        new Kinematics(
                                4.7e6, 1.7e5, 4.2e6, 10, 200, -3, Covariance.ofUpper(covariance)),
                        true,
                        motion,
                        accuracy,
                        new Transponder(
                                0x3C6444,
                                true,
                                01000,
                                "DLH123",
                                new PressureHeight(10_972.8),
                                Transponder.Ground.AIRBORNE,
                                Transponder.Emergency.NONE),
                        List.of(new TrackSource(0, Technology.MODE_S, time - 9, time - 1, 3)),
                        Origin.RECORDED,
                        doubted));
    }

    /** Appends an entry and tells whether it was taken. */
    static boolean append(JournalWriter writer, JournalEntry entry) {
        return switch (entry) {
            case PacketEntry(Packet packet) -> writer.append(packet);
            case TickEntry(Tick tick) -> writer.append(tick);
            case SettingsEntry(Settings settings) -> writer.append(settings);
            case SiteEntry(Site site) -> writer.append(site);
            case ChangeEntry(PictureChange change) -> writer.append(change);
            case SourcesEntry sources -> writer.appendSources(sources.time(), sources.bytes());
            case SnapshotEntry snapshot ->
                    writer.appendSnapshot(
                            snapshot.time(),
                            snapshot.label(),
                            snapshot.version(),
                            snapshot.bytes());
            case QuarantineEntry(Packet packet, String reason) ->
                    writer.appendQuarantine(packet, reason);
            case GapEntry gap -> throw new IllegalArgumentException("only a writer makes " + gap);
        };
    }

    /** Writes a journal and closes it. */
    static void write(Path directory, JournalPolicy policy, List<JournalEntry> entries)
            throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(directory, HEADER, policy, FailingDisk.quick())) {
            for (JournalEntry entry : entries) {
                if (!append(writer, entry)) {
                    throw new IOException("not recorded: " + writer.trouble());
                }
            }
        }
    }

    /** Reads what a cursor still gives, repeated sources left out, and closes it. */
    static List<JournalEntry> rest(JournalCursor cursor) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (cursor) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (!(entry instanceof SourcesEntry sources && sources.repeated())) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    static List<JournalEntry> read(Path path) throws IOException {
        return rest(JournalReader.open(path).fromStart());
    }
}
