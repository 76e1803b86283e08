package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The evaluation that a version has to pass before traffic moves to it, and rotations of prompts and secrets.
public final class EvaluationParameters {

    public static final Parameter<Double> MINUTES = parameter(
            "evaluation.minutes",
            0.0,
            real(0, 10_080, "min"),
            assumed("no evaluation stage; how long yours takes you can read off your pipeline"),
            "How long an evaluation takes before traffic moves to a version; 0 for none.");

    public static final Parameter<Double> INPUT_TOKENS = parameter(
            "evaluation.inputTokens",
            0.0,
            real(0, 1e12, "tokens"),
            assumed("no evaluation stage; cases × tokens of a case"),
            "Input tokens of one evaluation.");

    public static final Parameter<Double> OUTPUT_TOKENS = parameter(
            "evaluation.outputTokens",
            0.0,
            real(0, 1e12, "tokens"),
            assumed("no evaluation stage; cases × tokens of an answer and of its judge"),
            "Output tokens of one evaluation.");

    public static final Parameter<Double> PASS_SHARE = parameter(
            "evaluation.passShare",
            0.9,
            real(0.05, 1, "share"),
            assumed("one version in ten sent back; no measurement found"),
            "Part of the evaluations that a version passes. One that does not is mended and evaluated again.");

    public static final Parameter<Double> MEND_MINUTES = parameter(
            "evaluation.mendMinutes",
            45.0,
            real(0, 10_080, "min"),
            assumed("about as long as answering a page; no measurement found"),
            "Minutes of a person for each version that fails its evaluation.");

    public static final Parameter<Double> USD_PER_MILLION_INPUT = parameter(
            "evaluation.usdPerMillionInputTokens",
            0.0,
            real(0, 10_000, "USD"),
            assumed("price lists of model providers are not part of Hostlab; yours says"),
            "Price of a million input tokens; 0 counts tokens and leaves them out of money.");

    public static final Parameter<Double> USD_PER_MILLION_OUTPUT = parameter(
            "evaluation.usdPerMillionOutputTokens",
            0.0,
            real(0, 10_000, "USD"),
            assumed("price lists of model providers are not part of Hostlab; yours says"),
            "Price of a million output tokens; 0 counts tokens and leaves them out of money.");

    public static final Parameter<Double> ROTATIONS_PER_MONTH = parameter(
            "evaluation.rotationsPerMonth",
            0.0,
            real(0, 10_000, "per month"),
            assumed("none beside deployments"),
            "How often a prompt or a secret is rotated: a change of configuration that goes out like a version.");

    public static final Parameter<Boolean> ROTATIONS_EVALUATED = parameter(
            "evaluation.rotationsEvaluated",
            true,
            flag(),
            assumed("a new prompt changes answers as a new version does; a new secret does not"),
            "Whether rotations pass the evaluation too.");

    public static final List<Parameter<?>> ALL = List.of(
            MINUTES,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            PASS_SHARE,
            MEND_MINUTES,
            USD_PER_MILLION_INPUT,
            USD_PER_MILLION_OUTPUT,
            ROTATIONS_PER_MONTH,
            ROTATIONS_EVALUATED);

    private EvaluationParameters() {}
}
