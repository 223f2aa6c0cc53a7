package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The posterior Cramér-Rao bound of place, for targets that fly nearly straight before one radar
 * that sees all at the times of the truth: no filter, however it associates, is better on average.
 *
 * <p>Information goes from one time to the next by P. Tichavsky, C. H. Muravchik, A. Nehorai,
 * "Posterior Cramér-Rao bounds for discrete-time nonlinear filtering" (IEEE Trans. Signal
 * Processing 46(5), 1998), for linear motion J' = (Q + F J^-1 F^T)^-1; a scan adds H^T R^-1 H at
 * the true place, times the detection probability (information reduction, as M. L. Hernandez, B.
 * Ristic, A. Farina, L. Timmoneri compare it, "A comparison of two Cramér-Rao bounds for nonlinear
 * filtering with Pd < 1", IEEE Trans. Signal Processing 52(9), 2004). False plots and doubt of
 * association take information away too; that is left out, so the bound is lower than it might be.
 * Before the first scan nothing is known of place, and of velocity what is usual: a mean of 0, and
 * the deviations that the first velocities of all targets have along the ground and upward.
 *
 * <p>The strength of the white noise that drives velocity is measured in the truth; where velocity
 * does not change like that (it is not Gaussian, or goes on the same way), there is no bound here.
 * One run is one draw: with ten targets, a tracker at the bound measures from 0.9 to 1.1 of it.
 * Immutable after construction; any thread.
 */
public final class CramerRao {
    /** No deviation of velocity is thought smaller (m/s). */
    private static final double SMALLEST_DEVIATION = 1;

    /** Fewest steps to measure noise by. */
    private static final int FEWEST = 50;

    private static final double GREATEST_KURTOSIS = 4.5;
    private static final double GREATEST_CORRELATION = 0.2;

    private final StateTable truth;
    private final int dimensions;
    private final Radar radar;
    private final double[] noise = new double[3];
    private final double[] usualVelocity = new double[3];

    /** Squared bound of place for each row of truth (m²). */
    private final double[] square;

    /** What counts of a radar. */
    private record Radar(
            double x,
            double y,
            double z,
            double rangeSigma,
            double azimuthSigma,
            double elevationSigma,
            double detection,
            double range) {}

    /**
     * Computes the bound.
     *
     * @param truth the truth; its times are those of the scans
     * @param sensors the sensors' file, of one radar
     * @param dimensions 3, or 2 for the horizontal alone
     * @throws BoundException when there is none
     * @throws IOException when the file cannot be read or used
     */
    public CramerRao(StateTable truth, Path sensors, int dimensions)
            throws IOException, BoundException {
        this.truth = truth;
        this.dimensions = dimensions;
        radar = read(sensors);
        square = new double[truth.rows()];
        int[][] rows = truth.rowsByName();
        measureNoise(rows);
        measureVelocity(rows);
        for (int[] ofTarget : rows) {
            bound(ofTarget);
        }
    }

    private static Radar read(Path sensors) throws IOException, BoundException {
        try (CommaRows rows = new CommaRows(sensors)) {
            if (!rows.next()) {
                throw new BoundException("no sensor stands in " + sensors);
            }
            Radar radar =
                    new Radar(
                            rows.number(rows.column("x")),
                            rows.number(rows.column("y")),
                            rows.number(rows.column("z")),
                            rows.optional(rows.column("sigma_range")),
                            rows.optional(rows.column("sigma_az")),
                            rows.optional(rows.column("sigma_el")),
                            rows.optional(rows.column("pd")),
                            rows.optional(rows.column("max_range")));
            if (!(radar.rangeSigma > 0)
                    || !(radar.azimuthSigma > 0)
                    || !(radar.elevationSigma > 0)
                    || !(radar.detection > 0 && radar.detection <= 1)) {
                throw new BoundException("the sensor's errors or its detection are not known");
            }
            if (rows.next()) {
                throw new BoundException("there is more than one sensor: whose scan is when?");
            }
            return radar;
        }
    }

    private void measureVelocity(int[][] rows) {
        double ground = 0;
        double up = 0;
        for (int[] ofTarget : rows) {
            double vx = truth.value(ofTarget[0], 3);
            double vy = truth.value(ofTarget[0], 4);
            double vz = truth.value(ofTarget[0], 5);
            ground += (vx * vx + vy * vy) / 2;
            up += vz * vz;
        }
        double least = SMALLEST_DEVIATION;
        usualVelocity[0] = Math.max(least, Math.sqrt(ground / rows.length));
        usualVelocity[1] = usualVelocity[0];
        usualVelocity[2] = Math.max(least, Math.sqrt(up / rows.length));
    }

    private void measureNoise(int[][] rows) throws BoundException {
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            double fourth = 0;
            double product = 0;
            int count = 0;
            for (int[] ofTarget : rows) {
                double last = 0;
                for (int n = 1; n < ofTarget.length; n++) {
                    double change = change(ofTarget, n, axis);
                    sum += change * change;
                    fourth += change * change * change * change;
                    product += change * last;
                    last = change;
                    count++;
                }
            }
            if (count < FEWEST) {
                throw new BoundException("too few steps to tell how targets move");
            }
            double variance = sum / count;
            if (variance > 0
                    && (fourth / count > GREATEST_KURTOSIS * variance * variance
                            || Math.abs(product / count) > GREATEST_CORRELATION * variance)) {
                throw new BoundException("targets manoeuvre: no bound is known for that");
            }
            noise[axis] = variance;
        }
        noise[0] = (noise[0] + noise[1]) / 2;
        noise[1] = noise[0];
    }

    /** Change of velocity from the row before, by the root of the time (m/s^1.5). */
    private double change(int[] rows, int n, int axis) {
        double step = truth.timeOf(rows[n]) - truth.timeOf(rows[n - 1]);
        return (truth.value(rows[n], 3 + axis) - truth.value(rows[n - 1], 3 + axis))
                / Math.sqrt(step);
    }

    private void bound(int[] rows) {
        double[][] information = new double[6][6];
        for (int k = 0; k < 3; k++) {
            information[3 + k][3 + k] = 1 / (usualVelocity[k] * usualVelocity[k]);
        }
        boolean seen = false;
        for (int n = 0; n < rows.length; n++) {
            if (n > 0 && seen) {
                double step = truth.timeOf(rows[n]) - truth.timeOf(rows[n - 1]);
                double[][] covariance = SmallMatrix.inverse(information);
                information = SmallMatrix.inverse(moved(covariance, step));
            }
            seen |= look(rows[n], information);
            square[rows[n]] = Double.POSITIVE_INFINITY;
            if (seen) {
                double[][] covariance = SmallMatrix.inverse(information);
                double sum = 0;
                for (int k = 0; k < dimensions; k++) {
                    sum += covariance[k][k];
                }
                square[rows[n]] = sum;
            }
        }
    }

    /** Returns F P F^T + Q for a step (s). */
    private double[][] moved(double[][] p, double step) {
        double[][] result = new double[6][6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i][j] =
                        p[i][j]
                                + step * (p[i + 3][j] + p[i][j + 3])
                                + step * step * p[i + 3][j + 3];
                result[i][j + 3] = p[i][j + 3] + step * p[i + 3][j + 3];
                result[i + 3][j] = p[i + 3][j] + step * p[i + 3][j + 3];
                result[i + 3][j + 3] = p[i + 3][j + 3];
            }
            result[i][i] += noise[i] * step * step * step / 3;
            result[i][i + 3] += noise[i] * step * step / 2;
            result[i + 3][i] += noise[i] * step * step / 2;
            result[i + 3][i + 3] += noise[i] * step;
        }
        return result;
    }

    /** Adds what a scan tells of a place; tells whether the radar reaches there. */
    private boolean look(int row, double[][] information) {
        double dx = truth.value(row, 0) - radar.x;
        double dy = truth.value(row, 1) - radar.y;
        double dz = truth.value(row, 2) - radar.z;
        double ground = Math.sqrt(dx * dx + dy * dy);
        double range = Math.sqrt(ground * ground + dz * dz);
        if (range > radar.range || ground < 1) {
            return false;
        }
        double[][] rows = {
            {dx / range, dy / range, dz / range},
            {dy / (ground * ground), -dx / (ground * ground), 0},
            {
                -dx * dz / (range * range * ground),
                -dy * dz / (range * range * ground),
                ground / (range * range)
            }
        };
        double[] sigma = {radar.rangeSigma, radar.azimuthSigma, radar.elevationSigma};
        for (int m = 0; m < 3; m++) {
            double weight = radar.detection / (sigma[m] * sigma[m]);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    information[i][j] += weight * rows[m][i] * rows[m][j];
                }
            }
        }
        return true;
    }

    /** Returns the noise that drives velocity along x, y or z, as measured in the truth (m²/s³). */
    public double noise(int axis) {
        return noise[axis];
    }

    /**
     * Returns the root mean square of the bound over those rows of truth that GOSPA assigned a
     * track to (m): what {@link Gospa#pairError} is at least, on average; 0 where there are none.
     */
    public double pairError(Gospa gospa) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < square.length; row++) {
            if (gospa.isAssigned(row) && square[row] < Double.POSITIVE_INFINITY) {
                sum += square[row];
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** Returns the bound of a row of truth (m). */
    double error(int row) {
        return Math.sqrt(square[row]);
    }
}
