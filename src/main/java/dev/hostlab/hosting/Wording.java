package dev.hostlab.hosting;

import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.scaling.ScalingMetric;
import java.math.BigDecimal;
import java.math.MathContext;

/// Settings in words, as an option's setup is shown.
final class Wording {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Wording() {}

    static String target(ScalingMetric metric, double target) {
        var number = number(target);
        return switch (metric) {
            case CPU -> "CPU " + number + " %";
            case MEMORY -> "memory " + number + " %";
            case IN_FLIGHT -> "in flight " + number + " %";
            case REQUESTS_PER_TARGET -> number + " requests/min each";
            case QUEUE_BACKLOG -> number + " messages each";
            case TOKENS_PER_MINUTE -> number + " tokens/min each";
            case NETWORK_OUT -> "network out " + number(target / 1e6) + " MB/min";
            case NETWORK_IN -> "network in " + number(target / 1e6) + " MB/min";
            case REQUEST_COUNT -> number + " requests/min in all";
            case RESPONSE_TIME -> "response time " + number + " s";
            case HEALTHY_HOSTS -> number + " healthy instances";
            case UNHEALTHY_HOSTS -> number + " unhealthy instances";
            case DISK -> "disk " + number(target / 1e6) + " MB/min";
        };
    }

    static String size(TaskSize size) {
        return number(size.vcpus()) + " vCPU, " + number(size.memoryGib()) + " GiB";
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
