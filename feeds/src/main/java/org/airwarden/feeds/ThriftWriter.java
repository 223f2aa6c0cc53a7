package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * Structs in Thrift's compact protocol (Apache Thrift, doc/specs/thrift-compact-protocol.md), as
 * far as Parquet's metadata needs them. Fields are written in ascending order. One thread.
 */
final class ThriftWriter {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ArrayDeque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] toBytes() {
        return out.toByteArray();
    }

    ThriftWriter i32(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
        return this;
    }

    ThriftWriter i64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
        return this;
    }

    ThriftWriter flag(int field, boolean value) {
        header(field, value ? TRUE : FALSE);
        return this;
    }

    ThriftWriter text(int field, String value) {
        header(field, BINARY);
        binary(value);
        return this;
    }

    ThriftWriter begin(int field) {
        header(field, STRUCT);
        return beginElement();
    }

    /** Begins a struct that is an element of a list. */
    ThriftWriter beginElement() {
        outer.push(last);
        last = 0;
        return this;
    }

    ThriftWriter end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /** Ends the outermost struct. */
    ThriftWriter endAll() {
        out.write(0);
        return this;
    }

    ThriftWriter structs(int field, int size) {
        return list(field, STRUCT, size);
    }

    ThriftWriter i32s(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    ThriftWriter texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (String value : values) {
            binary(value);
        }
        return this;
    }

    private ThriftWriter list(int field, int type, int size) {
        header(field, LIST);
        if (size < 15) {
            out.write((size << 4) | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
        return this;
    }

    private void header(int field, int type) {
        int step = field - last;
        if (step > 0 && step <= 15) {
            out.write((step << 4) | type);
        } else {
            out.write(type);
            varint(zigzag(field));
        }
        last = field;
    }

    private void binary(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
