package org.airwarden.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalException;
import org.airwarden.journal.JournalHeader;
import org.airwarden.journal.JournalPolicy;
import org.airwarden.journal.JournalReader;
import org.airwarden.journal.JournalWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Settings;
import org.airwarden.model.Tick;
import org.airwarden.model.TrackNumber;

/**
 * Journals. With a first octet of 0 the rest is a segment's file. Else it is the entries of one,
 * each a type, a version, two octets of length and a body, and this target puts the checks that a
 * fuzzer would never guess. A last good tick must be read then. The layout is that of
 * docs/reference/journal.md.
 */
final class JournalTarget implements Target {
    private static final int MARKER = 0xF5417745;
    private static final long TIME = 1_795_219_200_000_000_000L;
    private static final int HEAD = 28;
    private static final int TICK = 2;
    private static final byte[] WRITTEN = written();
    private static final byte[] HEADER =
            Arrays.copyOf(WRITTEN, ByteBuffer.wrap(WRITTEN).getInt(10));

    private final Path file;

    JournalTarget() {
        try {
            Path memory = Path.of("/dev/shm");
            Path directory =
                    Files.isWritable(memory)
                            ? Files.createTempDirectory(memory, "airwarden-fuzz")
                            : Files.createTempDirectory("airwarden-fuzz");
            file = directory.resolve("fuzz.journal");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void run(byte[] data) {
        boolean whole = Bytes.choice(data, 256) == 0;
        byte[] bytes = whole ? Bytes.tail(data) : segment(Bytes.tail(data));
        try {
            Files.write(file, bytes);
            JournalReader reader;
            try {
                reader = JournalReader.open(file);
            } catch (JournalException refused) {
                Bytes.require(whole, "a journal is refused: " + refused);
                return;
            }
            JournalEntry last = read(reader.fromStart(), bytes.length);
            if (!whole) {
                Bytes.require(
                        last instanceof JournalEntry.TickEntry tick && tick.time() == TIME + 9,
                        "the last good entry is not read but " + last);
            }
            for (long time : new long[] {Long.MIN_VALUE, TIME, Long.MAX_VALUE}) {
                JournalReader.Seek seek = reader.seek(time);
                read(seek.cursor(), bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JournalEntry read(JournalCursor cursor, int length) throws IOException {
        JournalEntry last = new JournalEntry.TickEntry(new Tick(0));
        try (cursor) {
            int entries = 0;
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                Bytes.require(++entries <= length, "more entries than octets");
                last = entry;
            }
            cursor.damages();
        }
        return last;
    }

    private static byte[] segment(byte[] entries) {
        byte[] all = HEADER;
        int at = 0;
        while (at + 4 <= entries.length) {
            int length = (entries[at + 2] & 0x0F) << 8 | entries[at + 3] & 0xFF;
            int end = Math.min(entries.length, at + 4 + length);
            byte[] body = Arrays.copyOfRange(entries, at + 4, end);
            all = entry(all, entries[at] & 0xFF, entries[at + 1], TIME, body);
            at = end;
        }
        return entry(all, TICK, (byte) 1, TIME + 9, new byte[0]);
    }

    /** A segment as the program writes it, with an entry of most kinds. */
    private static byte[] written() {
        JournalHeader header =
                new JournalHeader("fuzz", "0".repeat(64), Origin.RECORDED, "a fuzzer", true, TIME);
        try {
            Path directory = Files.createTempDirectory("airwarden-fuzz");
            try (JournalWriter writer =
                    JournalWriter.open(directory, header, JournalPolicy.standard())) {
                SiteFile site = SiteFileReader.parse("fuzz.yaml", SourceTarget.SITE);
                writer.append(new Packet(TIME, 1, Origin.RECORDED, new byte[] {1, 2, 3}));
                writer.append(new Tick(TIME));
                writer.append(Settings.standard(TIME));
                writer.append(site.site(TIME));
                writer.append(
                        new PictureChange.TrackEnded(
                                TIME, new TrackNumber(1, 7), PictureChange.EndReason.values()[0]));
                writer.appendSources(TIME, new byte[] {4, 5});
                writer.appendSnapshot(TIME, "fuzz", 1, new byte[] {6});
                writer.appendQuarantine(new Packet(TIME, 1, Origin.RECORDED, new byte[7]), "why");
            }
            byte[] bytes = {};
            try (Stream<Path> files = Files.list(directory)) {
                for (Path one : files.toList()) {
                    if (one.toString().endsWith(".journal")) {
                        bytes = Files.readAllBytes(one);
                    }
                    Files.delete(one);
                }
            }
            Files.delete(directory);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The octets so far, with one entry more. */
    private static byte[] entry(byte[] before, int type, byte version, long time, byte[] body) {
        ByteBuffer checked = ByteBuffer.allocate(8 + HEAD);
        checked.putLong(before.length).putInt(MARKER).put((byte) type).put(version);
        checked.putShort((short) 0).putInt(body.length).putLong(time);
        checked.putInt(check(body, body.length));
        checked.putInt(check(checked.array(), 8 + HEAD - 4));
        return Bytes.join(before, Arrays.copyOfRange(checked.array(), 8, 8 + HEAD), body);
    }

    private static int check(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        ByteBuffer file = ByteBuffer.wrap(WRITTEN);
        byte[] all = {};
        for (int at = HEADER.length; at + HEAD <= WRITTEN.length; ) {
            int length = file.getInt(at + 8);
            byte[] body = Arrays.copyOfRange(WRITTEN, at + HEAD, at + HEAD + length);
            byte[] head = {file.get(at + 4), file.get(at + 5), (byte) (length >> 8), (byte) length};
            seeds.add(Bytes.join(new byte[] {1}, head, body));
            all = Bytes.join(all, head, body);
            at += HEAD + length;
        }
        seeds.add(Bytes.withChoice(1, all));
        seeds.add(Bytes.withChoice(0, WRITTEN));
        return seeds;
    }
}
