package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
import static org.airwarden.tracking.BiasFilter.PARAMETERS;
import static org.airwarden.tracking.BiasFilter.RANGE;
import static org.airwarden.tracking.BiasFilter.SCALE;
import static org.airwarden.tracking.BiasFilter.TIME;

import org.airwarden.model.Sensor;
import org.airwarden.model.Sensor.Kind;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;

/**
 * One sensor's registration: how wide its biases are thought to lie, what of the estimates is
 * significant, whether it is held out. Not thread-safe.
 */
final class Alignment {
    private static final double DEGREE = Math.PI / 180;

    /** Biases that a well kept sensor has (one sigma; m, 1, rad, s, m, m). */
    private static final double[] RADAR = {100, 1e-4, 0.3 * DEGREE, 0.2, 20, 20};

    private static final double[] MULTILATERATION = {0, 0, 0, 0.2, 30, 30};

    /** Aircraft tell where they are themselves: what is common to all of them is the clock. */
    private static final double[] BROADCAST = {0, 0, 0, 0.05, 1, 1};

    /** Biases of one that is not. */
    private static final double[] RADAR_WIDE = {1_500, 2e-3, 60 * DEGREE, 5, 1_500, 1_500};

    private static final double[] MULTILATERATION_WIDE = {0, 0, 0, 5, 1_500, 1_500};
    private static final double[] BROADCAST_WIDE = {0, 0, 0, 5, 1, 1};

    /** Standard deviation that a bias walks in a second (the same units). */
    private static final double[] WALK = {0.3, 3e-7, 2e-5, 5e-3, 0.1, 0.1};

    /** Least biases that matter: below, nothing is told or taken off. */
    private static final double[] MATERIAL = {15, 1e-4, 0.02 * DEGREE, 0.08, 12, 12};

    /** Error of claimed times that is told (s). */
    private static final double CLOCK_OFF = 0.25;

    /** Biases beyond which a sensor's reports do not take part. */
    private static final double[] MOST = {600, 5e-3, 1 * DEGREE, 4, 600, 600};

    /** Deviations that make a bias significant, and below which it no longer is. */
    private static final double SIGNIFICANT = 3.5;

    /** The same while few looks were compared, which share what is odd about their targets. */
    private static final double SIGNIFICANT_EARLY = 4;

    private static final int FEW = 300;

    private static final double NO_LONGER = 2;
    private static final int LEAST_COMPARED = 24;

    /** Share of comparisons that do not fit, above which the biases are another now. */
    private static final double ASTRAY = 0.5;

    private static final double FITTING = 0.35;
    private static final double LEAST_ASTRAY = 10;
    private static final int SETTLED = 100;
    private static final double FORGETTING = 1.0 / 16;
    private static final double LEAST_WITNESS = 1.0 / 8;

    /** Targets that must speak against the biases before these are opened. */
    private static final int ACCUSERS = 3;

    /** Biases are sought by tracks every so often (s), where fewer were compared meanwhile. */
    private static final double SEEK = 5;

    private static final int LEAST_SOUGHT = 3;
    private static final double FOUND_AZIMUTH = 0.3 * DEGREE;
    private static final double FOUND_RANGE = 300;

    /** How long (s) and how far within bounds a sensor is right before it takes part again. */
    private static final double PROBATION = 60;

    private static final double WELL_WITHIN = 0.7;

    /** Range (m) and speed (m/s) that doubts are reckoned for. */
    private static final double USUAL_RANGE = 80_000;

    private static final double USUAL_SPEED = 200;

    final int sensor;

    /** Its place in the filter, or -1 while it was not compared. */
    int block = -1;

    /** 0: biases of a well kept sensor; 1: any but of its place; 2: any. */
    private int stage;

    private boolean heard;
    private long comparisons;
    private int sinceOpening;

    /** Comparisons since the biases were opened, each by how new its target is. */
    private double witnesses;

    /** Targets that did not fit meanwhile. */
    private final long[] accuser = new long[ACCUSERS];

    private int accusers;

    private double astray;

    /** Mean square of the distances that comparisons showed, without and with the biases (m^2). */
    private double before;

    private double after;

    private boolean significant;

    /** Whether its claimed times are off, whatever judging them made of it. */
    private boolean clockOff;

    private boolean heldOut;
    private long rightSince = Time.UNKNOWN;

    /** When its biases were sought by its tracks last, and found so. */
    private long sought = Time.UNKNOWN;

    private long foundAt = Time.UNKNOWN;
    private long comparedWhenSought;

    /** What judged times are later than claimed ones (s), where the claims are not believed. */
    private double claimShift;

    private boolean clockWrong;

    /** Comparisons that may still be made, by the time of looks. */
    private double allowance;

    private long allowed = Time.UNKNOWN;
    private double searches;
    private long searched = Time.UNKNOWN;

    final double[] value = new double[PARAMETERS];
    final double[] sigma = new double[PARAMETERS];

    Alignment(int sensor) {
        this.sensor = sensor;
    }

    /** Tells whether a kind of sensor is registered at all. */
    static boolean concerns(Sensor sensor) {
        return (sensor.kind() == Kind.RADAR && sensor.placement() != null)
                || sensor.kind() == Kind.ADSB
                || sensor.kind() == Kind.MLAT;
    }

    /** How far the kind's word goes where two disagree: 0 most. */
    static int rank(Sensor sensor) {
        return switch (sensor.kind()) {
            case ADSB -> 0;
            case MLAT -> 1;
            default -> 2;
        };
    }

    static double[] usual(Sensor sensor) {
        return switch (rank(sensor)) {
            case 0 -> BROADCAST;
            case 1 -> MULTILATERATION;
            default -> RADAR;
        };
    }

    private static double[] wide(Sensor sensor) {
        return switch (rank(sensor)) {
            case 0 -> BROADCAST_WIDE;
            case 1 -> MULTILATERATION_WIDE;
            default -> RADAR_WIDE;
        };
    }

    boolean isHeard() {
        return heard;
    }

    void hear() {
        heard = true;
    }

    boolean isHeldOut() {
        return heldOut;
    }

    /** Tells whether it is to be told as off: in what it reports, or in when it says it did. */
    boolean isOff() {
        return significant || clockOff;
    }

    /** Tells whether its biases are taken off its reports. */
    boolean isSignificant() {
        return significant;
    }

    long comparisons() {
        return comparisons;
    }

    double astray() {
        return astray;
    }

    /** Tells whether its biases no longer explain what it reports. */
    boolean isAstray() {
        return block >= 0 && witnesses >= LEAST_ASTRAY && astray > ASTRAY && accusers == ACCUSERS;
    }

    /** Root mean square distance of its latest comparisons (m), with no bias taken off. */
    double distanceBefore() {
        return Math.sqrt(before);
    }

    double distanceAfter() {
        return Math.sqrt(after);
    }

    /** What its claimed times are off (s): what judged times are, and how these were shifted. */
    double claimedTimeBias() {
        return value[TIME] - claimShift;
    }

    /** Spends one comparison of those that a second may have. */
    boolean spend(long time, double aSecond) {
        if (allowed == Time.UNKNOWN) {
            allowed = time;
        }
        if (time > allowed) {
            allowance = Math.min(aSecond, allowance + aSecond * Time.secondsBetween(allowed, time));
            allowed = time;
        }
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }

    /** Spends one search of those that a second may have. */
    boolean spendSearch(long time, double aSecond) {
        if (searched == Time.UNKNOWN) {
            searched = time;
        }
        if (time > searched) {
            searches = Math.min(aSecond, searches + aSecond * Time.secondsBetween(searched, time));
            searched = time;
        }
        if (searches < 1) {
            return false;
        }
        searches -= 1;
        return true;
    }

    /**
     * Counts a comparison.
     *
     * @param fits whether the biases explain it
     * @param before how many looks at the same target were compared before: one target that says
     *     the same again is no new witness
     * @param target the target's key
     */
    void count(boolean fits, int before, long target) {
        comparisons++;
        sinceOpening++;
        if (!fits && accusers < accuser.length && !accuses(target)) {
            accuser[accusers++] = target;
        }
        double weight = Math.max(LEAST_WITNESS, 1.0 / (1 + before));
        witnesses += weight;
        astray += ((fits ? 0 : 1) - astray) * FORGETTING * weight;
        if (sinceOpening > SETTLED && astray < 0.1) {
            stage = 0;
            accusers = 0;
        }
    }

    private boolean accuses(long target) {
        for (int i = 0; i < accusers; i++) {
            if (accuser[i] == target) {
                return true;
            }
        }
        return false;
    }

    /** Starts counting anew after any sensor's biases were opened. */
    void recount() {
        sinceOpening = 0;
        witnesses = 0;
        accusers = 0;
        astray = 0;
    }

    void measureBefore(double metres) {
        before += (metres * metres - before) * FORGETTING / 4;
    }

    void measureAfter(double metres) {
        after += (metres * metres - after) * FORGETTING / 4;
    }

    /** Opens the biases: first all but the place, then the place too. */
    void open(Sensor as, BiasFilter biases) {
        stage = Math.min(2, stage + 1);
        double[] sigmas = wide(as);
        for (int k = 0; k < PARAMETERS; k++) {
            boolean place = k == EAST || k == NORTH;
            if (sigmas[k] > 0 && !(place && stage == 1 && rank(as) == 2)) {
                biases.reopen(block, k, sigmas[k]);
            }
        }
    }

    /** Follows what the sensor's clock is held for; a new judgement makes another time bias. */
    void follow(Measurement m, long claimed, boolean wrong, Sensor as, BiasFilter biases) {
        if (wrong != clockWrong) {
            clockWrong = wrong;
            claimShift = 0;
            if (block >= 0) {
                biases.reopen(block, TIME, usual(as)[TIME]);
            }
        }
        if (claimed == Time.UNKNOWN) {
            return;
        }
        // Not 0 where the clock is held for wrong, and where it is a little ahead of arrivals.
        double shift = Time.secondsBetween(claimed, m.rawTime);
        boolean first = wrong && claimShift == 0;
        claimShift += (shift - claimShift) * (first ? 1 : FORGETTING);
    }

    /** Tells whether it is time to seek its biases by its tracks: comparisons do not come. */
    boolean isLost(long clock) {
        if (foundAt != Time.UNKNOWN) {
            return false;
        }
        if (sought == Time.UNKNOWN) {
            sought = clock;
        }
        if (Time.secondsBetween(sought, clock) < SEEK) {
            return false;
        }
        sought = clock;
        boolean none = comparisons - comparedWhenSought < LEAST_SOUGHT;
        comparedWhenSought = comparisons;
        return none;
    }

    /** Takes biases that were found by its tracks, until comparisons show better or nothing. */
    void found(double azimuth, double range, BiasFilter biases, long clock) {
        biases.set(block, AZIMUTH, azimuth, FOUND_AZIMUTH);
        biases.set(block, RANGE, range, FOUND_RANGE);
        significant = true;
        heldOut = Math.abs(azimuth) > MOST[AZIMUTH] || Math.abs(range) > MOST[RANGE];
        foundAt = clock;
        recount();
    }

    private void giveUp(Sensor as, BiasFilter biases, long clock) {
        biases.set(block, AZIMUTH, 0, usual(as)[AZIMUTH]);
        biases.set(block, RANGE, 0, usual(as)[RANGE]);
        value[AZIMUTH] = 0;
        value[RANGE] = 0;
        significant = false;
        heldOut = false;
        foundAt = Time.UNKNOWN;
        sought = clock + Time.ofSeconds(PROBATION);
    }

    void walk(Sensor as, BiasFilter biases, double seconds) {
        double[] bound = usual(as);
        for (int k = 0; k < PARAMETERS; k++) {
            if (bound[k] > 0 && WALK[k] < bound[k]) {
                biases.walk(block, k, WALK[k] * WALK[k] * seconds, bound[k] * bound[k]);
            }
        }
    }

    /** Decides from {@link #value} and {@link #sigma} what is significant and what is too much. */
    void judge(Sensor as, BiasFilter biases, long clock) {
        if (sinceOpening < LEAST_COMPARED || astray > FITTING) {
            rightSince = Time.UNKNOWN;
            if (foundAt != Time.UNKNOWN && Time.secondsBetween(foundAt, clock) > PROBATION) {
                giveUp(as, biases, clock);
            }
            return;
        }
        foundAt = Time.UNKNOWN;
        double[] bound = usual(as);
        boolean any = false;
        boolean far = false;
        boolean near = true;
        double enough =
                significant ? NO_LONGER : sinceOpening < FEW ? SIGNIFICANT_EARLY : SIGNIFICANT;
        for (int k = 0; k < PARAMETERS; k++) {
            if (bound[k] == 0) {
                continue;
            }
            double off = Math.abs(k == TIME ? claimedTimeBias() : value[k]);
            double own = Math.abs(value[k]);
            double least = MATERIAL[k] * (significant ? 0.5 : 1);
            any |= own > least && own > enough * sigma[k];
            far |= off - 2 * sigma[k] > MOST[k];
            near &= off + 2 * sigma[k] < WELL_WITHIN * MOST[k];
        }
        significant = any;
        double claimed = Math.abs(claimedTimeBias());
        clockOff = claimed > CLOCK_OFF * (clockOff ? 0.5 : 1) && claimed > enough * sigma[TIME];
        if (!heldOut) {
            heldOut = far;
            rightSince = Time.UNKNOWN;
        } else if (!near) {
            rightSince = Time.UNKNOWN;
        } else if (rightSince == Time.UNKNOWN) {
            rightSince = clock;
        } else if (Time.secondsBetween(rightSince, clock) >= PROBATION) {
            heldOut = false;
            rightSince = Time.UNKNOWN;
        }
    }

    /** Tells a sensor how unsure the biases are that are taken off its reports. */
    void doubt(SensorState state, BiasFilter biases) {
        if (!significant) {
            state.doubt(0, 0, 0);
            return;
        }
        double time = sigma[TIME] * USUAL_SPEED;
        double scale = sigma[SCALE] * USUAL_RANGE;
        double range =
                sigma[RANGE] * sigma[RANGE]
                        + scale * scale
                        + 2 * USUAL_RANGE * biases.covariance(block, RANGE, block, SCALE)
                        + time * time;
        double place = 0.5 * (sigma[EAST] * sigma[EAST] + sigma[NORTH] * sigma[NORTH]);
        state.doubt(Math.sqrt(Math.max(0, range)), sigma[AZIMUTH], Math.sqrt(place + time * time));
    }

    void write(StateOutput out) {
        out.putInt(block);
        out.putInt(stage);
        out.putBoolean(heard);
        out.putLong(comparisons);
        out.putInt(sinceOpening);
        out.putDouble(witnesses);
        out.putInt(accusers);
        for (int i = 0; i < accusers; i++) {
            out.putLong(accuser[i]);
        }
        out.putDouble(astray);
        out.putDouble(before);
        out.putDouble(after);
        out.putBoolean(significant);
        out.putBoolean(clockOff);
        out.putBoolean(heldOut);
        out.putLong(rightSince);
        out.putLong(sought);
        out.putLong(foundAt);
        out.putLong(comparedWhenSought);
        out.putDouble(claimShift);
        out.putBoolean(clockWrong);
        out.putDouble(allowance);
        out.putLong(allowed);
        out.putDouble(searches);
        out.putLong(searched);
        out.putDoubles(value);
        out.putDoubles(sigma);
    }

    static Alignment read(StateInput in, int sensor) {
        Alignment one = new Alignment(sensor);
        one.block = in.takeInt();
        one.stage = in.takeInt();
        one.heard = in.takeBoolean();
        one.comparisons = in.takeLong();
        one.sinceOpening = in.takeInt();
        one.witnesses = in.takeDouble();
        one.accusers = Math.min(ACCUSERS, in.takeCount());
        for (int i = 0; i < one.accusers; i++) {
            one.accuser[i] = in.takeLong();
        }
        one.astray = in.takeDouble();
        one.before = in.takeDouble();
        one.after = in.takeDouble();
        one.significant = in.takeBoolean();
        one.clockOff = in.takeBoolean();
        one.heldOut = in.takeBoolean();
        one.rightSince = in.takeLong();
        one.sought = in.takeLong();
        one.foundAt = in.takeLong();
        one.comparedWhenSought = in.takeLong();
        one.claimShift = in.takeDouble();
        one.clockWrong = in.takeBoolean();
        one.allowance = in.takeDouble();
        one.allowed = in.takeLong();
        one.searches = in.takeDouble();
        one.searched = in.takeLong();
        in.takeDoubles(one.value);
        in.takeDoubles(one.sigma);
        return one;
    }
}
