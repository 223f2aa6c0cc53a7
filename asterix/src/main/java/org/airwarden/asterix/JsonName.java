package org.airwarden.asterix;

/** The name of an item or field as it stands in JSON, {@code "NAME":} or none. Immutable. */
final class JsonName {
    private static final int SHORT = 16;

    private final byte[] text;
    private final int length;
    private final long first;
    private final long second;

    JsonName(String name) {
        text = JsonBuffer.ascii(name.isEmpty() ? "" : '"' + name + "\":");
        length = text.length;
        first = JsonDigits.word(text, 0, text.length);
        second = JsonDigits.word(text, 8, text.length);
    }

    int length() {
        return length;
    }

    /** Writes it as {@link JsonDigits} writes; nearly all names fit into two words. */
    int put(byte[] to, int at) {
        if (length <= SHORT) {
            JsonDigits.word(to, at, first);
            JsonDigits.word(to, at + 8, second);
        } else {
            System.arraycopy(text, 0, to, at, length);
        }
        return at + length;
    }
}
