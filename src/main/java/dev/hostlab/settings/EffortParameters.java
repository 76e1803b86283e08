package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;
import java.util.stream.Stream;

/// What people's work costs, and how much of it there is, whatever the option.
public final class EffortParameters {

    public static final Parameter<String> PRESET = parameter(
            "effort.preset",
            EffortPresets.TODAY,
            choice(EffortPresets.TODAY, EffortPresets.POST_OF_2023, EffortPresets.PUBLISHED),
            assumed("the tools of the day count, not those of an old report"),
            "Whose experience the chores follow: today's tools; a report of 2023 on leaving Beanstalk; or the flat"
                    + " hours an instance of AWS's sample calculator.");

    public static final Parameter<Double> HOURLY_RATE_USD = parameter(
            "effort.hourlyRateUsd",
            72.12,
            real(0, 1_000, "USD/h"),
            assumed(
                    "$150,000 a year over 2,080 h, as AWS's sample calculator for ECS managed instances (2026-05-26) takes"
                            + " it"),
            "What an hour of an engineer costs.");

    public static final Parameter<Double> DEPLOYMENTS_PER_MONTH = parameter(
            "effort.deploymentsPerMonth",
            20.0,
            real(0, 10_000, "per month"),
            assumed("one each working day"),
            "How often a new version goes out.");

    public static final Parameter<Double> ARCHIVE_LOG_HUNT_MINUTES = parameter(
            "effort.archiveLogHuntMinutes",
            30.0,
            real(0, 60, "min"),
            assumed(
                    "a CTO's report of 2023 on leaving Beanstalk names logs as archives, without minutes; twice the time"
                            + " with streamed logs is taken"),
            "Hunting through logs that have to be fetched from each instance, for each page: Beanstalk without streamed"
                    + " logs.");

    public static final Parameter<Double> STRANDED_REVIEW_SHARE = parameter(
            "effort.strandedReviewShare",
            0.3,
            real(0, 1, "share"),
            assumed("nobody has published when a team looks; below a third it is taken for granted"),
            "Above this stranded share of what is paid for somebody reviews how tasks fit their instances.");

    public static final List<Parameter<?>> ALL = Stream.of(
                    List.of(
                            PRESET,
                            HOURLY_RATE_USD,
                            DEPLOYMENTS_PER_MONTH,
                            ARCHIVE_LOG_HUNT_MINUTES,
                            STRANDED_REVIEW_SHARE),
                    OptionEffort.EACH.stream()
                            .flatMap(option -> option.all().stream())
                            .toList())
            .<Parameter<?>>flatMap(List::stream)
            .toList();

    private EffortParameters() {}
}
