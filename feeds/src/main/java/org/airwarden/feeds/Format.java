package org.airwarden.feeds;

/** What the bytes of a source's packets are, once the framing of a recording is taken off. */
public enum Format {
    /** ASTERIX data blocks, one after the other. */
    ASTERIX("asterix"),
    /** The Beast binary stream of Mode S receivers. */
    BEAST("beast"),
    /** Mode S messages as lines of hexadecimal digits. */
    AVR("avr"),
    /** The text lines of BaseStation, port 30003. */
    SBS("sbs"),
    /** The JSON of readsb and dump1090: {@code aircraft.json}, or one aircraft a line. */
    READSB("readsb");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** Returns the word for it in a site file. */
    public String word() {
        return word;
    }

    /** Returns what recordings of a framing hold. */
    public static Format of(Framing framing) {
        return switch (framing) {
            case RAW_ASTERIX, FINAL, RPLY, GPS, PCAP, PCAPNG -> ASTERIX;
            // Samples are demodulated where they are read, and are Beast from there on.
            case BEAST, IQ_U8_2400, IQ_S16_2400, IQ_U8_2000, IQ_S16_2000 -> BEAST;
            case AVR -> AVR;
            case SBS -> SBS;
            case READSB_JSON -> READSB;
        };
    }
}
