package dev.hostlab.comparison;

import static java.util.Objects.requireNonNull;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/// What is to be compared.
///
/// @param workload what is played
/// @param settings resolved settings, free of issues
/// @param prices   the price book of the region
/// @param options  which options, at least one, in the order of the result
/// @param notices  what a reader should know already
public record ComparisonRequest(
        Workload workload, Settings settings, PriceBook prices, List<OptionId> options, List<String> notices) {

    public ComparisonRequest {
        requireNonNull(workload, "workload");
        requireNonNull(settings, "settings");
        requireNonNull(prices, "prices");
        options = List.copyOf(options);
        notices = List.copyOf(notices);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("Nothing to compare");
        }
    }

    /// The same for other options.
    ///
    /// @param others at least one, in the order of the result
    public ComparisonRequest withOptions(List<OptionId> others) {
        return new ComparisonRequest(workload, settings, prices, others, notices);
    }

    /// Why the options asked for cannot host the service, each to be mended first.
    public List<Issue> issues() {
        return hostingOptions().stream()
                .flatMap(option -> Stream.concat(option.issues().stream(), issuesOfWindows(option)))
                .toList();
    }

    /// A window does not know what came before it, so what hangs on that has to be played whole.
    private Stream<Issue> issuesOfWindows(HostingOption option) {
        var past = WindowPlan.of(settings).isWanted() ? past(option.fleetPlan(0)) : "";
        return past.isEmpty()
                ? Stream.empty()
                : Stream.of(new Issue(
                        RunParameters.SAMPLED_PERCENT.path(),
                        "Windows of " + option.id().label() + " cannot be sampled: " + past
                                + " hang on what came before a window.",
                        "Play the whole workload (0), or leave them out."));
    }

    private String past(FleetPlan plan) {
        if (plan.events().any()) {
            return "deployments, failures and interruptions";
        }
        var scaling = plan.scaling();
        if (!scaling.timetable().equals(Timetable.NONE)) {
            return "scheduled actions";
        }
        if (scaling.forecasting().mode() != Forecasting.Mode.OFF) {
            return "forecasts";
        }
        var service = ServiceModels.of(settings);
        if (service.clients().retries().any()) {
            return "clients that ask again";
        }
        return service.access().isOpen() ? "" : "limits of the provider and budgets of tenants";
    }

    /// The options as the settings describe them, in the order of the result.
    List<HostingOption> hostingOptions() {
        return options.stream()
                .map(id -> HostingOption.of(
                        id, settings, type -> prices.instanceType(type).orElseThrow()))
                .toList();
    }

    /// The workload as far as it is played.
    Workload playedWorkload() {
        var hours = settings.get(RunParameters.HORIZON_HOURS);
        return hours > 0 ? workload.first(hours) : workload;
    }
}
