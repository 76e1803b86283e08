package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Series;
import dev.hostlab.ui.chart.Series.Form;
import dev.hostlab.ui.chart.Series.Stress;
import dev.hostlab.ui.chart.Ticks;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/// How one tenant fared over time with each option (replication 0).
///
/// @param refused    requests that got 429 or were beyond the budget, over those that arrived
/// @param firstToken nothing where answers are not streamed
record TenantCharts(String tenant, ChartModel refused, ChartModel response, Optional<ChartModel> firstToken)
        implements CursorCard.Told {

    static final String REFUSED = "refused";
    static final String P95 = "p95";
    static final String FIRST = "first token p95";
    private static final String FIRST_SERIES = "firstTokenP95Seconds";

    /// The names of tenants that were followed over time, those that lost most first; none where none was.
    static List<String> tenants(Comparison comparison) {
        return first(comparison).stream()
                .flatMap(limits -> limits.tenants().stream())
                .filter(tenant -> !tenant.series().isEmpty())
                .sorted((one, other) -> Long.compare(lost(other), lost(one)))
                .map(TenantOutcome::name)
                .toList();
    }

    private static Optional<LimitSummary> first(Comparison comparison) {
        return comparison.outcomes().getFirst().limits().filter(LimitSummary::hasTenants);
    }

    private static long lost(TenantOutcome tenant) {
        return tenant.limited().requests() + tenant.overBudget().requests();
    }

    static TenantCharts of(Comparison comparison, ChartModel.Time time, String tenant) {
        var first = outcome(comparison.outcomes().getFirst(), tenant).orElseThrow();
        var perMinute = Behaviour.MINUTE / time.binSeconds();
        var arrived = values(first, "arrived");
        var series = new ArrayList<Series>();
        var name = new Series.Name("arrived", null, Stress.MAIN);
        series.add(new Series(
                name,
                Form.LINE,
                new Series.Bins(arrived.length, () -> Behaviour.times(arrived, perMinute)),
                rate -> Figures.number(rate) + " a minute"));
        for (var outcome : comparison.outcomes()) {
            outcome(outcome, tenant)
                    .ifPresent(own -> series.add(line(
                            outcome.option(), REFUSED, Behaviour.times(refused(own), perMinute), TenantCharts::rate)));
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        var unit = "a minute: limited or over budget; grey: arrived";
        return new TenantCharts(
                tenant,
                new ChartModel("Refused requests of " + tenant, unit, time, series, scale),
                seconds(comparison, tenant, time, P95),
                first.series().stream().anyMatch(one -> one.name().equals(FIRST_SERIES))
                        ? Optional.of(seconds(comparison, tenant, time, FIRST))
                        : Optional.empty());
    }

    private static String rate(double rate) {
        return Figures.number(rate) + " refused a minute";
    }

    private static ChartModel seconds(Comparison comparison, String tenant, ChartModel.Time time, String quantity) {
        var response = quantity.equals(P95);
        var series = comparison.outcomes().stream()
                .flatMap(outcome -> outcome(outcome, tenant)
                        .map(own -> line(
                                outcome.option(),
                                quantity,
                                values(own, response ? "p95Seconds" : FIRST_SERIES),
                                Figures::seconds))
                        .stream())
                .toList();
        var target = comparison.outcomes().getFirst().slo().targetSeconds();
        var limit = response
                ? Optional.of(new ChartModel.Limit(target, "SLO " + Figures.seconds(target)))
                : Optional.<ChartModel.Limit>empty();
        var scale = new ChartModel.Scale(Ticks::seconds, false, limit);
        var title = response ? "Response time, p95" : "First token, p95";
        return new ChartModel(title, "of each " + Behaviour.bin(time), time, series, scale);
    }

    private static Series line(OptionId option, String quantity, double[] values, DoubleFunction<String> format) {
        var form = quantity.equals(REFUSED) ? Form.LINE : Form.SPREAD;
        return new Series(
                new Series.Name(quantity, option, Stress.MAIN),
                form,
                new Series.Bins(values.length, () -> values),
                format);
    }

    private static Optional<TenantOutcome> outcome(Outcome outcome, String tenant) {
        return outcome.limits().stream()
                .flatMap(limits -> limits.tenants().stream())
                .filter(one -> one.name().equals(tenant))
                .findFirst();
    }

    private static double[] refused(TenantOutcome tenant) {
        var limited = values(tenant, "limited");
        var beyond = values(tenant, "overBudget");
        var refused = new double[limited.length];
        Arrays.setAll(refused, bin -> limited[bin] + beyond[bin]);
        return refused;
    }

    private static double[] values(TenantOutcome tenant, String series) {
        return tenant.series().stream()
                .filter(one -> one.name().equals(series))
                .findFirst()
                .map(Timeline.Series::values)
                .orElseGet(() -> new double[0]);
    }

    List<ChartModel> charts() {
        return Stream.concat(Stream.of(refused, response), firstToken.stream()).toList();
    }

    @Override
    public String head(int bin) {
        return tenant + ": requests " + refused.series().getFirst().text(bin);
    }

    @Override
    public String figures(OptionId option, int bin) {
        var words = new ArrayList<String>();
        refused.find(REFUSED, option).ifPresent(line -> words.add(line.text(bin)));
        response.find(P95, option).ifPresent(line -> words.add("p95 " + line.text(bin)));
        firstToken
                .flatMap(chart -> chart.find(FIRST, option))
                .ifPresent(line -> words.add("first token p95 " + line.text(bin)));
        return option.shortLabel() + "  " + String.join(" · ", words);
    }
}
