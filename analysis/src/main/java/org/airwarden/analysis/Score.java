package org.airwarden.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good tracks were against truth, by the measures of the field:
 *
 * <ul>
 *   <li>{@link Gospa} and {@link Ospa2}, as cited there;
 *   <li>SIAP: P. Votruba, R. Nisley, R. Rothrock, B. Zombro, "Single Integrated Air Picture (SIAP)
 *       metrics implementation", SIAP SE TF technical report 2001-001, over all times: completeness
 *       (matched targets by targets), ambiguity (associated tracks by matched targets),
 *       spuriousness (tracks of no target by tracks), positional and velocity accuracy (mean error
 *       of associated tracks), rate of track-number change (tracks more than needed by time
 *       tracked), longest track segment (by life);
 *   <li>CLEAR-MOT: K. Bernardin, R. Stiefelhagen, 2008: MOTA = 1 - (misses + false positives +
 *       identity switches) / targets, MOTP the mean distance of matched pairs; redundant and
 *       spurious tracks are false positives. Fragmentations: Y. Li, C. Huang, R. Nevatia, "Learning
 *       to associate: HybridBoosted multi-target tracker for crowded scene", CVPR 2009: how often a
 *       target that was matched is not, and later is again.
 * </ul>
 *
 * <p>Immutable after construction; any thread.
 */
public final class Score {
    private final Gospa gospa;
    private final Ospa2 ospa2;
    private final StateTable truth;
    private final StateTable tracks;
    private final ScoreSettings settings;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** Sums over all rows, see {@link #count}. */
    private int matched;

    private int associated;
    private double positionError;
    private double velocityError;
    private double matchedError;
    private double horizontal;
    private double vertical;
    private double horizontalVelocity;

    /** Judges tracks; those at times that the truth does not have are counted and ignored. */
    public Score(StateTable truth, StateTable tracks, ScoreSettings settings) {
        this.truth = truth;
        this.tracks = tracks;
        this.settings = settings;
        gospa = new Gospa(truth, tracks, settings);
        ospa2 = new Ospa2(truth, tracks, settings);
        Association association =
                new Association(truth, tracks, settings.gate(), settings.dimensions());
        count(association);
        Continuity continuity = new Continuity(truth, tracks, association);
        tellGospa();
        tellSiap(continuity);
        tellClearMot(continuity);
        tellRest(association, continuity);
    }

    private void count(Association association) {
        int dimensions = settings.dimensions();
        for (int row = 0; row < truth.rows(); row++) {
            int track = association.matched[row];
            if (track < 0) {
                continue;
            }
            matched++;
            addErrors(row, track);
            matchedError += Math.sqrt(truth.square(row, tracks, track, 0, dimensions));
            horizontal += truth.square(row, tracks, track, 0, 2);
            vertical += truth.square(row, tracks, track, 2, 1);
            horizontalVelocity += truth.square(row, tracks, track, 3, 2);
        }
        for (int track = 0; track < tracks.rows(); track++) {
            if (association.redundantOn[track] >= 0) {
                addErrors(association.redundantOn[track], track);
            }
        }
    }

    private void addErrors(int row, int track) {
        int dimensions = settings.dimensions();
        associated++;
        positionError += Math.sqrt(truth.square(row, tracks, track, 0, dimensions));
        velocityError += Math.sqrt(truth.square(row, tracks, track, 3, dimensions));
    }

    private void tell(String name, double value) {
        figures.put(name, value);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private void tellGospa() {
        tell("times", truth.times());
        tell("truths", truth.names());
        tell("truth_rows", truth.rows());
        tell("track_rows", trackRows());
        tell("gospa_mean", gospa.mean());
        tell("gospa_rms", gospa.rootMeanSquare());
        tell("gospa_loc", gospa.meanLocalisation());
        tell("gospa_missed", gospa.meanMissed());
        tell("gospa_false", gospa.meanFalse());
        tell("loc_rmse", gospa.pairError());
        tell("missed_n", gospa.meanMissedCount());
        tell("false_n", gospa.meanFalseCount());
        tell("ospa2_mean", ospa2.mean());
        tell("ospa2_whole", ospa2.whole());
    }

    private void tellSiap(Continuity continuity) {
        int rows = trackRows();
        tell("siap_completeness", ratio(matched, truth.rows()));
        tell("siap_ambiguity", matched == 0 ? 1 : ratio(associated, matched));
        tell("siap_spuriousness", ratio(rows - associated, rows));
        tell("siap_pos_acc", ratio(positionError, associated));
        tell("siap_vel_acc", ratio(velocityError, associated));
        tell("siap_track_change_rate", ratio(continuity.neededExtra, continuity.tracked));
        tell("siap_longest_segment", ratio(continuity.longest, continuity.lifetime));
    }

    private void tellClearMot(Continuity continuity) {
        int misses = truth.rows() - matched;
        int falsePositives = trackRows() - matched;
        double wrong = (double) misses + falsePositives + continuity.switches;
        tell("mota", truth.rows() == 0 ? 0 : 1 - wrong / truth.rows());
        tell("motp", ratio(matchedError, matched));
        tell("misses", misses);
        tell("false_positives", falsePositives);
        tell("id_switches", continuity.switches);
        tell("fragmentations", continuity.fragmentations);
    }

    private void tellRest(Association association, Continuity continuity) {
        tell("rmse_horizontal", Math.sqrt(ratio(horizontal, matched)));
        tell("rmse_vertical", Math.sqrt(ratio(vertical, matched)));
        tell("rmse_velocity_horizontal", Math.sqrt(ratio(horizontalVelocity, matched)));
        tell("switches_per_truth_hour", ratio(continuity.switches * 3600.0, continuity.tracked));
        tell("tracks", tracksSeen());
        tell("tracks_never_associated", neverAssociated(association));
        tell("tracks_per_truth", ratio(tracksSeen(), truth.names()));
        tell("truths_never_tracked", continuity.neverTracked);
        tell(
                "mean_start_delay_s",
                ratio(continuity.delays, truth.names() - continuity.neverTracked));
        int ignored = 0;
        for (int k = 0; k < tracks.times(); k++) {
            ignored += truth.indexOf(tracks.time(k)) < 0 ? 1 : 0;
        }
        tell("ignored_track_times", ignored);
    }

    /** Rows at times that the truth has. */
    private int trackRows() {
        int rows = 0;
        for (int k = 0; k < tracks.times(); k++) {
            if (truth.indexOf(tracks.time(k)) >= 0) {
                rows += tracks.endRow(k) - tracks.firstRow(k);
            }
        }
        return rows;
    }

    private int tracksSeen() {
        return countTracks(new boolean[tracks.rows()], false);
    }

    private int neverAssociated(Association association) {
        boolean[] hit = new boolean[tracks.rows()];
        for (int row : association.matched) {
            if (row >= 0) {
                hit[row] = true;
            }
        }
        for (int row = 0; row < hit.length; row++) {
            hit[row] |= association.redundantOn[row] >= 0;
        }
        return tracksSeen() - countTracks(hit, true);
    }

    /** Counts tracks that have a row at a time of the truth, and one that is hit if so asked. */
    private int countTracks(boolean[] hit, boolean onlyHit) {
        boolean[] seen = new boolean[tracks.names()];
        int count = 0;
        for (int k = 0; k < tracks.times(); k++) {
            if (truth.indexOf(tracks.time(k)) < 0) {
                continue;
            }
            for (int row = tracks.firstRow(k); row < tracks.endRow(k); row++) {
                if (!seen[tracks.who(row)] && (hit[row] || !onlyHit)) {
                    seen[tracks.who(row)] = true;
                    count++;
                }
            }
        }
        return count;
    }

    /** Returns GOSPA at each time. */
    public Gospa gospa() {
        return gospa;
    }

    /** Returns OSPA(2) at each time. */
    public Ospa2 ospa2() {
        return ospa2;
    }

    /**
     * Returns all figures by name, in a fixed order; the names are those that the neutral files'
     * other judge uses where it has the figure.
     */
    public Map<String, Double> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** Returns a figure by its name. */
    public double figure(String name) {
        Double value = figures.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure: " + name);
        }
        return value;
    }
}
