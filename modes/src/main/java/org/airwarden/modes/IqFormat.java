package org.airwarden.modes;

import org.jspecify.annotations.Nullable;

/**
 * How samples of a radio lie in a stream: the in-phase value, then the quadrature value, sample
 * after sample; how each value is written, and how many samples there are in a second. Nothing in
 * such a stream says any of this.
 */
public enum IqFormat {
    /** 2.4 million samples a second, a byte a value, 127.5 is zero: RTL-SDR sticks. */
    U8_2400("iq-u8-2.4", 5, 2),
    /** 2.4 million samples a second, signed 16 bits a value, little-endian. */
    S16_2400("iq-s16-2.4", 5, 4),
    /** 2.0 million samples a second, a byte a value, 127.5 is zero: RTL-SDR sticks. */
    U8_2000("iq-u8-2.0", 6, 2),
    /** 2.0 million samples a second, signed 16 bits a value, little-endian. */
    S16_2000("iq-s16-2.0", 6, 4);

    /** Counts of the 12 MHz clock in a second. */
    static final int CLOCK = 12_000_000;

    private final String word;
    private final int ticks;
    private final int bytes;

    IqFormat(String word, int ticks, int bytes) {
        this.word = word;
        this.ticks = ticks;
        this.bytes = bytes;
    }

    /** Its name on command lines and in files. */
    public String word() {
        return word;
    }

    /** The format with that name, or null. */
    public static @Nullable IqFormat ofWord(String word) {
        for (IqFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        return null;
    }

    /** Samples in a second. */
    public int samplesPerSecond() {
        return CLOCK / ticks;
    }

    /** Bytes of a sample, both values together. */
    public int bytesPerSample() {
        return bytes;
    }

    /** Counts of a 12 MHz clock from one sample to the next: 5 or 6. */
    public int ticksPerSample() {
        return ticks;
    }
}
