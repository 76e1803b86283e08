package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How CloudWatch looks at its alarms, whoever made them.
public final class CloudWatchParameters {

    public static final Parameter<Double> SHORT_EVALUATION_SECONDS = parameter(
            "cloudwatch.shortEvaluationSeconds",
            10.0,
            seconds(10, 60),
            assumed("CloudWatch user guide: alarms of 10 and 30 s are evaluated every 10 s; deduced for those of 20 s"),
            "How often an alarm with a period under a minute is evaluated; others are each minute.");

    public static final List<Parameter<?>> ALL = List.of(SHORT_EVALUATION_SECONDS);

    private CloudWatchParameters() {}
}
