package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;

/**
 * How many targets that no track holds yet give an echo in one turn of a sensor: the undetected
 * part of the Poisson/multi-Bernoulli filter (J. L. Williams, "Marginal multi-Bernoulli filters",
 * IEEE Trans. AES 51(3), 2015, section III), kept as a number a sensor instead of a density.
 *
 * <p>When a sensor begins to speak, the sky is full of targets that nobody holds; each turn finds
 * most of those that were left. How many there were is told by the first turn: the echoes beyond
 * the false ones that the sensor is known for. Later ones come at a rate that is learned from those
 * tracks that lasted.
 *
 * <p>Not thread-safe.
 */
final class Appearing {
    /** Targets in sight at the start, where the first turn cannot tell. */
    private static final double USUAL_AT_START = 15;

    /** New targets a turn before any were counted, and for how many turns that counts. */
    private static final double USUAL_RATE = 0.5;

    private static final double USUAL_TURNS = 10;

    /** Turns over which the rate is learned. */
    private static final double MEMORY = 60;

    /** Turns at the start whose tracks tell no rate. */
    private static final double FIRST_TURNS = 4;

    private static final double LEAST_RATE = 0.02;

    private long since = Time.UNKNOWN;
    private double firstEchoes;
    private double turns;
    private double lasting;
    private long learned = Time.UNKNOWN;

    private double lastTurns = Double.NaN;
    private double lastDetection = Double.NaN;
    private double lastUnseen;

    Appearing() {}

    /** Counts the echoes of a group before they are worked on. */
    void count(int echoes, long time, double period) {
        if (since == Time.UNKNOWN) {
            since = time;
            learned = time;
        }
        if (Time.secondsBetween(since, time) < 0.75 * period) {
            firstEchoes += echoes;
        }
        double gone = Time.secondsBetween(learned, time) / period;
        if (gone >= 1) {
            double kept = StrictMath.exp(-gone / MEMORY);
            turns = turns * kept + gone;
            lasting *= kept;
            learned = time;
        }
    }

    /** Counts a track that lasted, and was begun by this sensor at a time. */
    void lasted(long began, double period) {
        if (since != Time.UNKNOWN && Time.secondsBetween(since, began) > FIRST_TURNS * period) {
            lasting++;
        }
    }

    /**
     * Returns the expected number of echoes of unheld targets in the turn at a time.
     *
     * @param falseEchoes false echoes a turn, NaN where only a guess is known
     */
    double expected(long time, double period, double detection, double falseEchoes) {
        double rate =
                Math.max(LEAST_RATE, (lasting + USUAL_RATE * USUAL_TURNS) / (turns + USUAL_TURNS));
        if (since == Time.UNKNOWN) {
            return rate;
        }
        double atStart = USUAL_AT_START * detection;
        if (!Double.isNaN(falseEchoes)) {
            atStart = Math.max(atStart, firstEchoes - falseEchoes);
        }
        double turn = Math.floor(Time.secondsBetween(since, time) / period + 0.25);
        return rate + atStart * unseen(Math.max(0, turn), detection);
    }

    /** Probability to be missed in so many turns; kept, since a whole scan asks for the same. */
    private double unseen(double turnsGone, double detection) {
        if (turnsGone != lastTurns || detection != lastDetection) {
            lastTurns = turnsGone;
            lastDetection = detection;
            lastUnseen = StrictMath.pow(1 - detection, turnsGone);
        }
        return lastUnseen;
    }

    void write(StateOutput out) {
        out.putLong(since);
        out.putDouble(firstEchoes);
        out.putDouble(turns);
        out.putDouble(lasting);
        out.putLong(learned);
    }

    static Appearing read(StateInput in) {
        Appearing appearing = new Appearing();
        appearing.since = in.takeLong();
        appearing.firstEchoes = in.takeDouble();
        appearing.turns = in.takeDouble();
        appearing.lasting = in.takeDouble();
        appearing.learned = in.takeLong();
        return appearing;
    }
}
