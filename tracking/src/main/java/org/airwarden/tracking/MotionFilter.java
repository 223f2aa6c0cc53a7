package org.airwarden.tracking;

import static org.airwarden.tracking.Estimate.SQUARE;
import static org.airwarden.tracking.Estimate.STATE;

import java.util.Arrays;

/**
 * The interacting-multiple-model filter (H. A. P. Blom, Y. Bar-Shalom, IEEE Trans. AC 33(8), 1988)
 * with extended Kalman updates, one scalar row after the other.
 *
 * <p>Whatever model a track leaves, it enters another by fixed shares; so all that leaves can be
 * pooled first, and mixing costs time in proportion to the number of models, not to its square: the
 * moments are those of the full mixture. Where several reports may be the track's own, the result
 * is the moment-matched mixture over them (probabilistic data association).
 *
 * <p>Holds working space only. Not thread-safe.
 */
final class MotionFilter {
    private static final double LOG_TWO_PI = 1.837_877_066_409_345_3;

    /** A model so much farther off in squared distance than the best counts for nothing. */
    private static final double NEGLIGIBLE = 100;

    /**
     * The speed from which on a target can make the greatest acceleration (m/s), and the share of
     * that which engines, brakes and rotors give to one that stands. Between the two, what wings
     * give grows with the square of the speed (the flight envelope's stall line, e.g. CS-23 and
     * CS-25, 333: manoeuvring envelope).
     */
    private static final double CORNER = 150;

    private static final double AT_REST = 0.25;

    private final MotionModels bank;
    private final double[] poolMean = new double[STATE];
    private final double[] poolCovariance = new double[SQUARE];
    private final double[] gain = new double[STATE];
    private final double[] block = new double[9];
    private final double[] scatter = new double[9];
    private final double[] turned = new double[9];
    private final double[] place = new double[9];
    private double[] hypothesisMean = new double[0];
    private double[] hypothesisCovariance = new double[0];
    private double[] hypothesisWeight = new double[0];
    private double least;
    private final double[] distances;
    private final double[] determinants;

    MotionFilter(MotionModels bank) {
        this.bank = bank;
        distances = new double[bank.most()];
        determinants = new double[bank.most()];
    }

    /** Moves an estimate on in time (s), 0 or more. */
    void predict(Estimate estimate, double seconds) {
        if (seconds <= 0) {
            return;
        }
        if (estimate.models > 1) {
            mix(estimate, seconds);
        }
        for (int m = 0; m < estimate.models; m++) {
            step(estimate, m, bank.modelOf(m, estimate.models), seconds);
        }
    }

    private void mix(Estimate estimate, double seconds) {
        int models = estimate.models;
        double[] mean = estimate.mean;
        double[] covariance = estimate.covariance;
        double[] probability = estimate.probability;
        double pooled = 0;
        Arrays.fill(poolMean, 0);
        Arrays.fill(poolCovariance, 0);
        for (int m = 0; m < models; m++) {
            double weight = bank.leaving(m, seconds) * probability[m];
            pooled += weight;
            for (int i = 0; i < STATE; i++) {
                poolMean[i] += weight * mean[STATE * m + i];
            }
        }
        if (pooled <= 0) {
            return;
        }
        for (int i = 0; i < STATE; i++) {
            poolMean[i] /= pooled;
        }
        for (int m = 0; m < models; m++) {
            double weight = bank.leaving(m, seconds) * probability[m] / pooled;
            addSpread(poolCovariance, 0, weight, mean, STATE * m, covariance, SQUARE * m, poolMean);
        }
        for (int m = 0; m < models; m++) {
            double stays = (1 - bank.leaving(m, seconds)) * probability[m];
            double enters = bank.prior(m, models) * pooled;
            double total = stays + enters;
            double own = stays / total;
            double other = enters / total;
            int p = SQUARE * m;
            int x = STATE * m;
            double cross = own * other;
            for (int i = 0; i < STATE; i++) {
                double di = mean[x + i] - poolMean[i];
                for (int j = i; j < STATE; j++) {
                    double dj = mean[x + j] - poolMean[j];
                    double value =
                            own * covariance[p + STATE * i + j]
                                    + other * poolCovariance[STATE * i + j]
                                    + cross * di * dj;
                    covariance[p + STATE * i + j] = value;
                    covariance[p + STATE * j + i] = value;
                }
            }
            for (int i = 0; i < STATE; i++) {
                mean[x + i] = own * mean[x + i] + other * poolMean[i];
            }
            probability[m] = total;
        }
    }

    /** Adds a weighted Gaussian's second moment about a centre. */
    private static void addSpread(
            double[] into,
            int at,
            double weight,
            double[] mean,
            int x,
            double[] covariance,
            int p,
            double[] centre) {
        for (int i = 0; i < STATE; i++) {
            double di = mean[x + i] - centre[i];
            for (int j = i; j < STATE; j++) {
                double dj = mean[x + j] - centre[j];
                double value = weight * (covariance[p + STATE * i + j] + di * dj);
                into[at + STATE * i + j] += value;
                if (j != i) {
                    into[at + STATE * j + i] += value;
                }
            }
        }
    }

    private void step(Estimate estimate, int index, int model, double dt) {
        double[] mean = estimate.mean;
        double[] p = estimate.covariance;
        int x = STATE * index;
        int at = SQUARE * index;
        double agility = agility(mean, p, x, at);
        if (bank.turns(model)) {
            turn(mean, p, x, at, model, dt);
        } else {
            double square = dt * dt;
            if (bank.falls(model) && estimate.gravity != null) {
                estimate.gravity.fall(mean, x, dt);
            } else {
                for (int i = 0; i < 3; i++) {
                    mean[x + i] += dt * mean[x + 3 + i];
                }
            }
            for (int i = 0; i < 3; i++) {
                for (int j = i; j < 3; j++) {
                    double cross = p[at + 6 * i + 3 + j] + p[at + 6 * j + 3 + i];
                    double value = p[at + 6 * i + j] + dt * cross + square * p[at + 21 + 6 * i + j];
                    p[at + 6 * i + j] = value;
                    p[at + 6 * j + i] = value;
                }
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double value = p[at + 6 * i + 3 + j] + dt * p[at + 21 + 6 * i + j];
                    p[at + 6 * i + 3 + j] = value;
                    p[at + 18 + 6 * j + i] = value;
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            double q = agility * (i < 2 ? bank.horizontalNoise(model) : bank.verticalNoise(model));
            p[at + 7 * i] += q * dt * dt * dt / 3;
            p[at + 7 * i + 3] += q * dt * dt / 2;
            p[at + 18 + 7 * i] += q * dt * dt / 2;
            p[at + 21 + 7 * i] += q * dt;
        }
    }

    /** Returns the share of a model's noise that a target as slow as this one can make. */
    static double agility(double[] mean, double[] p, int x, int at) {
        double square = p[at + 21] + p[at + 28];
        for (int i = 3; i < 6; i++) {
            square += mean[x + i] * mean[x + i];
        }
        double share = AT_REST + square / (CORNER * CORNER);
        return share < 1 ? share * share : 1;
    }

    private void turn(double[] mean, double[] p, int x, int at, int model, double dt) {
        bank.prepare(model, dt);
        double rate = bank.rate(model);
        // Clockwise seen from above: east' = cos east + sin north.
        double cos = bank.cosineTerm(model);
        double sin = bank.sineTerm(model);
        double along = sin / rate;
        double across = bank.versineTerm(model) / rate;
        double ve = mean[x + 3];
        double vn = mean[x + 4];
        mean[x] += along * ve + across * vn;
        mean[x + 1] += -across * ve + along * vn;
        mean[x + 2] += dt * mean[x + 5];
        mean[x + 3] = cos * ve + sin * vn;
        mean[x + 4] = -sin * ve + cos * vn;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                block[3 * i + j] = p[at + 6 * i + 3 + j];
                scatter[3 * i + j] = p[at + 21 + 6 * i + j];
            }
        }
        // With position' = position + T v and velocity' = W v:
        // TC into place; A' = A + BT' + TB' + TCT'; B' = (B + TC) W'; C' = W C W'.
        for (int j = 0; j < 3; j++) {
            place[j] = along * scatter[j] + across * scatter[3 + j];
            place[3 + j] = -across * scatter[j] + along * scatter[3 + j];
            place[6 + j] = dt * scatter[6 + j];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double value =
                        p[at + 6 * i + j]
                                + shifted(block, i, j, along, across, dt)
                                + shifted(block, j, i, along, across, dt)
                                + shifted(place, i, j, along, across, dt);
                p[at + 6 * i + j] = value;
                p[at + 6 * j + i] = value;
            }
        }
        for (int i = 0; i < 3; i++) {
            double b0 = block[3 * i] + place[3 * i];
            double b1 = block[3 * i + 1] + place[3 * i + 1];
            double b2 = block[3 * i + 2] + place[3 * i + 2];
            set(p, at, i, 3, b0 * cos + b1 * sin);
            set(p, at, i, 4, -b0 * sin + b1 * cos);
            set(p, at, i, 5, b2);
        }
        for (int j = 0; j < 3; j++) {
            turned[j] = cos * scatter[j] + sin * scatter[3 + j];
            turned[3 + j] = -sin * scatter[j] + cos * scatter[3 + j];
            turned[6 + j] = scatter[6 + j];
        }
        set(p, at, 3, 3, turned[0] * cos + turned[1] * sin);
        set(p, at, 3, 4, -turned[0] * sin + turned[1] * cos);
        set(p, at, 4, 4, -turned[3] * sin + turned[4] * cos);
        set(p, at, 3, 5, turned[2]);
        set(p, at, 4, 5, turned[5]);
    }

    /** Element (i, j) of M T'. */
    private static double shifted(
            double[] m, int i, int j, double along, double across, double dt) {
        return switch (j) {
            case 0 -> m[3 * i] * along + m[3 * i + 1] * across;
            case 1 -> -m[3 * i] * across + m[3 * i + 1] * along;
            default -> m[3 * i + 2] * dt;
        };
    }

    private static void set(double[] p, int at, int i, int j, double value) {
        p[at + STATE * i + j] = value;
        p[at + STATE * j + i] = value;
    }

    /**
     * Returns the logarithm of the density of an observation's position rows, over all models.
     * {@link #leastDistance} then tells the least squared distance that any model gave.
     */
    double logLikelihood(Estimate estimate, Observation seen) {
        leastDistance(estimate, seen);
        double sum = 0;
        for (int m = 0; m < estimate.models; m++) {
            sum += estimate.probability[m] * weight(m);
        }
        return StrictMath.log(sum) - 0.5 * (seen.positionRows * LOG_TWO_PI + least);
    }

    /**
     * Returns the least squared distance of an observation's position rows that any model gives.
     */
    double leastDistance(Estimate estimate, Observation seen) {
        least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < estimate.models; m++) {
            measure(estimate, m, seen);
            least = Math.min(least, distances[m]);
        }
        return least;
    }

    /** A model's density, but for a factor that is the same for all. */
    private double weight(int m) {
        double beyond = distances[m] - least;
        return beyond > NEGLIGIBLE ? 0 : Decay.exp(-0.5 * beyond) / Math.sqrt(determinants[m]);
    }

    /** Returns the least squared Mahalanobis distance of the last {@link #logLikelihood}. */
    double leastDistance() {
        return least;
    }

    /** Finds a model's squared distance and the determinant of what it expects. */
    private void measure(Estimate estimate, int m, Observation seen) {
        double[] p = estimate.covariance;
        int at = SQUARE * m;
        double lead = seen.lead;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double value = p[at + 6 * i + j];
                if (lead != 0) {
                    value +=
                            lead * (p[at + 6 * i + 3 + j] + p[at + 6 * j + 3 + i])
                                    + lead * lead * p[at + 21 + 6 * i + j];
                }
                block[3 * i + j] = value;
                block[3 * j + i] = value;
            }
        }
        int rows = seen.positionRows;
        double[] d = seen.direction;
        double distance = 0;
        double determinant = 1;
        // Cholesky factor without roots, row by row: S = L D L'; place holds L, turned D and y.
        for (int i = 0; i < rows; i++) {
            double sx = block[0] * d[3 * i] + block[1] * d[3 * i + 1] + block[2] * d[3 * i + 2];
            double sy = block[3] * d[3 * i] + block[4] * d[3 * i + 1] + block[5] * d[3 * i + 2];
            double sz = block[6] * d[3 * i] + block[7] * d[3 * i + 1] + block[8] * d[3 * i + 2];
            double pivot = sx * d[3 * i] + sy * d[3 * i + 1] + sz * d[3 * i + 2] + seen.variance[i];
            double y = innovation(estimate, m, seen, i);
            for (int j = 0; j < i; j++) {
                double s = sx * d[3 * j] + sy * d[3 * j + 1] + sz * d[3 * j + 2];
                for (int k = 0; k < j; k++) {
                    s -= place[3 * i + k] * place[3 * j + k] * turned[k];
                }
                double factor = s / turned[j];
                place[3 * i + j] = factor;
                pivot -= factor * factor * turned[j];
                y -= factor * turned[3 + j];
            }
            turned[i] = pivot;
            turned[3 + i] = y;
            distance += y * y / pivot;
            determinant *= pivot;
        }
        distances[m] = distance;
        determinants[m] = determinant;
    }

    private static double innovation(Estimate estimate, int m, Observation seen, int i) {
        double[] mean = estimate.mean;
        int x = STATE * m;
        double off = 0;
        boolean position = i < seen.positionRows;
        for (int k = 0; k < 3; k++) {
            double direction = seen.direction[3 * i + k];
            double velocity = mean[x + 3 + k] - seen.at[3 + k];
            off +=
                    direction
                            * (position
                                    ? mean[x + k] - seen.at[k] + seen.lead * velocity
                                    : velocity);
        }
        return seen.residual[i] - off;
    }

    /** Updates an estimate with a report that is certainly its own. */
    void update(Estimate estimate, Observation seen) {
        int models = estimate.models;
        least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < models; m++) {
            apply(seen, estimate.mean, STATE * m, estimate.covariance, SQUARE * m, m);
            least = Math.min(least, distances[m]);
        }
        double sum = 0;
        for (int m = 0; m < models; m++) {
            estimate.probability[m] *= weight(m);
            sum += estimate.probability[m];
        }
        settle(estimate, sum);
    }

    /**
     * Updates an estimate with reports that may be its own.
     *
     * @param seen the reports, each relative to this estimate
     * @param chance the probability of each to be the track's own
     * @param count how many reports
     * @param none the probability that none is
     */
    void update(Estimate estimate, Observation[] seen, double[] chance, int count, double none) {
        int models = estimate.models;
        room(models * (count + 1));
        System.arraycopy(estimate.mean, 0, hypothesisMean, 0, STATE * models);
        System.arraycopy(estimate.covariance, 0, hypothesisCovariance, 0, SQUARE * models);
        for (int m = 0; m < models; m++) {
            hypothesisWeight[m] = none * estimate.probability[m];
        }
        for (int h = 0; h < count; h++) {
            int base = models * (h + 1);
            least = Double.POSITIVE_INFINITY;
            for (int m = 0; m < models; m++) {
                int slot = base + m;
                System.arraycopy(estimate.mean, STATE * m, hypothesisMean, STATE * slot, STATE);
                System.arraycopy(
                        estimate.covariance,
                        SQUARE * m,
                        hypothesisCovariance,
                        SQUARE * slot,
                        SQUARE);
                apply(
                        seen[h],
                        hypothesisMean,
                        STATE * slot,
                        hypothesisCovariance,
                        SQUARE * slot,
                        m);
                least = Math.min(least, distances[m]);
            }
            double sum = 0;
            for (int m = 0; m < models; m++) {
                hypothesisWeight[base + m] = estimate.probability[m] * weight(m);
                sum += hypothesisWeight[base + m];
            }
            for (int m = 0; m < models; m++) {
                hypothesisWeight[base + m] *= chance[h] / sum;
            }
        }
        double total = 0;
        for (int m = 0; m < models; m++) {
            double weight = 0;
            Arrays.fill(poolMean, 0);
            for (int slot = m; slot < models * (count + 1); slot += models) {
                weight += hypothesisWeight[slot];
                for (int i = 0; i < STATE; i++) {
                    poolMean[i] += hypothesisWeight[slot] * hypothesisMean[STATE * slot + i];
                }
            }
            estimate.probability[m] = weight;
            total += weight;
            if (weight < 1e-30) {
                continue;
            }
            for (int i = 0; i < STATE; i++) {
                poolMean[i] /= weight;
            }
            Arrays.fill(estimate.covariance, SQUARE * m, SQUARE * (m + 1), 0);
            for (int slot = m; slot < models * (count + 1); slot += models) {
                addSpread(
                        estimate.covariance,
                        SQUARE * m,
                        hypothesisWeight[slot] / weight,
                        hypothesisMean,
                        STATE * slot,
                        hypothesisCovariance,
                        SQUARE * slot,
                        poolMean);
            }
            System.arraycopy(poolMean, 0, estimate.mean, STATE * m, STATE);
        }
        settle(estimate, total);
    }

    /** Normalises the models' probabilities, and keeps each above what arithmetic could lose. */
    private static void settle(Estimate estimate, double sum) {
        double again = 0;
        for (int m = 0; m < estimate.models; m++) {
            estimate.probability[m] = Math.max(1e-12, estimate.probability[m] / sum);
            again += estimate.probability[m];
        }
        for (int m = 0; m < estimate.models; m++) {
            estimate.probability[m] /= again;
        }
    }

    /**
     * Applies all rows to one model's state, in place, and finds the model's squared distance and
     * the determinant of what it expected.
     */
    private void apply(
            Observation seen, double[] mean, int x, double[] covariance, int p, int model) {
        seen.loosen(covariance, p);
        double determinant = 1;
        double distance = 0;
        // The innovation is taken at the state before any row; rows before have moved it since.
        double lead = seen.lead;
        for (int i = 0; i < seen.rows; i++) {
            boolean position = i < seen.positionRows;
            double d0 = seen.direction[3 * i];
            double d1 = seen.direction[3 * i + 1];
            double d2 = seen.direction[3 * i + 2];
            double v0 = mean[x + 3] - seen.at[3];
            double v1 = mean[x + 4] - seen.at[4];
            double v2 = mean[x + 5] - seen.at[5];
            double innovation = seen.residual[i];
            if (position) {
                innovation -= d0 * (mean[x] - seen.at[0] + lead * v0);
                innovation -= d1 * (mean[x + 1] - seen.at[1] + lead * v1);
                innovation -= d2 * (mean[x + 2] - seen.at[2] + lead * v2);
                expect(covariance, p, 0, d0, d1, d2);
                if (lead != 0) {
                    expect(covariance, p, 3, lead * d0, lead * d1, lead * d2);
                }
            } else {
                innovation -= d0 * v0;
                innovation -= d1 * v1;
                innovation -= d2 * v2;
                expect(covariance, p, 3, d0, d1, d2);
            }
            double g0 = gain[0];
            double g1 = gain[1];
            double g2 = gain[2];
            double g3 = gain[3];
            double g4 = gain[4];
            double g5 = gain[5];
            Arrays.fill(gain, 0);
            double s = seen.variance[i] * seen.inflation;
            if (position) {
                s += d0 * g0 + d1 * g1 + d2 * g2;
                s += lead * (d0 * g3 + d1 * g4 + d2 * g5);
            } else {
                s += d0 * g3 + d1 * g4 + d2 * g5;
            }
            double inverse = 1 / s;
            double scaled = innovation * inverse;
            mean[x] += g0 * scaled;
            mean[x + 1] += g1 * scaled;
            mean[x + 2] += g2 * scaled;
            mean[x + 3] += g3 * scaled;
            mean[x + 4] += g4 * scaled;
            mean[x + 5] += g5 * scaled;
            // The upper triangle only; the lower follows after the last row.
            double k = g0 * inverse;
            covariance[p] -= k * g0;
            covariance[p + 1] -= k * g1;
            covariance[p + 2] -= k * g2;
            covariance[p + 3] -= k * g3;
            covariance[p + 4] -= k * g4;
            covariance[p + 5] -= k * g5;
            k = g1 * inverse;
            covariance[p + 7] -= k * g1;
            covariance[p + 8] -= k * g2;
            covariance[p + 9] -= k * g3;
            covariance[p + 10] -= k * g4;
            covariance[p + 11] -= k * g5;
            k = g2 * inverse;
            covariance[p + 14] -= k * g2;
            covariance[p + 15] -= k * g3;
            covariance[p + 16] -= k * g4;
            covariance[p + 17] -= k * g5;
            k = g3 * inverse;
            covariance[p + 21] -= k * g3;
            covariance[p + 22] -= k * g4;
            covariance[p + 23] -= k * g5;
            k = g4 * inverse;
            covariance[p + 28] -= k * g4;
            covariance[p + 29] -= k * g5;
            covariance[p + 35] -= g5 * inverse * g5;
            determinant *= s;
            distance += innovation * scaled;
        }
        for (int a = 1; a < STATE; a++) {
            for (int b = 0; b < a; b++) {
                covariance[p + STATE * a + b] = covariance[p + STATE * b + a];
            }
        }
        distances[model] = distance;
        determinants[model] = determinant;
    }

    /**
     * Adds to the gain a covariance times a vector that is 0 but for three places from one on;
     * reads the upper triangle only.
     */
    private void expect(double[] c, int p, int from, double d0, double d1, double d2) {
        if (from == 0) {
            gain[0] += c[p] * d0 + c[p + 1] * d1 + c[p + 2] * d2;
            gain[1] += c[p + 1] * d0 + c[p + 7] * d1 + c[p + 8] * d2;
            gain[2] += c[p + 2] * d0 + c[p + 8] * d1 + c[p + 14] * d2;
            gain[3] += c[p + 3] * d0 + c[p + 9] * d1 + c[p + 15] * d2;
            gain[4] += c[p + 4] * d0 + c[p + 10] * d1 + c[p + 16] * d2;
            gain[5] += c[p + 5] * d0 + c[p + 11] * d1 + c[p + 17] * d2;
        } else {
            gain[0] += c[p + 3] * d0 + c[p + 4] * d1 + c[p + 5] * d2;
            gain[1] += c[p + 9] * d0 + c[p + 10] * d1 + c[p + 11] * d2;
            gain[2] += c[p + 15] * d0 + c[p + 16] * d1 + c[p + 17] * d2;
            gain[3] += c[p + 21] * d0 + c[p + 22] * d1 + c[p + 23] * d2;
            gain[4] += c[p + 22] * d0 + c[p + 28] * d1 + c[p + 29] * d2;
            gain[5] += c[p + 23] * d0 + c[p + 29] * d1 + c[p + 35] * d2;
        }
    }

    /** Writes the mean over all models. */
    void mean(Estimate estimate, double[] out) {
        Arrays.fill(out, 0, STATE, 0);
        for (int m = 0; m < estimate.models; m++) {
            double weight = estimate.probability[m];
            for (int i = 0; i < STATE; i++) {
                out[i] += weight * estimate.mean[STATE * m + i];
            }
        }
    }

    /** Writes the covariance over all models, about the mean that {@link #mean} gave. */
    void covariance(Estimate estimate, double[] mean, double[] out) {
        Arrays.fill(out, 0, SQUARE, 0);
        for (int m = 0; m < estimate.models; m++) {
            addSpread(
                    out,
                    0,
                    estimate.probability[m],
                    estimate.mean,
                    STATE * m,
                    estimate.covariance,
                    SQUARE * m,
                    mean);
        }
    }

    private void room(int slots) {
        if (hypothesisWeight.length < slots) {
            hypothesisWeight = new double[slots];
        }
        if (hypothesisMean.length < STATE * slots) {
            hypothesisMean = new double[STATE * slots];
            hypothesisCovariance = new double[SQUARE * slots];
        }
    }
}
