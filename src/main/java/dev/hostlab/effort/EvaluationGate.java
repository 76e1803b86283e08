package dev.hostlab.effort;

import dev.hostlab.settings.EvaluationParameters;
import dev.hostlab.settings.Settings;

/// The evaluation that a version has to pass before traffic moves to it, and rotations of prompts and secrets.
///
/// A version that fails is mended and evaluated again until it passes, so with a pass share p each takes 1 ÷ p
/// evaluations in the mean, of which 1 ÷ p − 1 fail (geometric).
///
/// @param minutes             of one evaluation
/// @param tokens              of one evaluation
/// @param passShare           above 0 and at most 1
/// @param mendMinutes         of a person for each that fails
/// @param rotationsPerMonth   prompts and secrets rotated
/// @param rotationsEvaluated  whether those pass the evaluation too
public record EvaluationGate(
        double minutes,
        Tokens tokens,
        double passShare,
        double mendMinutes,
        double rotationsPerMonth,
        boolean rotationsEvaluated) {

    /// No evaluation and no rotation.
    public static final EvaluationGate NONE = new EvaluationGate(0, new Tokens(0, 0, 0, 0), 1, 0, 0, false);

    private static final double TOKENS_PER_MILLION = 1e6;

    /// Tokens of one evaluation and what a million of each kind costs.
    public record Tokens(double input, double output, double usdPerMillionInput, double usdPerMillionOutput) {

        double usd() {
            return (input * usdPerMillionInput + output * usdPerMillionOutput) / TOKENS_PER_MILLION;
        }
    }

    public EvaluationGate {
        if (!(passShare > 0 && passShare <= 1)) {
            throw new IllegalArgumentException("A share above 0 and at most 1: " + passShare);
        }
    }

    public static EvaluationGate of(Settings settings) {
        return new EvaluationGate(
                settings.get(EvaluationParameters.MINUTES),
                new Tokens(
                        settings.get(EvaluationParameters.INPUT_TOKENS),
                        settings.get(EvaluationParameters.OUTPUT_TOKENS),
                        settings.get(EvaluationParameters.USD_PER_MILLION_INPUT),
                        settings.get(EvaluationParameters.USD_PER_MILLION_OUTPUT)),
                settings.get(EvaluationParameters.PASS_SHARE),
                settings.get(EvaluationParameters.MEND_MINUTES),
                settings.get(EvaluationParameters.ROTATIONS_PER_MONTH),
                settings.get(EvaluationParameters.ROTATIONS_EVALUATED));
    }

    /// Whether versions are evaluated.
    public boolean evaluates() {
        return minutes > 0 || tokens.input() + tokens.output() > 0;
    }

    /// Whether there is anything to tell.
    public boolean isThere() {
        return evaluates() || rotationsPerMonth > 0;
    }

    /// Evaluations a month.
    public double evaluations(double deploymentsPerMonth) {
        var changes = deploymentsPerMonth + (rotationsEvaluated ? rotationsPerMonth : 0);
        return evaluates() ? changes / passShare : 0;
    }

    /// Of them, those that fail.
    public double failed(double deploymentsPerMonth) {
        return evaluations(deploymentsPerMonth) * (1 - passShare);
    }

    /// Tokens a month.
    public double tokens(double deploymentsPerMonth) {
        return evaluations(deploymentsPerMonth) * (tokens.input() + tokens.output());
    }

    /// Dollars for so many tokens, 0 where nobody has given a price.
    public double usdOf(double inputTokens, double outputTokens) {
        return (inputTokens * tokens.usdPerMillionInput() + outputTokens * tokens.usdPerMillionOutput())
                / TOKENS_PER_MILLION;
    }

    /// Dollars a month for them, 0 where nobody has given a price.
    public double usd(double deploymentsPerMonth) {
        return evaluations(deploymentsPerMonth) * tokens.usd();
    }

    /// Minutes from a version that is built until it has passed, in the mean.
    public double passedAfterMinutes() {
        return evaluates() ? minutes / passShare + mendMinutes * (1 / passShare - 1) : 0;
    }
}
