package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What a built-in study weighs its claims by. Without effect on a comparison.
public final class StudyParameters {

    public static final Parameter<Double> MIGRATION_HOURS = parameter(
            "study.migrationHours",
            80.0,
            real(0.5, 10_000, "h"),
            assumed("two weeks of one engineer; the report of 2023 gives no hours, and no measurement was found"),
            "Hours of work, once, to move a service to another option.");

    public static final Parameter<Double> MIGRATION_SPREAD = parameter(
            "study.migrationSpread",
            0.5,
            real(0, 0.95, "share"),
            assumed("plans of such moves are often off by half"),
            "How far the hours of the move may be off in either direction.");

    public static final Parameter<Double> HOURS_THAT_MATTER = parameter(
            "study.hoursThatMatter",
            0.5,
            real(0.01, 100, "h/month"),
            assumed("half an hour a month; less is not worth a decision"),
            "From how many hours of difference a month on a claim counts as supported.");

    public static final Parameter<Double> SHARE_THAT_MATTERS = parameter(
            "study.shareThatMatters",
            0.01,
            share(),
            assumed("one request in a hundred"),
            "From what difference in the share of requests served in time on a claim counts as supported.");

    public static final List<Parameter<?>> ALL =
            List.of(MIGRATION_HOURS, MIGRATION_SPREAD, HOURS_THAT_MATTER, SHARE_THAT_MATTERS);

    private StudyParameters() {}
}
