package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which addresses may be believed when only address/parity says them. A surveillance reply carries
 * its address xored into its parity, so any garbled reply yields some address; it is believed only
 * if the same address was heard in a clean DF 11, 17 or 18 not long before. Time is that of the
 * data.
 *
 * <p>An all-call reply to an interrogator (DF11 with a code other than 0) proves 17 bits only, so
 * one alone makes no address trusted; two do.
 *
 * <p>Not safe between threads.
 */
public final class AddressWatch {

    private static final int MAGIC = 0x57617463;
    private static final int VERSION = 1;
    private static final int MAXIMUM = 1 << 16;

    private static final class Seen extends AddressTable.Entry {
        boolean trusted;

        Seen(int key) {
            super(key);
        }
    }

    private final AddressTable<Seen> table;
    private long latest;

    /**
     * A watch that has seen nothing.
     *
     * @param window nanoseconds for which a clean message makes its address trusted
     */
    public AddressWatch(long window) {
        table = new AddressTable<>(Seen::new, window, MAXIMUM);
    }

    /**
     * Notes an address that a clean message said.
     *
     * @param time nanoseconds
     * @param address 24 bits of an ICAO address; the decoder puts the kind of others above them, so
     *     that what a ground station says of an aircraft makes no reply of that aircraft trusted
     * @param certain whether all 24 bits of parity were right
     */
    public void heard(long time, int address, boolean certain) {
        Seen seen = table.find(address, time);
        boolean again = seen != null;
        if (seen == null) {
            seen = table.touch(address, time);
        }
        seen.seen = time;
        seen.trusted |= certain || again;
        latest = time;
    }

    /** Whether the address was heard cleanly within the window around {@code time}. */
    public boolean isTrusted(long time, int address) {
        Seen seen = table.find(address, time);
        return seen != null && seen.trusted;
    }

    /** The state as versioned bytes, by rising address. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(latest);
        var entries = table.sorted(latest);
        out.writeInt(entries.size());
        for (Seen seen : entries) {
            out.writeInt(seen.key);
            out.writeLong(seen.seen);
            out.writeBoolean(seen.trusted);
        }
    }

    void read(DataInput in) throws IOException {
        table.clear();
        latest = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Seen seen = new Seen(in.readInt());
            seen.seen = in.readLong();
            seen.trusted = in.readBoolean();
            table.put(seen);
        }
    }
}
