package org.airwarden.tracking;

/**
 * When tracks begin to count and when they end, in probabilities of existence.
 *
 * @param confirm a tentative track of at least this probability is confirmed
 * @param end a confirmed track below this probability ends
 * @param forget a tentative track ends when its probability sank to this share of its first
 * @param reports reports that a track without address needs before it is confirmed; each counts by
 *     its probability of being the track's own
 * @param meanLife time for which a target goes on existing, on average (s)
 */
public record LifeRules(
        double confirm, double end, double forget, double reports, double meanLife) {
    /** Makes them; throws {@link IllegalArgumentException} where a number cannot be. */
    public LifeRules {
        boolean sound =
                confirm > 0
                        && confirm < 1
                        && end > 0
                        && end < 1
                        && forget > 0
                        && forget < 1
                        && reports > 0
                        && meanLife > 0;
        if (!sound) {
            throw new IllegalArgumentException(
                    "probabilities lie between 0 and 1, reports and life above 0: confirm "
                            + confirm
                            + ", end "
                            + end
                            + ", forget "
                            + forget
                            + ", reports "
                            + reports
                            + ", mean life "
                            + meanLife);
        }
    }

    /**
     * Returns the rules that the tracker uses. A track is shown as soon as it is more likely than
     * not by a good margin, since the time that a late one costs cannot be had back; it is dropped
     * before it is a coin's toss.
     */
    public static LifeRules standard() {
        return new LifeRules(0.85, 0.6, 0.04, 1.9, 2_000);
    }
}
