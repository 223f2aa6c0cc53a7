package org.airwarden.feeds;

import java.time.LocalDate;
import org.airwarden.model.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How to play recordings.
 *
 * @param reading format and editions, where they are not left to the bytes
 * @param site what the sensors are, or null to find them in the bytes
 * @param date the day (UTC) on which the recordings begin, or null: then the site file's, or the
 *     bytes'
 * @param origin what stands in every packet: recorded as a rule, simulated where a simulator wrote
 *     the files
 */
public record RecordingOptions(
        ReadingOptions reading, @Nullable SiteFile site, @Nullable LocalDate date, Origin origin) {

    /** The bytes decide all. */
    public static final RecordingOptions BY_BYTES =
            new RecordingOptions(ReadingOptions.BY_BYTES, null, null, Origin.RECORDED);

    /** Refuses to call a recording live. */
    public RecordingOptions {
        if (origin == Origin.LIVE) {
            throw new IllegalArgumentException("what is read from a file is not live");
        }
    }
}
