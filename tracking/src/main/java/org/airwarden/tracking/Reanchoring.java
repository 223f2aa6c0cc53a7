package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;

/**
 * Moves an estimate from one local frame to another: positions by the exact change of axes,
 * velocities and covariances by its rotation. Nothing is linearised, so nothing is lost but
 * rounding. Stateless; any thread.
 */
final class Reanchoring {
    private Reanchoring() {}

    static void move(Estimate estimate, Frame from, Frame to) {
        double[] rotation = rotation(from, to);
        double[] world = new double[3];
        double[] local = new double[3];
        for (int m = 0; m < estimate.models; m++) {
            int x = Estimate.STATE * m;
            double[] mean = estimate.mean;
            from.toWorld(mean[x], mean[x + 1], mean[x + 2], world, 0);
            to.toLocal(world[0], world[1], world[2], mean, x);
            for (int i = 0; i < 3; i++) {
                local[i] =
                        rotation[3 * i] * mean[x + 3]
                                + rotation[3 * i + 1] * mean[x + 4]
                                + rotation[3 * i + 2] * mean[x + 5];
            }
            System.arraycopy(local, 0, mean, x + 3, 3);
            rotate(estimate.covariance, Estimate.SQUARE * m, rotation);
        }
    }

    /** Returns the 3 by 3 rotation, row by row, that turns vectors of one frame into another's. */
    static double[] rotation(Frame from, Frame to) {
        double[] rotation = new double[9];
        double[] axis = new double[3];
        double[] column = new double[3];
        for (int k = 0; k < 3; k++) {
            from.directionToWorld(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0, axis, 0);
            to.directionToLocal(axis[0], axis[1], axis[2], column, 0);
            for (int i = 0; i < 3; i++) {
                rotation[3 * i + k] = column[i];
            }
        }
        return rotation;
    }

    /** Rotates the four 3 by 3 blocks of a covariance of position and velocity, in place. */
    static void rotate(double[] covariance, int at, double[] rotation) {
        double[] half = new double[36];
        for (int i = 0; i < 6; i++) {
            int block = i < 3 ? 0 : 3;
            for (int j = 0; j < 6; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += rotation[3 * (i - block) + k] * covariance[at + 6 * (block + k) + j];
                }
                half[6 * i + j] = sum;
            }
        }
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) {
                int block = j < 3 ? 0 : 3;
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += half[6 * i + block + k] * rotation[3 * (j - block) + k];
                }
                covariance[at + 6 * i + j] = sum;
                covariance[at + 6 * j + i] = sum;
            }
        }
    }
}
