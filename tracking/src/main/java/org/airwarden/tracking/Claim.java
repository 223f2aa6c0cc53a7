package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;

/**
 * What an aircraft last told of where it is, and how far that lies from where sensors measure it:
 * an exponentially weighted mean of the differences with its covariance, independent of the track's
 * estimate. Plain data; {@link Claims} works on it.
 */
final class Claim {
    /** Share of the newest difference in the mean. */
    private static final double NEWEST = 0.5;

    /**
     * Squared deviations at which a claim comes into doubt, and is believed again: 1 in 400 by
     * chance.
     */
    private static final double DOUBT = 12;

    private static final double BELIEF = 5;

    /** Differences that a doubt rests on at least. */
    private static final int LEAST_LOOKS = 2;

    /** How many times the mean difference a doubted claim is taken to be off. */
    private static final double CAUTION = 3;

    /** The sensor that relayed it. */
    int sensor = -1;

    long time = Time.UNKNOWN;

    /** Where, in the world's axes (m), and how it moves (m/s). */
    final double[] place = new double[3];

    final double[] velocity = new double[3];

    /** Claimed standard deviation along one axis (m). */
    double sigma;

    /** Measured less claimed, weighted mean: east, north (m), and its covariance. */
    double east;

    double north;
    double eastVariance;
    double covariance;
    double northVariance;
    int looks;

    /** Differences that agreed before it came into doubt. */
    int agreed;

    /** When it came into doubt, or {@link Time#UNKNOWN} while it is believed. */
    long doubtedSince = Time.UNKNOWN;

    boolean isDoubted() {
        return doubtedSince != Time.UNKNOWN;
    }

    /** Returns what to add to the variance of what is claimed, along one axis (m^2). */
    double doubtVariance() {
        return isDoubted() ? CAUTION * CAUTION * (east * east + north * north) : 0;
    }

    /** Returns the squared deviations of the mean difference from none. */
    double deviation() {
        double determinant = eastVariance * northVariance - covariance * covariance;
        if (looks == 0 || !(determinant > 0)) {
            return 0;
        }
        return (northVariance * east * east
                        - 2 * covariance * east * north
                        + eastVariance * north * north)
                / determinant;
    }

    /**
     * Adds a difference with its covariance; returns whether it brought the claim into doubt.
     *
     * @param at when the difference was measured
     */
    boolean add(double dEast, double dNorth, double ee, double en, double nn, long at) {
        double share = looks == 0 ? 1 : NEWEST;
        double kept = 1 - share;
        east = kept * east + share * dEast;
        north = kept * north + share * dNorth;
        eastVariance = kept * kept * eastVariance + share * share * ee;
        covariance = kept * kept * covariance + share * share * en;
        northVariance = kept * kept * northVariance + share * share * nn;
        looks++;
        double deviation = deviation();
        if (isDoubted()) {
            if (deviation < BELIEF) {
                doubtedSince = Time.UNKNOWN;
            }
            return false;
        }
        if (looks >= LEAST_LOOKS && deviation > DOUBT) {
            doubtedSince = at;
            agreed = looks;
            return true;
        }
        return false;
    }

    Claim copy() {
        Claim same = new Claim();
        same.sensor = sensor;
        same.time = time;
        System.arraycopy(place, 0, same.place, 0, 3);
        System.arraycopy(velocity, 0, same.velocity, 0, 3);
        same.sigma = sigma;
        same.east = east;
        same.north = north;
        same.eastVariance = eastVariance;
        same.covariance = covariance;
        same.northVariance = northVariance;
        same.looks = looks;
        same.agreed = agreed;
        same.doubtedSince = doubtedSince;
        return same;
    }

    void write(StateOutput out) {
        out.putInt(sensor);
        out.putLong(time);
        out.putDoubles(place);
        out.putDoubles(velocity);
        out.putDouble(sigma);
        out.putDouble(east);
        out.putDouble(north);
        out.putDouble(eastVariance);
        out.putDouble(covariance);
        out.putDouble(northVariance);
        out.putInt(looks);
        out.putInt(agreed);
        out.putLong(doubtedSince);
    }

    static Claim read(StateInput in) {
        Claim claim = new Claim();
        claim.sensor = in.takeInt();
        claim.time = in.takeLong();
        in.takeDoubles(claim.place);
        in.takeDoubles(claim.velocity);
        claim.sigma = in.takeDouble();
        claim.east = in.takeDouble();
        claim.north = in.takeDouble();
        claim.eastVariance = in.takeDouble();
        claim.covariance = in.takeDouble();
        claim.northVariance = in.takeDouble();
        claim.looks = in.takeInt();
        claim.agreed = in.takeInt();
        claim.doubtedSince = in.takeLong();
        return claim;
    }
}
