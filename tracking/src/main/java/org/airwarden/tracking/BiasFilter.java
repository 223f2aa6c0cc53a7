package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * The biases of all compared sensors, and their joint covariance: a Kalman filter whose states walk
 * at random. Two sensors that see one target tell something of the biases of both; keeping them
 * jointly is what shares it out rightly (D. E. Dana, "Registration: a prerequisite for multiple
 * sensor tracking", in Y. Bar-Shalom (ed.), Multitarget-Multisensor Tracking, 1990).
 *
 * <p>A sensor has {@value #PARAMETERS} numbers, each what it reports less what is true. One that it
 * cannot have stays at 0 with no variance. An update costs time in proportion to the square of the
 * number of sensors. Not thread-safe.
 */
final class BiasFilter {
    /** Slant range (m). */
    static final int RANGE = 0;

    /** Share of the range that is added to it. */
    static final int SCALE = 1;

    /** Azimuth, clockwise (rad): how far its north is turned the other way. */
    static final int AZIMUTH = 2;

    /** Time (s): positive where it says a later time than it measured at. */
    static final int TIME = 3;

    /** Place (m): of its reports, or of its site as stated less where it stands. */
    static final int EAST = 4;

    static final int NORTH = 5;

    /** Numbers of a sensor. */
    static final int PARAMETERS = 6;

    private int size;
    private double[] mean = new double[0];
    private double[][] covariance = new double[0][];
    private double[] first = new double[0];
    private double[] second = new double[0];
    private double s11;
    private double s12;
    private double s22;
    private final Comparison now = new Comparison();

    BiasFilter() {}

    /** Adds a sensor whose numbers lie about 0; returns its block. */
    int add(double[] sigma) {
        int from = size;
        size += PARAMETERS;
        mean = Arrays.copyOf(mean, size);
        first = new double[size];
        second = new double[size];
        covariance = Arrays.copyOf(covariance, size);
        for (int i = 0; i < size; i++) {
            covariance[i] = i < from ? Arrays.copyOf(covariance[i], size) : new double[size];
        }
        for (int k = 0; k < PARAMETERS; k++) {
            covariance[from + k][from + k] = sigma[k] * sigma[k];
        }
        return from / PARAMETERS;
    }

    /** Returns how many sensors there are. */
    int blocks() {
        return size / PARAMETERS;
    }

    double mean(int block, int parameter) {
        return mean[block * PARAMETERS + parameter];
    }

    double variance(int block, int parameter) {
        return covariance(block, parameter, block, parameter);
    }

    double covariance(int block, int parameter, int other, int otherParameter) {
        return covariance[block * PARAMETERS + parameter][other * PARAMETERS + otherParameter];
    }

    /** Lets a number walk: adds to its variance, which stays below a bound. */
    void walk(int block, int parameter, double variance, double most) {
        int i = block * PARAMETERS + parameter;
        covariance[i][i] = Math.max(covariance[i][i], Math.min(most, covariance[i][i] + variance));
    }

    /** Forgets how sure a number is, and what it has to do with others; its value stays. */
    void reopen(int block, int parameter, double sigma) {
        int i = block * PARAMETERS + parameter;
        for (int k = 0; k < size; k++) {
            covariance[i][k] = 0;
            covariance[k][i] = 0;
        }
        covariance[i][i] = sigma * sigma;
    }

    /** Sets a number that was found otherwise, with nothing to do with the rest. */
    void set(int block, int parameter, double value, double sigma) {
        reopen(block, parameter, sigma);
        mean[block * PARAMETERS + parameter] = value;
    }

    /**
     * Prepares an update; returns the squared deviation of the comparison's two residuals.
     *
     * @param comparison residuals at the present means; stays the caller's until the next one
     */
    double distance(Comparison comparison) {
        now.copyFrom(comparison);
        int a = comparison.block * PARAMETERS;
        int b = comparison.otherBlock * PARAMETERS;
        s11 = 0;
        s12 = 0;
        s22 = 0;
        for (int i = 0; i < size; i++) {
            double one = 0;
            double two = 0;
            double[] row = covariance[i];
            for (int k = 0; k < PARAMETERS; k++) {
                one += row[a + k] * comparison.own1[k] + row[b + k] * comparison.other1[k];
                two += row[a + k] * comparison.own2[k] + row[b + k] * comparison.other2[k];
            }
            first[i] = one;
            second[i] = two;
        }
        for (int k = 0; k < PARAMETERS; k++) {
            s11 += comparison.own1[k] * first[a + k] + comparison.other1[k] * first[b + k];
            s12 += comparison.own1[k] * second[a + k] + comparison.other1[k] * second[b + k];
            s22 += comparison.own2[k] * second[a + k] + comparison.other2[k] * second[b + k];
        }
        double r11 = s11 + now.noise11;
        double r12 = s12 + now.noise12;
        double r22 = s22 + now.noise22;
        double determinant = r11 * r22 - r12 * r12;
        double y1 = now.residual1;
        double y2 = now.residual2;
        return (r22 * y1 * y1 - 2 * r12 * y1 * y2 + r11 * y2 * y2) / determinant;
    }

    /**
     * Updates with the comparison of the last {@link #distance}.
     *
     * @param weaker what its noise is multiplied by, 1 or more
     */
    void update(double weaker) {
        double r11 = s11 + weaker * now.noise11;
        double r12 = s12 + weaker * now.noise12;
        double r22 = s22 + weaker * now.noise22;
        double determinant = r11 * r22 - r12 * r12;
        double i11 = r22 / determinant;
        double i12 = -r12 / determinant;
        double i22 = r11 / determinant;
        for (int i = 0; i < size; i++) {
            double g1 = first[i] * i11 + second[i] * i12;
            double g2 = first[i] * i12 + second[i] * i22;
            mean[i] += g1 * now.residual1 + g2 * now.residual2;
            double[] row = covariance[i];
            for (int k = i; k < size; k++) {
                double value = row[k] - g1 * first[k] - g2 * second[k];
                row[k] = value;
                covariance[k][i] = value;
            }
            row[i] = Math.max(0, row[i]);
        }
    }

    void write(StateOutput out) {
        out.putInt(size);
        out.putDoubles(mean);
        for (double[] row : covariance) {
            out.putDoubles(row);
        }
    }

    static BiasFilter read(StateInput in) {
        BiasFilter filter = new BiasFilter();
        filter.size = in.takeCount();
        filter.mean = new double[filter.size];
        filter.first = new double[filter.size];
        filter.second = new double[filter.size];
        in.takeDoubles(filter.mean);
        filter.covariance = new double[filter.size][filter.size];
        for (double[] row : filter.covariance) {
            in.takeDoubles(row);
        }
        return filter;
    }
}
