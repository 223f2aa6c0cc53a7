package org.airwarden.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.airwarden.journal.JournalEntry.ChangeEntry;
import org.airwarden.journal.JournalEntry.GapEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalEntry.QuarantineEntry;
import org.airwarden.journal.JournalEntry.SettingsEntry;
import org.airwarden.journal.JournalEntry.SiteEntry;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.SettingsCodec;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of entries. A body is a short prefix that the journal writes, then the bytes that it
 * keeps, to the end; so those are not copied on the way out, and once on the way in. Stateless.
 */
final class EntryCodec {
    /** The newest version of every body that this program writes and reads. */
    static final int VERSION = 1;

    /** Source (4 bytes) and origin (1) before a packet's bytes. */
    static final int PACKET_PREFIX = 5;

    private static final Origin[] ORIGINS = Origin.values();

    private EntryCodec() {}

    @SuppressWarnings("EnumOrdinal") // as StateOutput.putEnum
    static void putPacketPrefix(Packet packet, byte[] into) {
        ByteBuffer.wrap(into).putInt(packet.source()).put((byte) packet.origin().ordinal());
    }

    @SuppressWarnings("EnumOrdinal")
    static byte[] quarantinePrefix(Packet packet, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = new byte[Integer.BYTES + text.length + PACKET_PREFIX];
        ByteBuffer.wrap(prefix)
                .putInt(text.length)
                .put(text)
                .putInt(packet.source())
                .put((byte) packet.origin().ordinal());
        return prefix;
    }

    static byte[] snapshotPrefix(String label, int version) {
        StateOutput out = new StateOutput();
        out.putText(label);
        out.putInt(version);
        return out.toBytes();
    }

    static byte[] gap(long from, long lost, String reason) {
        StateOutput out = new StateOutput();
        out.putLong(from);
        out.putLong(lost);
        out.putText(reason);
        return out.toBytes();
    }

    /**
     * Reads a body from a stretch of an array.
     *
     * @return the entry, or null where it is none that a reader is given
     * @throws StateException where the body cannot be read
     */
    static @Nullable JournalEntry read(
            EntryType type, int version, long time, byte[] bytes, int index, int length) {
        if (version < 1 || version > VERSION) {
            throw new StateException(
                    "the entry has version " + version + "; this program reads up to " + VERSION);
        }
        ByteBuffer body = ByteBuffer.wrap(bytes, index, length);
        try {
            return switch (type) {
                case PACKET -> new PacketEntry(packet(time, body));
                case TICK -> new TickEntry(new Tick(time));
                case SETTINGS -> new SettingsEntry(SettingsCodec.read(input(body)));
                case SITE -> new SiteEntry(SiteCodec.read(input(body)));
                case SOURCES -> new SourcesEntry(time, body.get() != 0, rest(body));
                case CHANGE -> new ChangeEntry(ChangeCodec.read(input(body)));
                case SNAPSHOT -> new SnapshotEntry(time, takeText(body), body.getInt(), rest(body));
                case QUARANTINE -> {
                    String reason = takeText(body);
                    yield new QuarantineEntry(packet(time, body), reason);
                }
                case GAP -> new GapEntry(time, body.getLong(), body.getLong(), takeText(body));
                case INDEX -> null;
            };
        } catch (BufferUnderflowException e) {
            throw new StateException("the entry is too short for what it is");
        }
    }

    static String text(StateInput in) {
        String text = in.takeText();
        if (text == null) {
            throw new StateException("a text is missing");
        }
        return text;
    }

    private static String takeText(ByteBuffer body) {
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) {
            throw new StateException("a text of " + length + " bytes cannot be");
        }
        byte[] text = new byte[length];
        body.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Packet packet(long time, ByteBuffer body) {
        int source = body.getInt();
        int origin = body.get() & 0xFF;
        if (origin >= ORIGINS.length) {
            throw new StateException("Origin has no member " + origin);
        }
        return new Packet(time, source, ORIGINS[origin], rest(body));
    }

    private static StateInput input(ByteBuffer body) {
        return new StateInput(rest(body));
    }

    private static byte[] rest(ByteBuffer body) {
        byte[] rest = new byte[body.remaining()];
        body.get(rest);
        return rest;
    }
}
