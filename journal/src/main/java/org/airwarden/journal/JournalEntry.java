package org.airwarden.journal;

import java.util.Arrays;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;

/** One entry of a journal, as read. Arrays are not copied and are not to be changed. */
public sealed interface JournalEntry {
    /** When it was received or made, by the picture's clock (ns since 1970). */
    long time();

    /**
     * Bytes as received.
     *
     * @param packet the bytes, when and from where
     */
    record PacketEntry(Packet packet) implements JournalEntry {
        @Override
        public long time() {
            return packet.received();
        }
    }

    /**
     * The clock went on.
     *
     * @param tick the tick
     */
    record TickEntry(Tick tick) implements JournalEntry {
        @Override
        public long time() {
            return tick.received();
        }
    }

    /**
     * Settings took effect.
     *
     * @param settings the settings
     */
    record SettingsEntry(Settings settings) implements JournalEntry {
        @Override
        public long time() {
            return settings.received();
        }
    }

    /**
     * A site took effect.
     *
     * @param site the site
     */
    record SiteEntry(Site site) implements JournalEntry {
        @Override
        public long time() {
            return site.received();
        }
    }

    /**
     * How the sources' bytes are decoded from here on.
     *
     * @param time when (ns since 1970)
     * @param repeated whether it only repeats, at a segment's start, what already held
     * @param bytes opaque
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    record SourcesEntry(long time, boolean repeated, byte[] bytes) implements JournalEntry {
        @Override
        public boolean equals(Object other) {
            return other instanceof SourcesEntry that
                    && time == that.time
                    && repeated == that.repeated
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(time) * 31 + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "SourcesEntry[" + Time.toText(time) + " " + bytes.length + " bytes]";
        }
    }

    /**
     * What people were shown.
     *
     * @param change the change
     */
    record ChangeEntry(PictureChange change) implements JournalEntry {
        @Override
        public long time() {
            return change.time();
        }
    }

    /**
     * The engine's state after all entries before.
     *
     * @param time when (ns since 1970)
     * @param label what wrote it
     * @param version the version of the bytes
     * @param bytes opaque
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    record SnapshotEntry(long time, String label, int version, byte[] bytes)
            implements JournalEntry {
        @Override
        public boolean equals(Object other) {
            return other instanceof SnapshotEntry that
                    && time == that.time
                    && label.equals(that.label)
                    && version == that.version
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(time) * 31 + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "SnapshotEntry["
                    + Time.toText(time)
                    + " "
                    + label
                    + " version "
                    + version
                    + " "
                    + bytes.length
                    + " bytes]";
        }
    }

    /**
     * Bytes that were set aside.
     *
     * @param packet the bytes, when and from where
     * @param reason why
     */
    record QuarantineEntry(Packet packet, String reason) implements JournalEntry {
        @Override
        public long time() {
            return packet.received();
        }
    }

    /**
     * Recording was interrupted: what came between is not in the journal.
     *
     * @param time when it resumed (ns since 1970)
     * @param from the time of the first lost entry (ns since 1970)
     * @param lost how many entries were lost
     * @param reason why
     */
    record GapEntry(long time, long from, long lost, String reason) implements JournalEntry {}
}
