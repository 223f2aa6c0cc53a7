package org.airwarden.modes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * State as versioned bytes: a magic number naming the class, a version, then the fields,
 * big-endian.
 */
final class Snapshots {

    /** Writes a state's fields. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutput out) throws IOException;
    }

    /** Reads a state's fields. */
    @FunctionalInterface
    interface Reader {
        void read(DataInput in) throws IOException;
    }

    private Snapshots() {}

    static byte[] write(int magic, int version, Writer fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(magic);
            out.writeByte(version);
            fields.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void read(int magic, int version, byte[] snapshot, Reader fields) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot));
        try {
            if (in.readInt() != magic) {
                throw new IllegalArgumentException("snapshot of another class");
            }
            int found = in.readUnsignedByte();
            if (found != version) {
                throw new IllegalArgumentException(
                        "snapshot version " + found + ", this library reads " + version);
            }
            fields.read(in);
            if (in.available() != 0) {
                throw new IllegalArgumentException(
                        "snapshot has " + in.available() + " bytes over");
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("snapshot is damaged or cut short", broken);
        }
    }

    static void writeLongs(DataOutput out, long[] values) throws IOException {
        for (long value : values) {
            out.writeLong(value);
        }
    }

    static void readLongs(DataInput in, long[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
    }
}
