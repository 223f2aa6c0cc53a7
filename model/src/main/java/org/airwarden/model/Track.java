package org.airwarden.model;

import java.util.List;
import org.airwarden.geodesy.World;
import org.jspecify.annotations.Nullable;

/**
 * A track as the picture holds it at one time.
 *
 * @param number its number
 * @param time when the kinematics apply (ns since 1970)
 * @param began when its first report was measured (ns since 1970)
 * @param confirmed when it was confirmed (ns since 1970), or {@link Time#UNKNOWN} while tentative
 * @param lastReport when its last report was measured (ns since 1970)
 * @param missedUpdates updates that its sensors owed since; above 0 the track is coasting
 * @param world what its kinematics are Cartesian in
 * @param kinematics where it is and how it moves
 * @param heightKnown whether anything measured its height: a false one is the tracker's assumption
 * @param said the newest of everything that its transponder said; null parts were never heard
 * @param sources the sensors that say it, in the order of their numbers
 * @param origin the least real origin of its reports
 */
public record Track(
        TrackNumber number,
        long time,
        long began,
        long confirmed,
        long lastReport,
        int missedUpdates,
        World world,
        Kinematics kinematics,
        boolean heightKnown,
        Transponder said,
        List<TrackSource> sources,
        Origin origin) {
    /** Copies the list. */
    public Track {
        sources = List.copyOf(sources);
    }

    /** Tells whether the track is confirmed. */
    public boolean isConfirmed() {
        return confirmed != Time.UNKNOWN;
    }

    /** Tells whether it goes on without reports that were due. */
    public boolean isCoasting() {
        return missedUpdates > 0;
    }

    /** Returns the source of a sensor, or null where that sensor has no part in it. */
    public @Nullable TrackSource source(int sensor) {
        for (TrackSource source : sources) {
            if (source.sensor() == sensor) {
                return source;
            }
        }
        return null;
    }
}
