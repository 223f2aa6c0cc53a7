package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Settings;
import org.airwarden.model.SettingsCodec;
import org.airwarden.model.Site;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a journal. Opening always begins a new segment; what was there before is only read,
 * but for the torn end that a killed process left on the last segment, which is cut.
 *
 * <p>Entries are given in the order of their times. An entry is safe from the death of the process
 * once {@link #flush} has returned and from a power cut once {@link #force} has; {@link #service}
 * does both as often as the policy says and is to be called at least every 200 ms.
 *
 * <p>Trouble with the disk never reaches the caller as an exception: recording stops, {@link
 * #trouble} says why, {@link #service} tries again, and when it succeeds a gap entry tells what is
 * missing. A snapshot is then due at once.
 *
 * <p>One thread, which must not be interrupted while it writes (an interrupt closes the file, which
 * is trouble); {@link #force} may be called by any.
 */
public final class JournalWriter implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Path directory;
    private final JournalHeader header;
    private final JournalPolicy policy;
    private final Disk disk;
    private final JournalLock lock;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SegmentWriter.BUFFER);
    private final byte[] packetPrefix = new byte[EntryCodec.PACKET_PREFIX];

    private volatile @Nullable SegmentWriter segment;
    private volatile @Nullable IOException forceFailure;

    private long nextNumber;
    private @Nullable JournalDamage cut;
    private @Nullable JournalTrouble trouble;

    private long lastTime = Time.UNKNOWN;
    private long lastSnapshot = Time.UNKNOWN;
    private byte @Nullable [] sources;
    private long recorded;
    private long lost;

    /** Time of the first entry since recording stopped, and their number. */
    private long gapFrom = Time.UNKNOWN;

    private long gapLost;

    private boolean serviced;
    private long lastFlush;
    private long lastForce;
    private long lastAttempt;
    private boolean closed;

    private JournalWriter(
            Path directory,
            JournalHeader header,
            JournalPolicy policy,
            Disk disk,
            JournalLock lock) {
        this.directory = directory;
        this.header = header;
        this.policy = policy;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Opens a journal for appending; makes the directory where there is none.
     *
     * @param directory the journal's directory
     * @param header what the new segments say of themselves
     * @param policy how it is kept
     * @throws JournalException where the directory cannot be used, another process writes to it, a
     *     newer program wrote it, or its origin is another than the header's. A full disk is none
     *     of these: it is {@link #trouble}
     */
    public static JournalWriter open(Path directory, JournalHeader header, JournalPolicy policy)
            throws JournalException {
        return open(directory, header, policy, Disk.REAL);
    }

    static JournalWriter open(Path directory, JournalHeader header, JournalPolicy policy, Disk disk)
            throws JournalException {
        JournalLock lock = JournalLock.take(directory);
        boolean opened = false;
        try {
            JournalWriter writer = new JournalWriter(directory, header, policy, disk, lock);
            writer.takeUp();
            writer.begin();
            opened = true;
            return writer;
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "The journal in "
                            + directory
                            + " cannot be continued: "
                            + e
                            + ". Check the directory, or record into another one.",
                    e);
        } finally {
            if (!opened) {
                closeQuietly(lock);
            }
        }
    }

    /**
     * Appends bytes as received.
     *
     * @return whether they are recorded; {@code false} during {@link #trouble}
     * @throws IllegalArgumentException as for every append: where the time is before {@link
     *     #lastTime}, or the entry is longer than 256 MiB
     */
    public boolean append(Packet packet) {
        EntryCodec.putPacketPrefix(packet, packetPrefix);
        return append(
                EntryType.PACKET,
                packet.received(),
                packetPrefix,
                packetPrefix.length,
                packet.bytes());
    }

    /** Appends a tick. See {@link #append(Packet)}. */
    public boolean append(Tick tick) {
        return append(EntryType.TICK, tick.received(), NOTHING, 0, NOTHING);
    }

    /** Appends settings. See {@link #append(Packet)}. */
    public boolean append(Settings settings) {
        StateOutput out = new StateOutput();
        SettingsCodec.write(settings, out);
        return append(EntryType.SETTINGS, settings.received(), NOTHING, 0, out.toBytes());
    }

    /** Appends a site. See {@link #append(Packet)}. */
    public boolean append(Site site) {
        StateOutput out = new StateOutput();
        SiteCodec.write(site, out);
        return append(EntryType.SITE, site.received(), NOTHING, 0, out.toBytes());
    }

    /** Appends a change that people are shown. See {@link #append(Packet)}. */
    public boolean append(PictureChange change) {
        byte[] bytes = ChangeCodec.toBytes(change);
        return append(EntryType.CHANGE, change.time(), NOTHING, 0, bytes);
    }

    /**
     * Appends how sources are decoded from here on. Every later segment begins with it again. See
     * {@link #append(Packet)}.
     *
     * @param bytes opaque; not copied, not to be changed
     */
    public boolean appendSources(long time, byte[] bytes) {
        boolean done = append(EntryType.SOURCES, time, new byte[] {0}, 1, bytes);
        sources = bytes;
        return done;
    }

    /**
     * Appends the engine's state after all entries so far. See {@link #append(Packet)}.
     *
     * @param label what wrote it
     * @param version the version of the bytes
     * @param state opaque
     */
    public boolean appendSnapshot(long time, String label, int version, byte[] state) {
        byte[] prefix = EntryCodec.snapshotPrefix(label, version);
        boolean done = append(EntryType.SNAPSHOT, time, prefix, prefix.length, state);
        if (done) {
            lastSnapshot = time;
        }
        return done;
    }

    /** Appends bytes that are set aside, and why. See {@link #append(Packet)}. */
    public boolean appendQuarantine(Packet packet, String reason) {
        byte[] prefix = EntryCodec.quarantinePrefix(packet, reason);
        return append(
                EntryType.QUARANTINE, packet.received(), prefix, prefix.length, packet.bytes());
    }

    /**
     * Does what is due: hands entries to the operating system, asks the disk to keep them, watches
     * the space, resumes after trouble. Never throws.
     *
     * @param hostTime the host's clock (ns, from any beginning); only differences count
     */
    public void service(long hostTime) {
        if (!serviced) {
            serviced = true;
            lastFlush = hostTime;
            lastForce = hostTime;
            lastAttempt = hostTime;
        }
        if (trouble != null) {
            if (hostTime - lastAttempt >= policy.retryInterval()) {
                lastAttempt = hostTime;
                begin();
            }
            return;
        }
        if (hostTime - lastFlush >= policy.flushInterval()) {
            lastFlush = hostTime;
            flush();
        }
        if (policy.forceInterval() > 0 && hostTime - lastForce >= policy.forceInterval()) {
            lastForce = hostTime;
            force();
            watch();
        }
        if (trouble != null) {
            lastAttempt = hostTime;
        }
    }

    /** Hands all entries to the operating system. Never throws. */
    public void flush() {
        SegmentWriter current = segment;
        if (current == null) {
            return;
        }
        IOException failure = forceFailure;
        try {
            if (failure != null) {
                throw failure;
            }
            current.flush();
        } catch (IOException e) {
            stop(current, e);
        }
    }

    /**
     * Asks the disk to keep what was flushed. Never throws; a failure shows as trouble after the
     * next call by the thread that writes. Any thread: on a slow disk give it one of its own.
     */
    public void force() {
        SegmentWriter current = segment;
        if (current == null) {
            return;
        }
        try {
            current.force();
        } catch (IOException e) {
            if (segment == current) { // otherwise it was finished, and forced, meanwhile
                forceFailure = e;
            }
        }
    }

    /**
     * Tells whether a snapshot should be appended now: at first, after a gap, and as often as the
     * policy says.
     *
     * @param time the picture's clock (ns since 1970)
     */
    public boolean isSnapshotDue(long time) {
        return trouble == null
                && (lastSnapshot == Time.UNKNOWN
                        || time - lastSnapshot >= policy.snapshotInterval());
    }

    /** Returns why nothing is recorded, or null while all is well. */
    public @Nullable JournalTrouble trouble() {
        return trouble;
    }

    /** Returns what opening cut from the end of the last segment, or null. */
    public @Nullable JournalDamage cut() {
        return cut;
    }

    /**
     * Returns the time of the newest entry (ns since 1970), or {@link Time#UNKNOWN}. The next may
     * not be earlier; after opening, this is the newest entry of the journal as it was.
     */
    public long lastTime() {
        return lastTime;
    }

    /** Returns how many entries were taken since opening, gaps and repetitions not counted. */
    public long recorded() {
        return recorded;
    }

    /** Returns how many entries were lost to trouble since opening. */
    public long lost() {
        return lost;
    }

    /** Finishes the segment and closes the journal. Never throws; {@link #trouble} tells. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        SegmentWriter current = segment;
        if (current != null) {
            try {
                current.finish();
            } catch (IOException e) {
                stop(current, e);
            }
            segment = null;
        }
        closeQuietly(lock);
    }

    private boolean append(
            EntryType type, long time, byte[] prefix, int prefixLength, byte[] rest) {
        if (closed) {
            throw new IllegalStateException("the journal in " + directory + " is closed");
        }
        if (time < lastTime) {
            throw new IllegalArgumentException(
                    "an entry of "
                            + Time.toText(time)
                            + " cannot follow one of "
                            + Time.toText(lastTime));
        }
        if ((long) prefixLength + rest.length > EntryLayout.LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "an entry of "
                            + rest.length
                            + " bytes is longer than "
                            + EntryLayout.LONGEST_BODY);
        }
        lastTime = time;
        SegmentWriter current = segment;
        if (current != null && isFull(current, time, prefixLength + rest.length)) {
            current = roll(current);
        }
        if (current != null) {
            try {
                current.append(type, time, prefix, prefixLength, rest);
                recorded++;
                return true;
            } catch (IOException e) {
                stop(current, e);
            }
        }
        countLost(time, 1);
        return false;
    }

    private boolean isFull(SegmentWriter current, long time, int length) {
        return current.firstTime() != Time.UNKNOWN
                && (current.size() + EntryLayout.HEAD + length > policy.segmentBytes()
                        || time - current.firstTime() >= policy.segmentSpan());
    }

    private @Nullable SegmentWriter roll(SegmentWriter current) {
        try {
            current.finish();
            segment = null;
        } catch (IOException e) {
            stop(current, e);
            return null;
        }
        begin();
        return segment;
    }

    /** Finds where the journal stands, and finishes its last segment. */
    private void takeUp() throws IOException {
        List<Path> segments = SegmentName.list(directory);
        nextNumber = segments.isEmpty() ? 1 : SegmentName.number(segments.getLast()) + 1;
        boolean originKnown = false;
        for (Path file : segments.reversed()) {
            SegmentIndex index = SegmentIndex.of(file);
            if (file.equals(segments.getLast())) {
                cut = index.tornEnd();
                SegmentRepair.finish(index, buffer);
            }
            JournalHeader before = index.header();
            if (!originKnown && before != null) {
                originKnown = true;
                if (before.origin() != header.origin()) {
                    throw new JournalException(
                            "The journal in "
                                    + directory
                                    + " holds "
                                    + before.origin()
                                    + " data; "
                                    + header.origin()
                                    + " data is not mixed with it. Record into another directory.");
                }
            }
            if (lastTime == Time.UNKNOWN) {
                lastTime = index.lastTime();
            }
            if (originKnown && lastTime != Time.UNKNOWN) {
                return;
            }
        }
    }

    /** Begins a segment, or says why not. */
    private void begin() {
        Path file = SegmentName.of(directory, nextNumber);
        try {
            if (policy.reserveBytes() > 0) {
                long usable = disk.usableBytes(directory);
                if (usable < policy.reserveBytes() + SegmentWriter.BUFFER) {
                    trouble = JournalTrouble.lowSpace(directory, usable, policy, lastTime);
                    return;
                }
            }
            buffer.clear();
            SegmentWriter begun = SegmentWriter.begin(disk, file, header, buffer);
            try {
                putFirst(begun);
            } catch (IOException e) {
                begun.abandon();
                throw e;
            }
            nextNumber++;
            segment = begun;
            forceFailure = null;
            trouble = null;
            gapFrom = Time.UNKNOWN;
            gapLost = 0;
            forceDirectory();
        } catch (FileAlreadyExistsException e) {
            nextNumber++;
            trouble = JournalTrouble.of(directory, e, disk, policy, lastTime);
        } catch (IOException e) {
            trouble = JournalTrouble.of(directory, e, disk, policy, lastTime);
            removeUnused(file);
        }
    }

    /** Writes what a new segment begins with. */
    private void putFirst(SegmentWriter begun) throws IOException {
        JournalTrouble before = trouble;
        if (gapLost > 0 && before != null) {
            byte[] gap = EntryCodec.gap(gapFrom, gapLost, before.what() + " " + before.why());
            begun.append(EntryType.GAP, lastTime, gap, gap.length, NOTHING);
        }
        byte[] held = sources;
        if (held != null) {
            begun.append(EntryType.SOURCES, lastTime, new byte[] {1}, 1, held);
        }
        begun.flush();
    }

    /** Gives up a segment after an error; what was in its buffer is lost. */
    private void stop(SegmentWriter current, IOException why) {
        long held = current.held();
        if (held > 0) {
            recorded -= held;
            countLost(current.oldestHeld(), held);
        }
        current.abandon();
        stopped(JournalTrouble.of(directory, why, disk, policy, lastTime));
    }

    private void stopped(JournalTrouble why) {
        segment = null;
        forceFailure = null;
        lastSnapshot = Time.UNKNOWN;
        trouble = why;
    }

    private void countLost(long from, long count) {
        gapFrom = gapFrom == Time.UNKNOWN ? from : gapFrom;
        gapLost += count;
        lost += count;
    }

    /** Stops in time, while the disk still has room for others. */
    private void watch() {
        SegmentWriter current = segment;
        if (current == null || policy.reserveBytes() <= 0) {
            return;
        }
        try {
            long usable = disk.usableBytes(directory);
            if (usable < policy.reserveBytes()) {
                current.finish();
                stopped(JournalTrouble.lowSpace(directory, usable, policy, lastTime));
            }
        } catch (IOException e) {
            stop(current, e);
        }
    }

    /** Removes a segment that could not be begun: it holds nothing. */
    private static void removeUnused(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays, empty; the next attempt takes the next number.
        }
    }

    /** Makes the new file's name durable, where the system has a way. */
    private void forceDirectory() {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows has none; the name is safe once the system writes it.
        }
    }

    private static void closeQuietly(JournalLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // The system lets go of it when the process ends.
        }
    }
}
