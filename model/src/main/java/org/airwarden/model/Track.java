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
 * @param motion how it moves
 * @param accuracy horizontal distance (m) within which it is with a probability of 95 %; NaN where
 *     an older program wrote the track
 * @param said the newest of everything that its transponder said; null parts were never heard
 * @param sources the sensors that say it, in the order of their numbers
 * @param origin the least real origin of its reports
 * @param doubted whether its identity or its own word is in doubt: another track has the same
 *     address, no aircraft can have the address, or radars see it elsewhere than it tells
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
        Motion motion,
        double accuracy,
        Transponder said,
        List<TrackSource> sources,
        Origin origin,
        boolean doubted) {
    /**
     * Upper bounds (m) of the accuracy categories 11 down to 1: those of ADS-B's navigation
     * accuracy category for position (NACp; RTCA DO-260B, table 2-70), which bound the same 95 %
     * radius.
     */
    private static final double[] CATEGORIES = {
        3, 10, 30, 92.6, 185.2, 555.6, 926, 1_852, 3_704, 7_408, 18_520
    };

    /** Makes a track that nothing is doubtful about. */
    public Track(
            TrackNumber number,
            long time,
            long began,
            long confirmed,
            long lastReport,
            int missedUpdates,
            World world,
            Kinematics kinematics,
            boolean heightKnown,
            Motion motion,
            double accuracy,
            Transponder said,
            List<TrackSource> sources,
            Origin origin) {
        this(
                number,
                time,
                began,
                confirmed,
                lastReport,
                missedUpdates,
                world,
                kinematics,
                heightKnown,
                motion,
                accuracy,
                said,
                sources,
                origin,
                false);
    }

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

    /**
     * Returns its quality in one figure: 11 where {@link #accuracy} is below 3 m, 8 below 0.05 NM,
     * 5 below 0.5 NM, 1 below 10 NM, as the category of an ADS-B position of that accuracy would
     * be; 0 beyond, or where it is not known.
     */
    public int accuracyCategory() {
        int category = CATEGORIES.length;
        for (double bound : CATEGORIES) {
            if (accuracy < bound) {
                return category;
            }
            category--;
        }
        return 0;
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
