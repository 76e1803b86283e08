package dev.hostlab.workload;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/// What only a load whose requests are known one by one can tell.
///
/// @param gapVariation standard deviation over mean of the times between requests
/// @param inputTokens  quantiles by name
/// @param outputTokens quantiles by name
record RequestFigures(double gapVariation, Map<String, Double> inputTokens, Map<String, Double> outputTokens) {

    static final RequestFigures NONE = new RequestFigures(Double.NaN, new TreeMap<>(), new TreeMap<>());

    private static final int[] PERCENT = {50, 90, 95, 99};

    RequestFigures(RequestArrivals requests) {
        this(
                gapVariation(requests),
                requests.inputTokens() > 0 ? quantiles(requests.count(), requests::inputTokens) : new TreeMap<>(),
                requests.outputTokens() > 0 ? quantiles(requests.count(), requests::outputTokens) : new TreeMap<>());
    }

    private static double gapVariation(RequestArrivals requests) {
        var gaps = requests.count() - 1;
        if (gaps < 2) {
            return Double.NaN;
        }
        var mean = (double) (requests.atNanos(gaps) - requests.atNanos(0)) / gaps;
        var sum = 0.0;
        for (var i = 0; i < gaps; i++) {
            var off = requests.atNanos(i + 1) - requests.atNanos(i) - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / gaps) / mean;
    }

    private static Map<String, Double> quantiles(int count, IntUnaryOperator tokens) {
        var sorted = new int[count];
        Arrays.setAll(sorted, tokens);
        Arrays.sort(sorted);
        var quantiles = new TreeMap<String, Double>();
        for (var percent : PERCENT) {
            quantiles.put("p" + percent, (double) sorted[(int) ((count - 1) * (percent / 100.0))]);
        }
        return quantiles;
    }
}
