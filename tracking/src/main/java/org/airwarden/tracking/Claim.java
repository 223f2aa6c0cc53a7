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

    /** Squared deviations from the mean beyond which a difference is odd: 1 in 250,000. */
    private static final double ODD = 25;

    /**
     * A doubt that nothing was measured for so long (s) is over: there is nothing else to go by.
     */
    private static final double LAPSES = 15;

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

    /** When a difference was measured last. */
    private long measured = Time.UNKNOWN;

    /**
     * The last difference where it was odd, with its covariance; one more like it makes it true.
     */
    private final double[] odd = new double[5];

    private boolean isOdd;

    /** Until when the sensor that measured an odd difference is to confirm it. */
    private long suspectUntil = Time.UNKNOWN;

    /** Differences that agreed before it came into doubt. */
    int agreed;

    /** When it came into doubt, or {@link Time#UNKNOWN} while it is believed. */
    long doubtedSince = Time.UNKNOWN;

    boolean isDoubted() {
        return doubtedSince != Time.UNKNOWN;
    }

    /** Tells whether it is doubted, or may be as soon as the sensor looks again. */
    boolean isSuspect(long now) {
        return isDoubted() || (isOdd && now <= suspectUntil);
    }

    /** Returns what to add to the variance of what is claimed, along one axis (m^2). */
    double doubtVariance(long now) {
        if (isDoubted()) {
            return CAUTION * CAUTION * (east * east + north * north);
        }
        return isSuspect(now) ? CAUTION * CAUTION * (odd[0] * odd[0] + odd[1] * odd[1]) : 0;
    }

    /** Returns the squared deviations of the mean difference from none. */
    double deviation() {
        return looks == 0 ? 0 : square(east, north, eastVariance, covariance, northVariance);
    }

    private static double square(double e, double n, double ee, double en, double nn) {
        double determinant = ee * nn - en * en;
        return determinant > 0 ? (nn * e * e - 2 * en * e * n + ee * n * n) / determinant : 0;
    }

    /** Forgets a doubt that nothing measured supports any longer. */
    void lapse(long now) {
        if (isDoubted() && Time.secondsBetween(measured, now) > LAPSES) {
            doubtedSince = Time.UNKNOWN;
            looks = 0;
            isOdd = false;
        }
    }

    /**
     * Adds a difference with its covariance; returns whether it brought the claim into doubt. One
     * that is far from those before is kept aside until another one confirms it: reflections lie
     * anywhere.
     *
     * @param at when the difference was measured
     * @param next when its sensor looks again
     */
    boolean add(double dEast, double dNorth, double ee, double en, double nn, long at, long next) {
        measured = at;
        if (looks > 0 && isFar(dEast, dNorth, ee, en, nn)) {
            boolean confirmed =
                    isOdd
                            && square(
                                            dEast - odd[0],
                                            dNorth - odd[1],
                                            ee + odd[2],
                                            en + odd[3],
                                            nn + odd[4])
                                    < ODD;
            if (!confirmed) {
                keepAside(dEast, dNorth, ee, en, nn);
                suspectUntil = next;
                return false;
            }
            east = odd[0];
            north = odd[1];
            eastVariance = odd[2];
            covariance = odd[3];
            northVariance = odd[4];
        }
        isOdd = false;
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

    private boolean isFar(double dEast, double dNorth, double ee, double en, double nn) {
        return square(
                        dEast - east,
                        dNorth - north,
                        ee + eastVariance,
                        en + covariance,
                        nn + northVariance)
                > ODD;
    }

    private void keepAside(double dEast, double dNorth, double ee, double en, double nn) {
        isOdd = true;
        odd[0] = dEast;
        odd[1] = dNorth;
        odd[2] = ee;
        odd[3] = en;
        odd[4] = nn;
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
        same.measured = measured;
        System.arraycopy(odd, 0, same.odd, 0, odd.length);
        same.isOdd = isOdd;
        same.suspectUntil = suspectUntil;
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
        out.putLong(measured);
        out.putDoubles(odd);
        out.putBoolean(isOdd);
        out.putLong(suspectUntil);
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
        claim.measured = in.takeLong();
        in.takeDoubles(claim.odd);
        claim.isOdd = in.takeBoolean();
        claim.suspectUntil = in.takeLong();
        claim.agreed = in.takeInt();
        claim.doubtedSince = in.takeLong();
        return claim;
    }
}
