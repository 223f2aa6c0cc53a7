package org.airwarden.tracking;

import java.util.List;

/**
 * A motion that a track may be in: straight, or a level turn, with white noise on its acceleration.
 *
 * @param turnRate turn to the right (rad/s), 0 for straight flight
 * @param horizontalNoise density of the noise along each horizontal axis (m^2/s^3), above 0
 * @param verticalNoise the same along the vertical
 * @param share of the tracks that change their motion, how many enter this one; those of a bank
 *     count in proportion
 * @param stay mean time that a track stays in it (s)
 */
public record Motion(
        double turnRate, double horizontalNoise, double verticalNoise, double share, double stay) {
    private static final double CALM = 350;
    private static final double RESTLESS = 12;

    /** Makes one; throws {@link IllegalArgumentException} where a number cannot be. */
    public Motion {
        boolean sound =
                Double.isFinite(turnRate)
                        && horizontalNoise > 0
                        && verticalNoise > 0
                        && share > 0
                        && stay > 0
                        && Double.isFinite(horizontalNoise + verticalNoise + share);
        if (!sound) {
            throw new IllegalArgumentException(
                    "a motion needs noise, share and stay above 0: turn "
                            + turnRate
                            + ", noise "
                            + horizontalNoise
                            + " and "
                            + verticalNoise
                            + ", share "
                            + share
                            + ", stay "
                            + stay);
        }
    }

    /**
     * Returns the bank that the tracker uses: uniform motion with very little, little, some and
     * much random acceleration, and level turns of two rates to either side, up to those of a
     * fighter.
     */
    public static List<Motion> standard() {
        double gentle = Math.toRadians(4);
        double hard = Math.toRadians(10.7);
        return List.of(
                new Motion(0, 0.15, 0.008, 0.540, CALM),
                new Motion(0, 1, 0.05, 0.300, CALM),
                new Motion(0, 16, 9, 0.032, RESTLESS),
                new Motion(0, 500, 250, 0.008, RESTLESS),
                new Motion(gentle, 15, 5, 0.028, RESTLESS),
                new Motion(-gentle, 15, 5, 0.028, RESTLESS),
                new Motion(hard, 800, 20, 0.032, RESTLESS),
                new Motion(-hard, 800, 20, 0.032, RESTLESS));
    }
}
