package dev.hostlab.ui.workspace;

import dev.hostlab.settings.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;

/// What a slider beside a number goes through: from an eighth to eight times what is usual here, evenly in proportion.
///
/// @param low   at the left end, above 0
/// @param high  at the right end
/// @param whole whether only whole numbers mean anything
record DragRange(double low, double high, boolean whole) {

    private static final double REACH = 8;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    /// Settings that people try out by feel.
    private static final Set<String> DRAGGED = Set.of(
            "service.concurrency",
            "service.cpuMsPerRequest",
            "service.upstreamMs",
            "service.imageMb",
            "service.startSeconds",
            "capacity.min",
            "capacity.max",
            "beanstalk.scaling.target",
            "ecs-ec2.scaling.target",
            "fargate.scaling.target",
            "slo.p95Ms");

    /// Whether a setting has a slider.
    static boolean suits(Parameter<?> parameter) {
        return DRAGGED.contains(parameter.path());
    }

    /// The range around a value; around 1 where there is none.
    static DragRange around(Parameter<?> parameter, String value) {
        var number = number(value) > 0 ? number(value) : 1;
        var whole = parameter.domain().jsonType().equals("integer");
        var low = whole ? Math.max(1, Math.floor(number / REACH)) : number / REACH;
        return new DragRange(low, number * REACH, whole);
    }

    boolean holds(String value) {
        var number = number(value);
        return number >= low && number <= high;
    }

    /// Where a value stands, 0 to 1.
    double place(String value) {
        var number = Math.clamp(number(value), low, high);
        return number > 0 ? Math.log(number / low) / Math.log(high / low) : 0;
    }

    /// The value at a place from 0 to 1, as it would be typed.
    String text(double place) {
        var value = low * Math.exp(place * Math.log(high / low));
        return whole
                ? Long.toString(Math.round(value))
                : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
