package org.airwarden.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a segment. Magic (8 bytes, in the manner of PNG: a file that went through a
 * conversion of line ends is seen at once), format version (u16), length of the whole (u32), the
 * fields, CRC-32C of all before (u32). Magic, version, length and check keep their place in every
 * format.
 *
 * @param header the fields, or null where they cannot be read
 * @param end where entries begin (bytes)
 * @param fault what is wrong with it, in words, or null
 */
record SegmentHeader(@Nullable JournalHeader header, long end, @Nullable String fault) {
    /** The format that this program writes and the newest that it reads. */
    static final int FORMAT = 1;

    /** The longest header (bytes). */
    static final int LONGEST = 1 << 16;

    private static final byte[] MAGIC = {(byte) 0x89, 'A', 'W', 'J', '\r', '\n', 0x1A, '\n'};
    private static final int FIXED = MAGIC.length + Short.BYTES + Integer.BYTES;

    static byte[] toBytes(JournalHeader header) {
        StateOutput out = new StateOutput();
        header.write(out);
        byte[] fields = out.toBytes();
        int length = FIXED + fields.length + Integer.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.put(MAGIC).putShort((short) FORMAT).putInt(length).put(fields);
        bytes.putInt(check(bytes.array(), bytes.position()));
        return bytes.array();
    }

    /**
     * Reads a header.
     *
     * @param bytes the first bytes of a file, up to {@link #LONGEST}
     * @throws JournalException where a newer program wrote it
     */
    static SegmentHeader read(Path file, byte[] bytes) throws JournalException {
        if (bytes.length < FIXED) {
            return damaged("the file ends inside its header");
        }
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return damaged("the header does not begin as a journal's does");
        }
        ByteBuffer fixed = ByteBuffer.wrap(bytes).position(MAGIC.length);
        int format = fixed.getShort() & 0xFFFF;
        int length = fixed.getInt();
        if (length < FIXED + Integer.BYTES || length > LONGEST) {
            return damaged("the header gives an impossible length");
        }
        if (length > bytes.length) {
            return damaged("the file ends inside its header");
        }
        int checked = length - Integer.BYTES;
        if (check(bytes, checked) != ByteBuffer.wrap(bytes).getInt(checked)) {
            return damaged("the header does not match its check");
        }
        if (format != FORMAT) {
            throw new JournalException(
                    file
                            + " has journal format "
                            + format
                            + "; this program reads format "
                            + FORMAT
                            + ". Use the newer version of Airwarden that wrote it.");
        }
        try {
            StateInput fields = new StateInput(Arrays.copyOfRange(bytes, FIXED, checked));
            return new SegmentHeader(JournalHeader.read(fields), length, null);
        } catch (StateException e) {
            return damaged("the header cannot be read: " + e.getMessage());
        }
    }

    /** Tells whether bytes begin as a journal does. */
    static boolean looksLikeJournal(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static SegmentHeader damaged(String what) {
        return new SegmentHeader(null, 0, what);
    }

    private static int check(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
