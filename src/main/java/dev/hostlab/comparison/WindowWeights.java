package dev.hostlab.comparison;

import java.util.List;

/// How many windows each window that was played stands for.
///
/// The weight as drawn is one over the hits that the window gets in the mean. It is calibrated, so that windows,
/// requests, estimated waits and estimated capacity add up to what they are known to be over the whole workload:
/// `w = d (1 + xᵀ λ)` with `Σ w x = X`. Figures that go with one of them become as sure as the estimate is good, and
/// remain free of its bias. Source: Deville and Särndal, "Calibration estimators in survey sampling", JASA 87 (1992),
/// linear distance; where a weight would be below a fifth or above five times the drawn one, less is calibrated on.
final class WindowWeights {

    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 5;
    private static final double SINGULAR = 1e-6;
    /// So many windows at least for each figure that weights are calibrated on.
    private static final int WINDOWS_PER_FIGURE = 5;

    private WindowWeights() {}

    /// On how many figures to calibrate, the first ones.
    ///
    /// @param drawn weight of each window as drawn
    /// @param known of each figure, the part of its total that each window has; the first ones matter most
    static int figures(double[] drawn, List<double[]> known) {
        for (var size = Math.min(drawn.length / WINDOWS_PER_FIGURE, known.size()); size > 1; size--) {
            if (areNear(calibrated(drawn, known.subList(0, size)), drawn)) {
                return size;
            }
        }
        return 1;
    }

    private static boolean areNear(double[] weights, double[] drawn) {
        for (var window = 0; window < drawn.length; window++) {
            if (weights[window] < SMALLEST * drawn[window] || weights[window] > LARGEST * drawn[window]) {
                return false;
            }
        }
        return true;
    }

    /// Weights with which these figures add up, as far as none is negative.
    static double[] calibrated(double[] drawn, List<double[]> figures) {
        var size = figures.size();
        var lambda = solved(equations(drawn, figures));
        var weights = new double[drawn.length];
        for (var window = 0; window < drawn.length; window++) {
            var factor = 1.0;
            for (var figure = 0; figure < size; figure++) {
                factor += lambda[figure] * figures.get(figure)[window];
            }
            weights[window] = drawn[window] * Math.max(0, factor);
        }
        return weights;
    }

    private static double[][] equations(double[] drawn, List<double[]> figures) {
        var size = figures.size();
        var matrix = new double[size][size + 1];
        for (var row = 0; row < size; row++) {
            matrix[row][size] = 1;
            for (var window = 0; window < drawn.length; window++) {
                var part = drawn[window] * figures.get(row)[window];
                matrix[row][size] -= part;
                for (var column = 0; column < size; column++) {
                    matrix[row][column] += part * figures.get(column)[window];
                }
            }
        }
        return matrix;
    }

    /// Gauss and Jordan, in order of importance; what hangs on figures before it is left out.
    private static double[] solved(double[][] matrix) {
        var size = matrix.length;
        var solution = new double[size];
        var smallest = new double[size];
        for (var row = 0; row < size; row++) {
            smallest[row] = SINGULAR * matrix[row][row];
        }
        for (var pivot = 0; pivot < size; pivot++) {
            if (matrix[pivot][pivot] > smallest[pivot]) {
                eliminate(matrix, pivot);
                solution[pivot] = 1;
            }
        }
        for (var row = 0; row < size; row++) {
            solution[row] = solution[row] == 0 ? 0 : matrix[row][size] / matrix[row][row];
        }
        return solution;
    }

    private static void eliminate(double[][] matrix, int pivot) {
        for (var row = 0; row < matrix.length; row++) {
            if (row != pivot) {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (var column = pivot; column < matrix[row].length; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
    }
}
