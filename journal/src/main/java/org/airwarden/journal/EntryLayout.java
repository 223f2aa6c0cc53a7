package org.airwarden.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The fixed head of an entry, big-endian:
 *
 * <pre>
 *  0  u32  marker
 *  4  u8   type
 *  5  u8   version of the body
 *  6  u16  0
 *  8  u32  length of the body
 * 12  i64  time (ns since 1970)
 * 20  u32  CRC-32C of the body
 * 24  u32  CRC-32C of the head's offset in the file (i64) and of bytes 0 to 23
 * </pre>
 *
 * <p>The head has a check of its own, so that a damaged body costs that body alone: the length can
 * still be trusted. The offset is part of the check, so that bytes inside a packet which look like
 * an entry (a recording of a journal, say) are never taken for one.
 *
 * <p>One instance a thread.
 */
final class EntryLayout {
    /** Bytes before the body. */
    static final int HEAD = 28;

    /** The longest body (bytes). */
    static final int LONGEST_BODY = 1 << 28;

    /** The first byte is not ASCII and not valid in UTF-8. */
    static final int MARKER = 0xF5417745;

    private static final int CHECKED = 24;

    private final CRC32C crc = new CRC32C();
    private final byte[] scratch = new byte[Long.BYTES + HEAD];
    private final ByteBuffer view = ByteBuffer.wrap(scratch);

    private int type;
    private int version;
    private int length;
    private long time;
    private int bodyCheck;

    /** Puts the head of an entry that stands at an offset of its file. */
    void put(
            ByteBuffer into,
            long offset,
            int type,
            int version,
            int length,
            long time,
            int bodyCheck) {
        view.clear();
        view.putLong(offset)
                .putInt(MARKER)
                .put((byte) type)
                .put((byte) version)
                .putShort((short) 0);
        view.putInt(length).putLong(time).putInt(bodyCheck);
        view.putInt(check());
        into.put(scratch, Long.BYTES, HEAD);
    }

    /**
     * Takes the head from 28 bytes of an array.
     *
     * @param offset where they stand in the file
     * @return whether they are a head that was written for that place
     */
    boolean take(byte[] bytes, int index, long offset) {
        view.clear();
        view.putLong(offset).put(bytes, index, HEAD);
        view.position(Long.BYTES);
        int marker = view.getInt();
        type = view.get() & 0xFF;
        version = view.get() & 0xFF;
        view.getShort();
        length = view.getInt();
        time = view.getLong();
        bodyCheck = view.getInt();
        return marker == MARKER
                && length >= 0
                && length <= LONGEST_BODY
                && view.getInt() == check();
    }

    /** Returns the check of a body in two parts. */
    int bodyCheck(byte[] first, int firstLength, byte[] second) {
        crc.reset();
        crc.update(first, 0, firstLength);
        crc.update(second, 0, second.length);
        return (int) crc.getValue();
    }

    int type() {
        return type;
    }

    int version() {
        return version;
    }

    int length() {
        return length;
    }

    long time() {
        return time;
    }

    int bodyCheck() {
        return bodyCheck;
    }

    private int check() {
        crc.reset();
        crc.update(scratch, 0, Long.BYTES + CHECKED);
        return (int) crc.getValue();
    }
}
