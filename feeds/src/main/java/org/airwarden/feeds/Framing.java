package org.airwarden.feeds;

import org.airwarden.modes.IqFormat;
import org.jspecify.annotations.Nullable;

/** How a recording is cut into frames: the outermost layer of a file. */
public enum Framing {
    /** ASTERIX data blocks one after the other, nothing between them. */
    RAW_ASTERIX("raw", "raw ASTERIX blocks"),
    /** FINAL: length, recorder's time, payload, and four octets A5 at the end of each frame. */
    FINAL("final", "FINAL frames"),
    /** Replay files: each block after its little-endian length and the milliseconds before it. */
    RPLY("rply", "rply blocks"),
    /** The GPS recorder: a header of 2,200 octets, then blocks with a trailer of ten. */
    GPS("gps", "GPS-recorder blocks"),
    /** libpcap captures. */
    PCAP("pcap", "pcap packets"),
    /** pcapng captures. */
    PCAPNG("pcapng", "pcapng packets"),
    /** The Beast binary stream of Mode S receivers. */
    BEAST("beast", "Beast messages"),
    /** Mode S frames as hexadecimal text: {@code *8D4B...;}. */
    AVR("avr", "AVR lines"),
    /** BaseStation text lines, port 30003. */
    SBS("sbs", "SBS lines"),
    /** The JSON of readsb and dump1090: {@code aircraft.json}, or one aircraft a line. */
    READSB_JSON("readsb-json", "readsb JSON values"),
    /** Radio samples of a receiver, 2.4 million a second, a byte a value. */
    IQ_U8_2400(IqFormat.U8_2400),
    /** Radio samples of a receiver, 2.4 million a second, signed 16 bits a value. */
    IQ_S16_2400(IqFormat.S16_2400),
    /** Radio samples of a receiver, 2.0 million a second, a byte a value. */
    IQ_U8_2000(IqFormat.U8_2000),
    /** Radio samples of a receiver, 2.0 million a second, signed 16 bits a value. */
    IQ_S16_2000(IqFormat.S16_2000);

    private final String word;
    private final String frames;
    private final @Nullable IqFormat iq;

    Framing(String word, String frames) {
        this.word = word;
        this.frames = frames;
        iq = null;
    }

    Framing(IqFormat iq) {
        word = iq.word();
        frames = "Mode S messages in radio samples";
        this.iq = iq;
    }

    /** Returns the word for it on the command line and in summaries. */
    public String word() {
        return word;
    }

    /** Returns what its frames are called, for people. */
    String frames() {
        return frames;
    }

    /** Returns how radio samples lie in it, or null where it holds none. */
    @Nullable IqFormat iq() {
        return iq;
    }

    /** Returns the framing of radio samples that lie so. */
    static Framing of(IqFormat iq) {
        for (Framing framing : values()) {
            if (framing.iq == iq) {
                return framing;
            }
        }
        throw new IllegalArgumentException("no framing holds " + iq.word());
    }

    /** Returns the framing with that word, or null. */
    public static @Nullable Framing ofWord(String word) {
        for (Framing framing : values()) {
            if (framing.word.equals(word)) {
                return framing;
            }
        }
        return null;
    }
}
