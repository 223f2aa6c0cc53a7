package org.airwarden.asterix;

import java.util.Arrays;

/**
 * Builds one data block of several records. Meant to be kept and cleared. For one thread.
 *
 * <pre>{@code
 * block.clear();
 * block.add(record.clear().raw(sac, 25).raw(sic, 1).value(rho, 42.5));
 * socket.send(new DatagramPacket(block.data(), block.length(), address));
 * }</pre>
 */
public final class BlockWriter {
    /** The most octets a block's length can tell. */
    public static final int LONGEST = 0xFFFF;

    private final Definition definition;
    private final int limit;
    private byte[] data = new byte[1024];
    private int length = BlockWalker.HEADER;
    private int records;

    /** A writer for blocks of this edition's category, up to the longest a block can be. */
    public BlockWriter(Definition definition) {
        this(definition, LONGEST);
    }

    /**
     * A writer for blocks up to {@code limit} octets, such as what fits a datagram unfragmented.
     *
     * @throws IllegalArgumentException when the limit is below 4 or above {@link #LONGEST}
     */
    public BlockWriter(Definition definition, int limit) {
        if (limit <= BlockWalker.HEADER || limit > LONGEST) {
            throw new IllegalArgumentException("a block cannot be limited to " + limit + " octets");
        }
        this.definition = definition;
        this.limit = limit;
        header();
    }

    /** Takes all records out. */
    public BlockWriter clear() {
        length = BlockWalker.HEADER;
        records = 0;
        header();
        return this;
    }

    /**
     * Adds the record as it stands in the writer.
     *
     * @return false, and nothing is added, when the block would exceed its limit
     * @throws IllegalArgumentException when the record is of another edition
     * @throws IllegalStateException when the record has no item, or more elements than can be told
     */
    public boolean add(RecordWriter record) {
        if (record.definition() != definition) {
            throw new IllegalArgumentException(
                    "a record of " + record.definition() + " in a block of " + definition);
        }
        int end = record.write(data, length, Math.min(data.length, limit));
        while (end < 0 && data.length < limit) {
            data = Arrays.copyOf(data, Math.min(limit, data.length * 2));
            end = record.write(data, length, data.length);
        }
        if (end < 0) {
            return false;
        }
        length = end;
        records++;
        header();
        return true;
    }

    private void header() {
        data[0] = (byte) definition.category();
        data[1] = (byte) (length >> 8);
        data[2] = (byte) length;
    }

    /** The records added since the last {@link #clear}. */
    public int records() {
        return records;
    }

    /** The octets of the block. */
    public int length() {
        return length;
    }

    /** The block's own array; the first {@link #length} octets hold the block until it changes. */
    public byte[] data() {
        return data;
    }

    /** A copy of the block. */
    public byte[] toBytes() {
        return Arrays.copyOf(data, length);
    }
}
