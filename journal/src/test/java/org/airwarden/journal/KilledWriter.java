package org.airwarden.journal;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;

/**
 * A process that records 2,000 packets a second until it is killed, and says on standard output
 * after each call of service how many packets the journal has been given and its clock.
 */
final class KilledWriter {
    static final JournalPolicy POLICY =
            new JournalPolicy(
                    100_000,
                    300 * Time.SECOND,
                    200 * Time.MILLISECOND,
                    300 * Time.MILLISECOND,
                    60 * Time.SECOND,
                    5 * Time.SECOND,
                    0);

    private KilledWriter() {}

    /** Returns the packet of a number: its bytes follow from it. */
    static byte[] packet(long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] bytes = new byte[Long.BYTES + random.nextInt(300)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(number);
        return bytes;
    }

    /** Returns how many packets a journal holds. */
    static long count(Path directory) throws Exception {
        long count = 0;
        try (JournalCursor cursor = JournalReader.open(directory).fromStart()) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                count += entry instanceof PacketEntry ? 1 : 0;
            }
        }
        return count;
    }

    /** Records into a directory. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        long number = Files.exists(directory) ? count(directory) : 0;
        JournalWriter writer = JournalWriter.open(directory, Samples.HEADER, POLICY);
        long time = Math.max(Samples.START, writer.lastTime());
        long begin = System.nanoTime();
        for (long step = 0; ; step++) {
            long now = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                time += Time.MILLISECOND / 2;
                writer.append(new Packet(time, 3, Origin.RECORDED, packet(number++)));
            }
            if (step % 50 == 0) {
                writer.append(new Tick(time));
                writer.appendSnapshot(time, "all", 1, new byte[5_000]);
            }
            writer.service(now);
            if (writer.trouble() != null) {
                throw new IllegalStateException(writer.trouble().toString());
            }
            System.out.println(number + " " + now);
            LockSupport.parkNanos(begin + (step + 1) * 10 * Time.MILLISECOND - System.nanoTime());
        }
    }
}
