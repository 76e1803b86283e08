package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.Redelivery;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Far more messages than a provider takes, which come back and ask again.
class RefusalStormTest {

    /// 600 messages a minute of 300 tokens are three times what 60,000 tokens a minute allow.
    private static RunResult overloaded(double visibility, int maxReceives, int attempts) {
        var retries = new Access.Retries(attempts, 1, 2, 20, true, true, false);
        var service = LimitedMessagesTest.model(
                5, 2_000, new Variation.Constant(), LimitedMessagesTest.tokens(60_000, retries));
        var minutes = new double[20];
        Arrays.fill(minutes, 600);
        var rules = LimitedMessagesTest.rules(visibility, maxReceives, Redelivery.Failures.NONE);
        return LimitedMessagesTest.run(LimitedMessagesTest.fleet(10, 20), service, Plans.minutes(minutes), rules);
    }

    @Test
    void redeliveryDoesNotRaiseWhatTheProviderTakes() {
        for (var visibility : new double[] {5, 20, 43_200}) {
            for (var attempts : new int[] {1, 4}) {
                var passed = LimitedMessagesTest.limits(overloaded(visibility, 0, attempts))
                        .passed();
                assertThat(passed.tokens()).isLessThanOrEqualTo(21 * 60_000).isGreaterThan(20 * 59_000);
            }
        }
    }

    @Test
    void whoWaitsLongerThanTheTimeoutGetsLessDoneForTheSameTokens() {
        var storm = overloaded(5, 0, 8);
        var calm = overloaded(43_200, 0, 8);
        assertThat(LimitedMessagesTest.deliveries(storm).inVain())
                .isGreaterThan(storm.requests().served() / 4);
        assertThat(LimitedMessagesTest.deliveries(calm).inVain()).isZero();
        assertThat(storm.requests().served()).isLessThan(calm.requests().served() * 9 / 10);
    }

    @Test
    void aStormOfRefusalsMakesDeadLetters() {
        var dead = LimitedMessagesTest.deliveries(overloaded(20, 3, 1)).deadLettered();
        var fewer = LimitedMessagesTest.deliveries(overloaded(20, 10, 1)).deadLettered();
        assertThat(dead).isGreaterThan(5_000);
        assertThat(fewer).isLessThan(dead);
    }
}
