package dev.hostlab.report;

import dev.hostlab.comparison.LatencySummary;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The options as columns of a text table, the figures as its rows.
final class TextGrid {

    /// Columns of a terminal that the table fits in.
    static final int WIDTH = 100;

    private static final int LABEL = 22;
    private static final int WIDEST_COLUMN = 30;
    private static final int GAP = 2;

    private final List<OptionFacts> facts;
    private final TextTable.Emphasis emphasis;
    private final int column;
    private final List<String> lines = new ArrayList<>();

    TextGrid(List<OptionFacts> facts, TextTable.Emphasis emphasis) {
        this.facts = facts;
        this.emphasis = emphasis;
        column = Math.min(WIDEST_COLUMN, (WIDTH - LABEL) / Math.max(1, facts.size()));
    }

    /// Every line of the table.
    List<String> lines() {
        row("", fact -> fact.option().label());
        row("", fact -> mark(fact.option(), column - GAP));
        row("Setup", fact -> fact.outcome().setup());
        lines.add("");
        money();
        lines.add("");
        speed();
        lines.add("");
        capacity();
        queue();
        limits();
        delivery();
        lines.add("");
        cells(
                "In short",
                fact -> fact.badges().stream().map(OptionFacts.Badge::text).toList());
        return lines;
    }

    private void money() {
        row("Bill a month", OptionFacts::bill);
        row("People a month", fact -> fact.people() + " (" + fact.hours().value() + ")");
        var start = lines.size();
        row("Total a month", TextGrid::total);
        if (emphasis == TextTable.Emphasis.BOLD) {
            lines.subList(start, lines.size()).replaceAll(TextGrid::bold);
        }
        row("Above the lowest", OptionFacts::aboveLowest);
    }

    private void speed() {
        row("Response p50", fact -> fact.response(LatencySummary::p50).compact());
        row("Response p95", fact -> fact.response(LatencySummary::p95).compact());
        row("Response p99", fact -> fact.response(LatencySummary::p99).compact());
        if (facts.stream().anyMatch(fact -> fact.outcome().firstToken().isPresent())) {
            row("First token p50", fact -> fact.firstToken(LatencySummary::p50).compact());
            row("First token p95", fact -> fact.firstToken(LatencySummary::p95).compact());
            row("First token p99", fact -> fact.firstToken(LatencySummary::p99).compact());
        }
        row(
                "Served within " + facts.getFirst().objective(),
                fact -> fact.attainment().compact());
        row("Requests lost", OptionFacts::lost);
        if (facts.stream().anyMatch(OptionFacts::lostAny)) {
            row("  rejected", fact -> Figures.count(fact.outcome().requests().rejected()));
            row("  timed out", fact -> Figures.count(fact.outcome().requests().timedOut()));
            row("  failed", fact -> Figures.count(fact.outcome().requests().failed()));
        }
        if (facts.stream().anyMatch(OptionFacts::askedAgain)) {
            row("Asked again", OptionFacts::retries);
            row("  slot time for nobody", OptionFacts::abandoned);
        }
        if (facts.stream().anyMatch(OptionFacts::gotErrors)) {
            row("  status 503, 504, 502", OptionFacts::statuses);
        }
    }

    private void capacity() {
        row("Cold starts", TextGrid::coldStarts);
        row(
                "  requests delayed",
                fact -> Figures.count(fact.outcome().coldStarts().requestsDelayed()));
        row("Tasks in service", fact -> fact.capacity() + " (" + fact.capacityRange() + ")");
        row("EC2 instances", TextGrid::instances);
        if (facts.stream().anyMatch(OptionFacts::isHeld)) {
            row("Held by vCPU quota", OptionFacts::held);
        }
        if (facts.stream().anyMatch(OptionFacts::crashed)) {
            row("Crashes", fact -> Figures.count(fact.outcome().capacity().crashes()));
        }
        row(
                "Scaling decisions",
                fact -> Figures.count(fact.outcome().decisions().size()));
    }

    private void delivery() {
        if (facts.stream().allMatch(fact -> fact.outcome().delivery().isEmpty())) {
            return;
        }
        lines.add("");
        row("Lead time of a change", fact -> new DeliveryFacts(fact).lead());
        row("  of it rollout", fact -> new DeliveryFacts(fact).rollout());
        row("Evaluations a month", fact -> new DeliveryFacts(fact).evaluations());
        row("  their tokens", fact -> new DeliveryFacts(fact).tokens());
        row("  work, in all", fact -> new DeliveryFacts(fact).hours());
    }

    private void queue() {
        var queues = facts.stream().map(QueueFacts::new).toList();
        if (queues.stream().noneMatch(QueueFacts::isThere)) {
            return;
        }
        lines.add("");
        row("Oldest message", fact -> new QueueFacts(fact).oldest());
        row("  within its target", fact -> new QueueFacts(fact).within());
        if (queues.stream().anyMatch(QueueFacts::cameBack)) {
            row("Delivered again", fact -> new QueueFacts(fact).redeliveries());
            row("  in vain, failed, lost", fact -> new QueueFacts(fact).wastedAttempts());
            row("  their slot time", fact -> new QueueFacts(fact).wasted());
            row("Dead letters, expired", fact -> new QueueFacts(fact).dropped());
        }
        row("SQS requests", fact -> new QueueFacts(fact).calls());
        if (queues.stream().anyMatch(QueueFacts::isObserved)) {
            row("Off the trace's depth", fact -> new QueueFacts(fact).error());
        }
    }

    private void limits() {
        if (facts.stream().map(LimitFacts::new).noneMatch(LimitFacts::isThere)) {
            return;
        }
        lines.add("");
        row("Provider-bound", fact -> new LimitFacts(fact).providerBound());
        row("Capacity-bound", fact -> new LimitFacts(fact).capacityBound());
        row("Calls refused (429)", fact -> new LimitFacts(fact).refusedCalls());
        row("Waiting tasks a month", fact -> new LimitFacts(fact).helpless());
    }

    private static String total(OptionFacts fact) {
        var interval = fact.totalInterval();
        return fact.total() + (interval.startsWith("±") ? " " : ", ") + interval;
    }

    private static String instances(OptionFacts fact) {
        var peak = fact.instancesPeak();
        return fact.instances() + (peak.isEmpty() ? "" : " (" + peak + ")");
    }

    private static String coldStarts(OptionFacts fact) {
        var mean = fact.coldStartMean();
        return fact.coldStarts() + (mean.isEmpty() ? "" : ", " + mean);
    }

    private void row(String label, Function<OptionFacts, String> cell) {
        cells(label, fact -> PlainText.wrap(cell.apply(fact), column - GAP));
    }

    private void cells(String label, Function<OptionFacts, List<String>> cell) {
        var cells = facts.stream().map(cell).toList();
        var height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (var i = 0; i < height; i++) {
            var line = new StringBuilder(PlainText.padRight(i == 0 ? label : "", LABEL));
            for (var wrapped : cells) {
                line.append(PlainText.padLeft(i < wrapped.size() ? wrapped.get(i) : "", column));
            }
            lines.add(line.toString());
        }
    }

    static String bold(String line) {
        return "\u001b[1m" + line.stripTrailing() + "\u001b[0m";
    }

    /// The line that the option also has in charts: solid, dashed, dotted or both in turn.
    private static String mark(OptionId option, int length) {
        var pattern = switch (option) {
            case BEANSTALK -> "─";
            case ECS_EC2 -> "╌";
            case FARGATE -> "┈";
            case MANAGED_INSTANCES -> "─┈";
        };
        return pattern.repeat(length).substring(0, length);
    }
}
