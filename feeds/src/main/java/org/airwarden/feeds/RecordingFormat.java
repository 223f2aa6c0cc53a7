package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framing, what its payloads are wrapped in, and what its time stamps count. Its {@link #word} is
 * what {@code --format} takes and what summaries show: {@code final}, {@code pcap}, {@code
 * pcap+oradis}, {@code beast-gps}.
 *
 * @param framing the outermost layer
 * @param encapsulation the layer between a datagram and its ASTERIX blocks
 * @param stamps what the time stamps of Beast frames are
 */
public record RecordingFormat(Framing framing, Encapsulation encapsulation, Stamps stamps) {

    /** What lies between a datagram's payload and its ASTERIX blocks. */
    public enum Encapsulation {
        /** Nothing. */
        NONE,
        /**
         * ORADIS: before the blocks stand six octets, the length of the whole record and the
         * milliseconds of the day.
         */
        ORADIS
    }

    /** What the 48 bits of a Beast frame's time stamp are. */
    public enum Stamps {
        /** Nobody says; read as a counter of 12 MHz. */
        UNSAID(""),
        /** A counter of 12 MHz, surely. */
        TWELVE_MEGAHERTZ("-12mhz"),
        /** GPS: 18 bits of second of the UTC day, 30 bits of nanosecond (Radarcape). */
        GPS("-gps");

        private final String ending;

        Stamps(String ending) {
            this.ending = ending;
        }
    }

    /** Checks that only captures are encapsulated, and that only Beast has time stamps. */
    public RecordingFormat {
        if (stamps != Stamps.UNSAID && framing != Framing.BEAST) {
            throw new IllegalArgumentException(
                    "only Beast frames have such stamps, not " + framing.word());
        }
        if (encapsulation != Encapsulation.NONE
                && framing != Framing.PCAP
                && framing != Framing.PCAPNG) {
            throw new IllegalArgumentException(
                    "only datagrams are encapsulated, not " + framing.word());
        }
    }

    /** Returns a framing without encapsulation. */
    public static RecordingFormat of(Framing framing) {
        return new RecordingFormat(framing, Encapsulation.NONE, Stamps.UNSAID);
    }

    /** Returns a framing of datagrams that hold such layers. */
    static RecordingFormat of(Framing framing, Encapsulation encapsulation) {
        return new RecordingFormat(framing, encapsulation, Stamps.UNSAID);
    }

    /** Returns Beast with such stamps. */
    public static RecordingFormat beast(Stamps stamps) {
        return new RecordingFormat(Framing.BEAST, Encapsulation.NONE, stamps);
    }

    /** Returns the format with that word, or null. */
    public static @Nullable RecordingFormat ofWord(String word) {
        for (RecordingFormat format : all()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        return null;
    }

    /** Returns every format there is. */
    public static List<RecordingFormat> all() {
        List<RecordingFormat> all = new ArrayList<>();
        for (Framing framing : Framing.values()) {
            all.add(of(framing));
            if (framing == Framing.PCAP || framing == Framing.PCAPNG) {
                all.add(of(framing, Encapsulation.ORADIS));
            } else if (framing == Framing.BEAST) {
                all.add(beast(Stamps.TWELVE_MEGAHERTZ));
                all.add(beast(Stamps.GPS));
            }
        }
        return List.copyOf(all);
    }

    /** Tells whether times are times of day by GPS. */
    public boolean isGpsTimed() {
        return stamps == Stamps.GPS;
    }

    /** Returns the word for it. */
    public String word() {
        return switch (encapsulation) {
            case NONE -> framing.word() + stamps.ending;
            case ORADIS -> framing.word() + "+oradis";
        };
    }
}
