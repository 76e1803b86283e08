package dev.hostlab.trace;

import java.util.function.Function;
import java.util.stream.IntStream;

/// Input and output tokens of bins, from whatever columns the trace has.
final class TokenColumns {

    /// Input's share of all tokens where only their sum is known.
    ///
    /// Source: Azure LLM inference trace 2023, conversation, one hour: 84.5 % of 26.5 M tokens are input.
    private static final double INPUT_PER_THOUSAND = 845;

    private final double[] input;
    private final double[] output;

    TokenColumns(Layout header, IssueLog log, GapFiller bins, Function<TraceColumn, double[]> columns) {
        var in = bins.spread(columns.apply(TraceColumn.INPUT_TOKENS));
        var out = bins.spread(columns.apply(TraceColumn.OUTPUT_TOKENS));
        var both = bins.spread(columns.apply(TraceColumn.TOKENS));
        if (both.length > 0) {
            log.note(note(header, in.length > 0, out.length > 0));
        }
        tellFewer(header, log, both, in.length > 0 ? in : out);
        this.input = in.length > 0 || both.length == 0 ? in : rest(both, out);
        this.output = out.length > 0 || both.length == 0 ? out : rest(both, in);
        if (in.length == 0 && out.length == 0) {
            for (var i = 0; i < both.length; i++) {
                input[i] = both[i] * INPUT_PER_THOUSAND / 1_000;
                output[i] = both[i] - input[i];
            }
        }
    }

    double[] input() {
        return input;
    }

    double[] output() {
        return output;
    }

    /// All tokens of a row are never fewer than those of one kind.
    private static void tellFewer(Layout header, IssueLog log, double[] both, double[] known) {
        var fewer = IntStream.range(0, known.length)
                .filter(i -> i < both.length && both[i] < known[i])
                .count();
        if (fewer > 0) {
            log.note("In " + fewer + " bins column " + header.name(TraceColumn.TOKENS)
                    + " holds less than the tokens of one kind: is it the sum?");
        }
    }

    private static double[] rest(double[] both, double[] known) {
        var rest = both.clone();
        for (var i = 0; i < known.length; i++) {
            rest[i] = Math.max(0, both[i] - known[i]);
        }
        return rest;
    }

    private static String note(Layout header, boolean hasInput, boolean hasOutput) {
        var name = "Column " + header.name(TraceColumn.TOKENS) + " ";
        if (hasInput && hasOutput) {
            return name + "is not needed: input and output tokens have columns of their own.";
        }
        if (hasInput || hasOutput) {
            return name + "less the " + (hasInput ? "input" : "output") + " tokens is taken as the other kind.";
        }
        return name + "is taken as all tokens of a row and split 84.5 % input, 15.5 % output, as in the Azure LLM"
                + " conversation trace of 2023.";
    }
}
