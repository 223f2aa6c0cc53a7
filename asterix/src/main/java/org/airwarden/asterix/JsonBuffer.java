package org.airwarden.asterix;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Characters of JSON in the making: what {@link RecordJson} writes into, in ASCII. */
final class JsonBuffer {
    private byte[] chars = new byte[4096];
    private int size;

    /** A text of ASCII characters as octets, as {@link #raw(byte[])} takes it. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        size = 0;
    }

    void appendTo(StringBuilder out) {
        out.append(new String(chars, 0, size, StandardCharsets.ISO_8859_1));
    }

    void appendTo(ByteArrayOutputStream out) {
        out.write(chars, 0, size);
    }

    /** Makes sure that so many octets fit, and what {@link JsonDigits} may overwrite behind. */
    void room(int more) {
        int least = size + more + JsonDigits.SLACK;
        if (least > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(least, chars.length * 2));
        }
    }

    void mark(char c) {
        room(1);
        chars[size++] = (byte) c;
    }

    /** Ends an object or array in place of its last comma, if any. */
    void close(char end) {
        if (chars[size - 1] == ',') {
            chars[size - 1] = (byte) end;
        } else {
            mark(end);
        }
    }

    /** The same as a member or element, with a comma. */
    void end(char end) {
        room(2);
        byte[] to = chars;
        int at = to[size - 1] == ',' ? size - 1 : size;
        to[at] = (byte) end;
        to[at + 1] = ',';
        size = at + 2;
    }

    void raw(byte[] ready) {
        int length = ready.length;
        room(length);
        System.arraycopy(ready, 0, chars, size, length);
        size += length;
    }

    void name(JsonName name) {
        room(name.length());
        size = name.put(chars, size);
    }

    void hex(byte[] data, int from, int to) {
        room(2 * (to - from));
        size = JsonDigits.hex(chars, size, data, from, to);
    }

    /** A field's value: a number, or a quoted text. */
    void value(FieldJson field, long raw) {
        room(FieldJson.ROOM);
        size = field.value(chars, size, raw);
    }

    /**
     * The beginning of an object: those fields that are there in so many octets, each with a comma.
     */
    void open(Item item, byte[] data, int start, int octets) {
        room(item.jsonRoom);
        byte[] to = chars;
        int at = size;
        to[at++] = '{';
        for (Field field : item.fieldArray) {
            if (field.end <= octets && (!field.conditional || field.holds(data, start))) {
                at = field.json().member(to, at, field.extract(data, start));
            }
        }
        size = at;
    }
}
