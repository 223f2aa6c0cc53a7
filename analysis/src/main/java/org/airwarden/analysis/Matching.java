package org.airwarden.analysis;

import java.util.Arrays;

/**
 * The cheapest one-to-one matching in a sparse graph in which each row may also stay alone, at cost
 * 0: shortest augmenting paths with dual prices, row after row (after R. Jonker, A. Volgenant, "A
 * shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing
 * 38, 1987). A search sees no more than the row's own cluster, so what lies apart costs nothing:
 * about rows times the size of a cluster. Reused from one problem to the next; one thread.
 */
final class Matching {
    private int[] columnOf = new int[0];
    private int[] rowOf = new int[0];
    private double[] rowPrice = new double[0];
    private double[] columnPrice = new double[0];
    private double[] distance = new double[0];
    private int[] before = new int[0];
    private boolean[] scanned = new boolean[0];
    private int[] touched = new int[0];
    private int touchedCount;

    /** Heap of columns by distance; a column may be in it again, the older entry is stale. */
    private double[] heapKey = new double[16];

    private int[] heapColumn = new int[16];
    private int heapSize;

    /**
     * Matches; afterwards {@link #columnOf} tells the result.
     *
     * @param rows how many rows
     * @param columns how many columns
     * @param first first edge of each row, and the number of edges
     * @param column the column of each edge
     * @param cost the cost of each edge; those of 0 or more are never taken
     */
    void solve(int rows, int columns, int[] first, int[] column, double[] cost) {
        room(rows, columns);
        Arrays.fill(columnOf, 0, rows, -1);
        Arrays.fill(rowOf, 0, columns, -1);
        Arrays.fill(columnPrice, 0, columns, 0);
        Arrays.fill(distance, 0, columns, Double.POSITIVE_INFINITY);
        Arrays.fill(scanned, 0, columns, false);
        for (int row = 0; row < rows; row++) {
            augment(row, first, column, cost);
        }
    }

    /** Returns the column of a row, or -1. */
    int columnOf(int row) {
        return columnOf[row];
    }

    private void augment(int start, int[] first, int[] column, double[] cost) {
        double price = 0;
        for (int e = first[start]; e < first[start + 1]; e++) {
            price = Math.min(price, cost[e] - columnPrice[column[e]]);
        }
        rowPrice[start] = price;
        touchedCount = 0;
        heapSize = 0;
        int row = start;
        double reached = 0;
        // The cheapest way so far to leave a row alone.
        double alone = Double.POSITIVE_INFINITY;
        int aloneRow = start;
        int end = -1;
        double length;
        while (true) {
            if (reached - rowPrice[row] < alone) {
                alone = reached - rowPrice[row];
                aloneRow = row;
            }
            for (int e = first[row]; e < first[row + 1]; e++) {
                int to = column[e];
                if (scanned[to]) {
                    continue;
                }
                double there = reached + (cost[e] - rowPrice[row] - columnPrice[to]);
                if (there < distance[to]) {
                    if (distance[to] == Double.POSITIVE_INFINITY) {
                        touched[touchedCount++] = to;
                    }
                    distance[to] = there;
                    before[to] = row;
                    push(there, to);
                }
            }
            int next = pop();
            if (next < 0 || distance[next] >= alone) {
                length = alone;
                break;
            }
            scanned[next] = true;
            reached = distance[next];
            if (rowOf[next] < 0) {
                end = next;
                length = reached;
                break;
            }
            row = rowOf[next];
        }
        settlePrices(start, length);
        turnPath(start, end, aloneRow);
    }

    private void settlePrices(int start, double length) {
        rowPrice[start] += length;
        for (int k = 0; k < touchedCount; k++) {
            int j = touched[k];
            if (scanned[j] && rowOf[j] >= 0) {
                rowPrice[rowOf[j]] += length - distance[j];
                columnPrice[j] -= length - distance[j];
            }
            scanned[j] = false;
            distance[j] = Double.POSITIVE_INFINITY;
        }
    }

    private void turnPath(int start, int end, int aloneRow) {
        int to = end;
        if (to < 0) {
            to = columnOf[aloneRow];
            columnOf[aloneRow] = -1;
            if (aloneRow == start) {
                return;
            }
        }
        while (true) {
            int row = before[to];
            int held = columnOf[row];
            columnOf[row] = to;
            rowOf[to] = row;
            if (row == start) {
                return;
            }
            to = held;
        }
    }

    private void push(double key, int value) {
        if (heapSize == heapKey.length) {
            heapKey = Arrays.copyOf(heapKey, heapSize * 2);
            heapColumn = Arrays.copyOf(heapColumn, heapSize * 2);
        }
        int at = heapSize++;
        while (at > 0 && heapKey[(at - 1) / 2] > key) {
            heapKey[at] = heapKey[(at - 1) / 2];
            heapColumn[at] = heapColumn[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heapKey[at] = key;
        heapColumn[at] = value;
    }

    /** Returns the nearest column that is not scanned, or -1. */
    private int pop() {
        while (heapSize > 0) {
            int least = heapColumn[0];
            double key = heapKey[--heapSize];
            int value = heapColumn[heapSize];
            int at = 0;
            while (2 * at + 1 < heapSize) {
                int child = 2 * at + 1;
                if (child + 1 < heapSize && heapKey[child + 1] < heapKey[child]) {
                    child++;
                }
                if (heapKey[child] >= key) {
                    break;
                }
                heapKey[at] = heapKey[child];
                heapColumn[at] = heapColumn[child];
                at = child;
            }
            heapKey[at] = key;
            heapColumn[at] = value;
            if (!scanned[least]) {
                return least;
            }
        }
        return -1;
    }

    private void room(int rows, int columns) {
        if (columnOf.length < rows) {
            columnOf = new int[rows * 2];
            rowPrice = new double[rows * 2];
        }
        if (rowOf.length < columns) {
            int size = columns * 2;
            rowOf = new int[size];
            columnPrice = new double[size];
            distance = new double[size];
            before = new int[size];
            scanned = new boolean[size];
            touched = new int[size];
        }
    }
}
