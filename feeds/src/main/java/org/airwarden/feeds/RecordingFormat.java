package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framing, and what its payloads are wrapped in. Its {@link #word} is what {@code --format} takes
 * and what summaries show: {@code final}, {@code pcap}, {@code pcap+oradis}.
 *
 * @param framing the outermost layer
 * @param encapsulation the layer between a datagram and its ASTERIX blocks
 */
public record RecordingFormat(Framing framing, Encapsulation encapsulation) {

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

    /** Checks that only captures are encapsulated. */
    public RecordingFormat {
        if (encapsulation != Encapsulation.NONE
                && framing != Framing.PCAP
                && framing != Framing.PCAPNG) {
            throw new IllegalArgumentException(
                    "only datagrams are encapsulated, not " + framing.word());
        }
    }

    /** Returns a framing without encapsulation. */
    public static RecordingFormat of(Framing framing) {
        return new RecordingFormat(framing, Encapsulation.NONE);
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
                all.add(new RecordingFormat(framing, Encapsulation.ORADIS));
            }
        }
        return List.copyOf(all);
    }

    /** Returns the word for it. */
    public String word() {
        return switch (encapsulation) {
            case NONE -> framing.word();
            case ORADIS -> framing.word() + "+oradis";
        };
    }
}
