package org.airwarden.journal;

import java.util.HexFormat;
import org.airwarden.model.Origin;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * What a segment of a journal says of itself first. Replay is equal to the byte only with the
 * engine version that stands here.
 *
 * @param engineVersion the version of the program that writes
 * @param configuration hash of the configuration: 64 hexadecimal digits, lower case (32 bytes)
 * @param origin the least real origin of what is recorded
 * @param title what it is, for people
 * @param dateKnown whether times are of a known date; otherwise only their differences and the time
 *     of day mean anything
 * @param createdAt when recording began, by the host's clock (ns since 1970)
 */
public record JournalHeader(
        String engineVersion,
        String configuration,
        Origin origin,
        String title,
        boolean dateKnown,
        long createdAt) {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;

    /** The longest version text and title together (characters), so that a header stays small. */
    private static final int LONGEST_TEXT = 8_192;

    /** Checks the hash's form and the texts' length. */
    public JournalHeader {
        if (configuration.length() != 2 * HASH_BYTES
                || !configuration.chars().allMatch(JournalHeader::isHexDigit)) {
            throw new IllegalArgumentException(
                    "a configuration's hash is 64 lower-case hexadecimal digits, not \""
                            + configuration
                            + "\"");
        }
        if (engineVersion.length() + title.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a journal's title and version are longer than " + LONGEST_TEXT);
        }
    }

    void write(StateOutput out) {
        out.putByte(VERSION);
        out.putText(engineVersion);
        out.putBytes(HexFormat.of().parseHex(configuration));
        out.putEnum(origin);
        out.putText(title);
        out.putBoolean(dateKnown);
        out.putLong(createdAt);
    }

    static JournalHeader read(StateInput in) {
        in.version("a journal's header", VERSION);
        String engineVersion = EntryCodec.text(in);
        byte[] configuration = in.takeBytes();
        if (configuration.length != HASH_BYTES) {
            throw new StateException("the configuration's hash has another length than 32");
        }
        Origin origin = in.takeEnum(Origin.class);
        String title = EntryCodec.text(in);
        boolean dateKnown = in.takeBoolean();
        long createdAt = in.takeLong();
        if (engineVersion.length() + title.length() > LONGEST_TEXT) {
            throw new StateException("the title is too long");
        }
        return new JournalHeader(
                engineVersion,
                HexFormat.of().formatHex(configuration),
                origin,
                title,
                dateKnown,
                createdAt);
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
