package dev.hostlab.cli;

import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Span;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Variation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the words in which queues are described: `exp`, `erl4`, `h2-10`, `det:2`. What is wrong joins the issues.
///
/// @param issues problems found so far
record QueueWords(List<Issue> issues) {

    private static final int MOST_STAGES = 1_000;

    /// A law for the times between arrivals, with batches.
    ///
    /// @param variation of the times between batches
    /// @param batch     requests at once
    record Gaps(Variation variation, int batch) {}

    Gaps gaps(String option, String words) {
        if (words.startsWith("exp-batch:")) {
            var batch = count(option, words.substring("exp-batch:".length()));
            return new Gaps(new Variation.Exponential(), batch);
        }
        return new Gaps(variation(option, words, "exp, det, erl4, h2-4 or exp-batch:10"), 1);
    }

    /// A law for service times.
    Variation service(String option, String words) {
        return variation(option, words, "exp, det, erl4, h2-4 or logn-4");
    }

    private Variation variation(String option, String words, String known) {
        try {
            if (words.startsWith("erl")) {
                var stages = Integer.parseInt(words.substring("erl".length()));
                if (stages >= 1 && stages <= MOST_STAGES) {
                    return new Variation.Erlang(stages);
                }
            } else if (words.startsWith("h2-")) {
                return new Variation.Hyperexponential(Double.parseDouble(words.substring("h2-".length())));
            } else if (words.startsWith("logn-") && known.contains("logn")) {
                return new Variation.LogNormal(Math.sqrt(Double.parseDouble(words.substring("logn-".length()))));
            } else if (words.equals("exp")) {
                return new Variation.Exponential();
            } else if (words.equals("det")) {
                return new Variation.Constant();
            }
        } catch (IllegalArgumentException notOne) {
            // told below, like any other word that is not known
        }
        issues.add(new Issue(option, "'" + words + "' is no law of times.", "Give " + known + ", say."));
        return new Variation.Exponential();
    }

    /// A span by its mean: `exp:10`, `det:10`.
    Optional<Span> span(String option, Optional<String> words) {
        return words.flatMap(text -> span(option, text, false));
    }

    /// A patience: `exp:RATE` or `det:SECONDS`.
    Optional<Span> patience(String option, Optional<String> words) {
        return words.flatMap(text -> span(option, text, true));
    }

    /// A time to think: a span, or a plain number for an exponential one of that mean.
    Optional<Span> think(String option, Optional<String> words) {
        return words.flatMap(text -> span(option, text.contains(":") ? text : "exp:" + text, false));
    }

    private Optional<Span> span(String option, String words, boolean expIsRate) {
        var colon = words.indexOf(':');
        var kind = colon < 0 ? "" : words.substring(0, colon);
        var value = number(words.substring(colon + 1));
        if (value.isPresent() && value.getAsDouble() > 0) {
            if (kind.equals("exp")) {
                var mean = expIsRate ? 1 / value.getAsDouble() : value.getAsDouble();
                return Optional.of(new Span(mean, new Variation.Exponential()));
            }
            if (kind.equals("det")) {
                return Optional.of(new Span(value.getAsDouble(), new Variation.Constant()));
            }
        }
        var first = expIsRate ? "exp:0.2 (a rate)" : "exp:10 (a mean)";
        issues.add(new Issue(option, "'" + words + "' is no length of time.", "Give " + first + " or det:2, say."));
        return Optional.empty();
    }

    /// A whole number from 1, or `inf`.
    int countOrInf(String option, String words) {
        return words.equals("inf") ? QueueModel.UNLIMITED : count(option, words);
    }

    int count(String option, String words) {
        try {
            var count = Integer.parseInt(words);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        issues.add(new Issue(option, "'" + words + "' is no whole number from 1 up.", "Give a count, such as 4."));
        return 1;
    }

    /// A number above 0.
    double rate(String option, Optional<String> words) {
        if (words.isEmpty()) {
            issues.add(new Issue(option, "It is missing.", "Give a rate in requests a second."));
            return 1;
        }
        var value = number(words.get());
        if (value.isPresent() && value.getAsDouble() > 0) {
            return value.getAsDouble();
        }
        issues.add(new Issue(option, "'" + words.get() + "' is no rate.", "Give a number above 0, a second."));
        return 1;
    }

    private static OptionalDouble number(String words) {
        try {
            var value = Double.parseDouble(words);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }
}
