package org.airwarden.server;

import org.jspecify.annotations.Nullable;

/**
 * Where a host stands.
 *
 * @param replay whether it replays a recording, as against showing what is live
 * @param dateKnown whether the date is known; else only the time of day means anything
 * @param time the picture's clock (ns since 1970), or {@link org.airwarden.model.Time#UNKNOWN}
 * @param playing whether the clock goes on
 * @param speed seconds of picture a second; 0 for as fast as possible; 1 when live
 * @param first the recording's beginning (ns since 1970); for a live picture its start
 * @param last the recording's end (ns since 1970); for a live picture the host's clock
 * @param reports sensor reports since the start or the last seek
 * @param reportsPerSecond reports a second of picture time, lately
 * @param faults faults in the data since the start or the last seek
 * @param overload a sentence when the host cannot keep up, else null
 */
public record HostStatus(
        boolean replay,
        boolean dateKnown,
        long time,
        boolean playing,
        double speed,
        long first,
        long last,
        long reports,
        double reportsPerSecond,
        long faults,
        @Nullable String overload) {}
