package org.airwarden.model;

import java.util.Arrays;

/** A symmetric matrix of 6 by 6, immutable. */
public final class Covariance {
    private static final int SIZE = 6;

    /** Rows of the upper triangle, one after the other: 21 numbers. */
    private final double[] upper;

    private Covariance(double[] upper) {
        this.upper = upper;
    }

    /** Takes the upper triangle of a matrix given row by row in 36 numbers. */
    public static Covariance ofRows(double[] rows) {
        double[] upper = new double[SIZE * (SIZE + 1) / 2];
        int next = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = row; column < SIZE; column++) {
                upper[next++] = rows[row * SIZE + column];
            }
        }
        return new Covariance(upper);
    }

    /** Takes the rows of an upper triangle, one after the other: 21 numbers. */
    public static Covariance ofUpper(double[] upper) {
        if (upper.length != SIZE * (SIZE + 1) / 2) {
            throw new IllegalArgumentException("21 numbers are needed, not " + upper.length);
        }
        return new Covariance(upper.clone());
    }

    /** Returns one element. */
    public double at(int row, int column) {
        int r = Math.min(row, column);
        int c = Math.max(row, column);
        return upper[r * SIZE - r * (r - 1) / 2 + (c - r)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covariance that && Arrays.equals(upper, that.upper);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(upper);
    }

    @Override
    public String toString() {
        return "Covariance" + Arrays.toString(upper);
    }
}
