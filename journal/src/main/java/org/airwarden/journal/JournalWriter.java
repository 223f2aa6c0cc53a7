package org.airwarden.journal;

import java.io.IOException;
import java.nio.file.Path;
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
    private final JournalPolicy policy;
    private final JournalLock lock;
    private final SegmentChain chain;
    private final byte[] packetPrefix = new byte[EntryCodec.PACKET_PREFIX];

    private long lastSnapshot = Time.UNKNOWN;
    private long lostAtSnapshot;
    private boolean serviced;
    private long lastFlush;
    private long lastForce;
    private long lastAttempt;
    private boolean closed;

    private JournalWriter(
            Path directory, JournalPolicy policy, JournalLock lock, SegmentChain chain) {
        this.directory = directory;
        this.policy = policy;
        this.lock = lock;
        this.chain = chain;
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
            SegmentChain chain = new SegmentChain(directory, header, policy, disk);
            opened = true;
            return new JournalWriter(directory, policy, lock, chain);
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
        chain.repeat(bytes);
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
            lostAtSnapshot = chain.lost();
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
        if (chain.trouble() != null) {
            if (hostTime - lastAttempt >= policy.retryInterval()) {
                lastAttempt = hostTime;
                chain.resume();
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
            chain.watch();
        }
        if (chain.trouble() != null) {
            lastAttempt = hostTime;
        }
    }

    /** Hands all entries to the operating system. Never throws. */
    public void flush() {
        chain.flush();
    }

    /**
     * Asks the disk to keep what was flushed. Never throws; a failure shows as trouble after the
     * next call by the thread that writes. Any thread: on a slow disk give it one of its own.
     */
    public void force() {
        chain.force();
    }

    /**
     * Tells whether a snapshot should be appended now: at first, after a gap, and as often as the
     * policy says.
     *
     * @param time the picture's clock (ns since 1970)
     */
    public boolean isSnapshotDue(long time) {
        return chain.trouble() == null
                && (chain.lost() != lostAtSnapshot
                        || lastSnapshot == Time.UNKNOWN
                        || time - lastSnapshot >= policy.snapshotInterval());
    }

    /** Returns why nothing is recorded, or null while all is well. */
    public @Nullable JournalTrouble trouble() {
        return chain.trouble();
    }

    /** Returns what opening cut from the end of the last segment, or null. */
    public @Nullable JournalDamage cut() {
        return chain.cut();
    }

    /**
     * Returns the time of the newest entry (ns since 1970), or {@link Time#UNKNOWN}. The next may
     * not be earlier; after opening, this is the newest entry of the journal as it was.
     */
    public long lastTime() {
        return chain.lastTime();
    }

    /** Returns how many entries were taken since opening, gaps and repetitions not counted. */
    public long recorded() {
        return chain.recorded();
    }

    /** Returns how many entries were lost to trouble since opening. */
    public long lost() {
        return chain.lost();
    }

    /** Finishes the segment and closes the journal. Never throws; {@link #trouble} tells. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        chain.close();
        closeQuietly(lock);
    }

    private boolean append(
            EntryType type, long time, byte[] prefix, int prefixLength, byte[] rest) {
        if (closed) {
            throw new IllegalStateException("the journal in " + directory + " is closed");
        }
        return chain.append(type, time, prefix, prefixLength, rest);
    }

    private static void closeQuietly(JournalLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // The system lets go of it when the process ends.
        }
    }
}
