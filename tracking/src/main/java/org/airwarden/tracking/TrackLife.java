package org.airwarden.tracking;

import org.airwarden.model.Settings;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * When a track is confirmed, coasts and ends: by its probability of existence, which reports raise
 * and missed reports lower.
 *
 * <p>Existence as of D. Musicki, R. Evans, "Joint integrated probabilistic data association", IEEE
 * Trans. AES 40(3), 2004. Immutable.
 */
final class TrackLife {
    private static final double HITS_ADDRESSED = 1.9;

    /** More of them for echoes without height: real ones cluster, as no uniform density tells. */
    private static final double FLAT_MORE = 1;

    /** Reports that a second track of one address must have, while the first is well. */
    private static final double HITS_DOUBLE = 6.5;

    /** How far off the path an aircraft may be found again (m, m/s). */
    private static final double JUMP = 2_000;

    private static final double ASTRAY = 100;

    private final LifeRules rules;

    /** So long after people last told of it, a track ends that no sensor sees (s). */
    private static final double OBSERVED = 180;

    /** How long a track waits that was last contested (s). */
    private static final double CONTESTED = 12;

    TrackLife(LifeRules rules) {
        this.rules = rules;
    }

    /** Returns the probability of existence after a chance to be seen that was not taken. */
    static double missed(double existence, double detection) {
        return existence * (1 - detection) / (1 - existence * detection);
    }

    /** Returns the probability that a target goes on existing for a time (s). */
    double survival(double seconds) {
        return Decay.exp(-seconds / rules.meanLife());
    }

    /** Tells whether a tentative track earned its number. */
    boolean isReady(LiveTrack track, Tracks tracks) {
        if (!isSure(track) || isContested(track)) {
            return false;
        }
        if (track.addressKey < 0) {
            return track.hits >= (rules.reports() + (track.heightKnown ? 0 : FLAT_MORE));
        }
        return track.hits >= (elder(track, tracks) == null ? HITS_ADDRESSED : HITS_DOUBLE);
    }

    /** Tells whether its directions are as well explained by another crossing of them. */
    private static boolean isContested(LiveTrack track) {
        return track.contested != Time.UNKNOWN
                && track.isOnly(Technology.STROBE)
                && Time.secondsBetween(track.contested, track.lastReport) < CONTESTED;
    }

    /** Returns the confirmed track that holds a tentative track's address, or null. */
    static @Nullable LiveTrack elder(LiveTrack track, Tracks tracks) {
        if (track.addressKey >= 0) {
            for (LiveTrack other : tracks.holding(track.addressKey)) {
                if (other != track && other.isConfirmed()) {
                    return other;
                }
            }
        }
        return null;
    }

    /**
     * Tells whether a tentative track is where a confirmed one went that holds the same address and
     * is no longer seen.
     */
    static boolean isContinuation(LiveTrack track, LiveTrack elder) {
        if (track.hits < HITS_ADDRESSED || elder.lastReport >= track.began) {
            return false;
        }
        double seconds = Time.secondsBetween(elder.lastReport, track.lastReport);
        double[] here = new double[3];
        double[] there = new double[3];
        track.placeAfter(0, here);
        elder.placeAfter(Time.secondsBetween(elder.time, track.lastReport), there);
        double square = 0;
        for (int i = 0; i < 3; i++) {
            square += (here[i] - there[i]) * (here[i] - there[i]);
        }
        double reach = JUMP + ASTRAY * seconds;
        return square <= reach * reach;
    }

    /** Tells whether a tentative track has become so unlikely that it is not worth following. */
    boolean isHopeless(LiveTrack track) {
        return track.existence < rules.forget() * track.firstExistence;
    }

    /** Tells whether there is enough of a track to be confirmed, or found again. */
    boolean isSure(LiveTrack track) {
        return track.existence >= rules.confirm();
    }

    /** Tells whether a lost track is so long gone that it cannot be found again. */
    static boolean isForgotten(LiveTrack track, Settings settings, long clock) {
        return Time.secondsBetween(track.lastReport, clock) > settings.longestCoast();
    }

    /** Tells whether a track is no longer to be held for existing. */
    boolean isOver(LiveTrack track, Settings settings, long clock) {
        if (track.isOnly(Technology.OBSERVER)) {
            // People owe no reports: what they told of is held for a while.
            return Time.secondsBetween(track.lastReport, clock) > OBSERVED;
        }
        if (isForgotten(track, settings, clock) || !track.isOwed()) {
            return true;
        }
        if (track.isConfirmed()) {
            return track.existence < rules.end() || track.missedUpdates() >= settings.missedScans();
        }
        return isHopeless(track);
    }
}
