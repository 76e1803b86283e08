package dev.hostlab.study;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.EffortPresets;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.StudyParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The study of a CTO's claims: what of the reasons to leave Elastic Beanstalk for Fargate, told in 2023, holds on a
/// workload like theirs, by simulation, price list and documentation.
public final class LeavingBeanstalk {

    public static final String NAME = "leaving-beanstalk";
    public static final String TITLE = "Leaving Beanstalk: a CTO's claims of 2023";

    /// Settings that the study sets itself, once for each of its runs.
    public static final List<String> OWN_SETTINGS = List.of("preset", "effort.preset");

    /// Replications where nobody asks for a number.
    private static final String REPLICATIONS = "4";
    /// Part of the work that the tuned runs are: two options of three.
    private static final double TUNED_PART = 2.0 / 3;

    private LeavingBeanstalk() {}

    /// What is to be simulated.
    ///
    /// @param post   Beanstalk and Fargate, tuned, with the chores of the report of 2023
    /// @param today  the same with the chores of today
    /// @param asMade Beanstalk as it comes out of the box
    public record Requests(ComparisonRequest post, ComparisonRequest today, ComparisonRequest asMade) {}

    /// One of the study's runs.
    public enum Part {
        POST("tuned", EffortPresets.POST_OF_2023),
        TODAY("tuned", EffortPresets.TODAY),
        AS_MADE("aws-defaults", EffortPresets.POST_OF_2023);

        private final String preset;
        private final String chores;

        Part(String preset, String chores) {
            this.preset = preset;
            this.chores = chores;
        }

        /// The settings that make this run of the user's choices.
        ///
        /// @param replications whether the user has asked for a number of them
        public Map<String, String> settings(boolean replications) {
            var settings = new LinkedHashMap<String, String>();
            settings.put("preset", preset);
            settings.put("effort.preset", chores);
            if (!replications) {
                settings.put("replications", REPLICATIONS);
            }
            return settings;
        }

        public List<OptionId> options() {
            return this == AS_MADE ? List.of(OptionId.BEANSTALK) : List.of(OptionId.BEANSTALK, OptionId.FARGATE);
        }
    }

    /// Runs the study. What differs in chores alone is not simulated twice.
    ///
    /// @param threads at least 1
    /// @throws dev.hostlab.engine.RunCancelledException if the watcher ends it
    public static StudyResult run(Requests requests, int threads, Watcher watcher) {
        var tuned = new Comparer(requests.post()).simulate(threads, watcher.inPart(0, TUNED_PART));
        var asMade = new Comparer(requests.asMade()).compare(threads, watcher.inPart(TUNED_PART, 1 - TUNED_PART));
        var settings = requests.post().settings();
        return result(new Runs(
                tuned.comparison(),
                tuned.weighed(requests.today()),
                asMade,
                settings,
                requests.today().settings(),
                requests.post().prices()));
    }

    static StudyResult result(Runs runs) {
        var paybacks =
                List.of(payback(runs.post(), runs.settings(), "2023"), payback(runs.today(), runs.current(), "2026"));
        var chores = new ChoreClaims(runs);
        var others = new RunClaims(runs);
        var findings = new ArrayList<>(
                List.of(chores.logs(), chores.configuration(), chores.gitHub(), chores.delivery(), others.scaling()));
        others.taskPrice().ifPresent(findings::add);
        findings.add(others.firstMonth(paybacks.getFirst()));
        return new StudyResult(NAME, TITLE, findings, paybacks, runs.post(), notices(runs, findings));
    }

    private static List<String> notices(Runs runs, List<Finding> findings) {
        var notices = new ArrayList<String>();
        notices.add("Minutes of chores are assumptions; no independent measurement was found. Incidents, bills and"
                + " response times are simulated.");
        if (findings.size() < Claim.values().length) {
            notices.add("A price is missing, so the price of a task could not be compared: "
                    + String.join(", ", runs.post().prices().missing()) + ".");
        }
        return notices;
    }

    private static Payback payback(Comparison comparison, Settings settings, String chores) {
        var before = Runs.outcome(comparison, OptionId.BEANSTALK);
        var after = Runs.outcome(comparison, OptionId.FARGATE);
        return new Payback(
                chores,
                settings.get(StudyParameters.MIGRATION_HOURS),
                settings.get(StudyParameters.MIGRATION_SPREAD),
                settings.get(EffortParameters.HOURLY_RATE_USD),
                before.monthlyBill().mean() - after.monthlyBill().mean(),
                before.effortHours().mean() - after.effortHours().mean(),
                Runs.saved(comparison));
    }
}
