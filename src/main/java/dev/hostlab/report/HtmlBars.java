package dev.hostlab.report;

import dev.hostlab.comparison.Outcome;
import dev.hostlab.cost.LineItem;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.report.chart.StackedBar;
import dev.hostlab.report.chart.StackedBar.Part;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Where money, hours and seconds go: a stacked bar an option.
///
/// @param cost   bill by line
/// @param effort hours by chore
/// @param clocks a scale-out by its clocks, mean over all of them
record HtmlBars(List<Bar> cost, List<Bar> effort, List<Bar> clocks) {

    private static final int PARTS = 7;

    /// A bar with its words.
    record Bar(String id, String label, String total, String svg, List<Part> parts) {}

    private record Stack(String id, String label, List<Amount> amounts) {

        double sum() {
            return amounts.stream().mapToDouble(Amount::amount).sum();
        }
    }

    private record Amount(String name, double amount) {}

    static HtmlBars of(List<OptionFacts> facts) {
        var cost = facts.stream().map(HtmlBars::cost).toList();
        var effort = facts.stream().map(HtmlBars::effort).toList();
        var clocks = facts.stream().flatMap(HtmlBars::clocks).toList();
        return new HtmlBars(bars(cost, Figures::usd), bars(effort, Figures::hours), bars(clocks, Figures::seconds));
    }

    private static Stack cost(OptionFacts fact) {
        var amounts = fact.outcome().cost().monthly().lines().stream()
                .sorted(Comparator.comparing(LineItem::usd).reversed())
                .map(line -> new Amount(line.item(), line.usd().toDouble()));
        return stack(fact, "", biggest(amounts));
    }

    private static Stack effort(OptionFacts fact) {
        var amounts = fact.outcome().effort().chores().stream()
                .sorted(Comparator.comparingDouble(ChoreHours::hours).reversed())
                .map(chore -> new Amount(chore.chore(), chore.hours()));
        return stack(fact, "", biggest(amounts));
    }

    private static Stack stack(OptionFacts fact, String addition, List<Amount> amounts) {
        return new Stack(fact.option().id(), fact.option().label() + addition, amounts);
    }

    /// The greatest amounts, the rest as one.
    private static List<Amount> biggest(Stream<Amount> sorted) {
        var amounts = sorted.filter(amount -> amount.amount() > 0).toList();
        if (amounts.size() <= PARTS) {
            return amounts;
        }
        var shown = new ArrayList<>(amounts.subList(0, PARTS - 1));
        var rest = amounts.subList(PARTS - 1, amounts.size());
        shown.add(new Amount(
                rest.size() + " others",
                rest.stream().mapToDouble(Amount::amount).sum()));
        return shown;
    }

    private static Stream<Stack> clocks(OptionFacts fact) {
        var outs = scaleOuts(fact.outcome());
        var layers = new LinkedHashSet<String>();
        outs.forEach(out -> layers.add(out.layer()));
        return layers.stream().map(layer -> {
            var ofLayer = outs.stream().filter(out -> out.layer().equals(layer)).toList();
            return stack(fact, layers.size() > 1 ? ", " + layer : "", meanClocks(ofLayer));
        });
    }

    private static List<ScalingDecision> scaleOuts(Outcome outcome) {
        return outcome.decisions().stream()
                .filter(decision -> decision.to() > decision.from())
                .toList();
    }

    private static List<Amount> meanClocks(List<ScalingDecision> outs) {
        var clocks = List.of(
                mean(outs, "metric period", Clocks::metricPeriod),
                mean(outs, "publishing", Clocks::publish),
                mean(outs, "alarm", Clocks::evaluation),
                mean(outs, "decision", Clocks::decision),
                mean(outs, "request", Clocks::request),
                mean(outs, "start", Clocks::start),
                mean(outs, "registration", Clocks::registration));
        return clocks.stream().filter(clock -> clock.amount() > 0).toList();
    }

    private static Amount mean(List<ScalingDecision> outs, String name, ToDoubleFunction<Clocks> clock) {
        var mean = outs.stream()
                .map(ScalingDecision::clocks)
                .mapToDouble(clock)
                .average()
                .orElse(0);
        return new Amount(name, mean);
    }

    private static List<Bar> bars(List<Stack> stacks, DoubleFunction<String> write) {
        var full = stacks.stream().mapToDouble(Stack::sum).max().orElse(0);
        return stacks.stream().map(stack -> bar(stack, full, write)).toList();
    }

    private static Bar bar(Stack stack, double full, DoubleFunction<String> write) {
        var parts = new ArrayList<Part>();
        for (var amount : stack.amounts()) {
            parts.add(new Part(amount.name() + " " + write.apply(amount.amount()), amount.amount(), parts.size()));
        }
        var total = write.apply(stack.sum());
        var svg = new StackedBar(stack.label() + ", " + total, stack.id(), full, parts).svg();
        return new Bar(stack.id(), stack.label(), total, svg, parts);
    }
}
