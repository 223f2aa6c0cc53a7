package org.airwarden.tracking;

import static org.airwarden.tracking.Estimate.SQUARE;
import static org.airwarden.tracking.Estimate.STATE;

import java.util.Arrays;

/**
 * One model's motion over a step as matrices: the state afterwards is {@link #matrix} times the
 * state before, and noise of covariance {@link #noise}. {@link MotionFilter} does the same without
 * matrices. Not thread-safe.
 */
final class Transition {
    final double[] matrix = new double[SQUARE];
    final double[] noise = new double[SQUARE];

    /** Takes a model's motion over a time (s). */
    void of(MotionModels bank, int model, double seconds) {
        Arrays.fill(matrix, 0);
        Arrays.fill(noise, 0);
        for (int i = 0; i < STATE; i++) {
            matrix[7 * i] = 1;
        }
        for (int i = 0; i < 3; i++) {
            matrix[7 * i + 3] = seconds;
            double q = i < 2 ? bank.horizontalNoise(model) : bank.verticalNoise(model);
            noise[7 * i] = q * seconds * seconds * seconds / 3;
            noise[7 * i + 3] = q * seconds * seconds / 2;
            noise[7 * i + 18] = noise[7 * i + 3];
            noise[7 * i + 21] = q * seconds;
        }
        if (bank.turns(model)) {
            bank.prepare(model, seconds);
            double along = bank.sineTerm(model) / bank.rate(model);
            double across = bank.versineTerm(model) / bank.rate(model);
            matrix[3] = along;
            matrix[4] = across;
            matrix[9] = -across;
            matrix[10] = along;
            matrix[21] = bank.cosineTerm(model);
            matrix[22] = bank.sineTerm(model);
            matrix[27] = -bank.sineTerm(model);
            matrix[28] = bank.cosineTerm(model);
        }
    }
}
