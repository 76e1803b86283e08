package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;
import java.util.stream.Stream;

/// What people's work costs, and how much of it there is, whatever the option.
public final class EffortParameters {

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

    public static final Parameter<Double> HOST_EXPONENT = parameter(
            "effort.hostExponent",
            0.7,
            real(0.5, 1, ""),
            assumed("the tenth host is less work than the first; 1 makes work proportional to hosts, as AWS's sample"
                    + " calculator does"),
            "Work for hosts grows with their mean number to this power.");

    public static final Parameter<Double> AUTOMATION = parameter(
            "effort.automation",
            0.0,
            share(),
            assumed("the minutes of the options are those of a usual degree of automation"),
            "Part of the work of events that your own automation takes over.");

    public static final Parameter<Double> INSTANCE_FAILURES_PER_MONTH = parameter(
            "effort.instanceFailuresPerMonth",
            0.01,
            real(0, 1, "per instance-month"),
            assumed("no published rate found; about one instance in eight fails in a year"),
            "How often an instance fails and has to be replaced.");

    public static final Parameter<Double> LOG_HUNTS_PER_BREACH = parameter(
            "effort.logHuntsPerBreach",
            1.0,
            real(0, 10, ""),
            assumed("each incident is looked into once"),
            "Searches through logs for each stretch of more than 10 minutes in which the SLO was missed.");

    public static final Parameter<Double> UNMANAGED_PATCH_MINUTES = parameter(
            "effort.beanstalk.unmanagedPatchMinutes",
            60.0,
            real(0, 240, "min"),
            assumed("as long as a round of patches takes on instances that a team keeps by itself"),
            "What a round of host patches takes on Beanstalk instead of patchMinutes when managed updates are off.");

    public static final List<Parameter<?>> ALL = Stream.of(
                    List.<Parameter<?>>of(
                            HOURLY_RATE_USD,
                            DEPLOYMENTS_PER_MONTH,
                            HOST_EXPONENT,
                            AUTOMATION,
                            INSTANCE_FAILURES_PER_MONTH,
                            LOG_HUNTS_PER_BREACH,
                            UNMANAGED_PATCH_MINUTES),
                    OptionEffort.BEANSTALK.all(),
                    OptionEffort.ECS_EC2.all(),
                    OptionEffort.FARGATE.all())
            .<Parameter<?>>flatMap(List::stream)
            .toList();

    private EffortParameters() {}
}
