package org.airwarden.tracking;

/** Decides how probably each track of a scan group caused each of its reports. */
public interface Associator {
    /**
     * Solves a sparse problem, in place.
     *
     * <p>Pairs stand ordered by track. The weight of a pair is the likelihood that the track caused
     * the report over that of the track causing none, and over that of the report coming from no
     * track; a track causes at most one report, and a report has at most one cause.
     *
     * @param problem the pairs and their weights; receives the probabilities
     */
    void solve(AssociationProblem problem);
}
