package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.Access;
import org.junit.jupiter.api.Test;

/// A provider's limits, by worked examples.
class ProviderGateTest {

    private static final long SECOND = 1_000_000_000L;

    /// 60,000 tokens a minute in a bucket of a minute; each call reserves 500 + 1,000.
    @Test
    void fortyCallsPassAndTheNextIsToldToWaitASecondAndAHalf() {
        var gate = gate(new Access.Provider(0, 60_000, 0, 0, 0, 60, true, 1_000));
        for (var call = 0; call < 40; call++) {
            assertThat(gate.ask(500, 0)).isZero();
        }
        assertThat(gate.ask(500, 0)).isEqualTo(3 * SECOND / 2);
        assertThat(gate.ask(500, 3 * SECOND / 2 - 1)).isEqualTo(1);
        assertThat(gate.ask(500, 3 * SECOND / 2)).isZero();
    }

    @Test
    void aCallThatWrites150TokensGives850Back() {
        var gate = gate(new Access.Provider(0, 60_000, 0, 0, 0, 60, true, 1_000));
        for (var call = 0; call < 40; call++) {
            gate.ask(500, 0);
        }
        gate.ended(150, 0);
        assertThat(gate.ask(500, 0)).as("650 tokens are missing").isEqualTo(650_000_000L);
        gate.ended(150, 0);
        assertThat(gate.ask(500, 0)).as("1,700 tokens are there").isZero();
    }

    /// Amazon Bedrock's example of why max_tokens matters: 2 million tokens a minute, prompts of 500.
    @Test
    void unsetMaxTokensLet31CallsPassWhere1333Could() {
        assertThat(callsAtOnce(1_000)).isEqualTo(1_333);
        assertThat(callsAtOnce(64_000)).isEqualTo(31);
    }

    private static int callsAtOnce(long maxTokens) {
        var gate = gate(new Access.Provider(0, 2_000_000, 0, 0, 0, 60, true, maxTokens));
        var calls = 0;
        while (gate.ask(500, 0) == 0) {
            calls++;
        }
        return calls;
    }

    @Test
    void withoutReservationAnswersAreCountedWhenTheyAreThere() {
        var gate = gate(new Access.Provider(0, 0, 0, 600, 0, 60, false, 1_000));
        assertThat(gate.ask(500, 0)).isZero();
        assertThat(gate.ask(500, 0)).isZero();
        gate.ended(700, 0);
        assertThat(gate.ask(500, 0)).as("100 tokens are owed at 10 a second").isEqualTo(10 * SECOND);
        assertThat(gate.ask(500, 10 * SECOND)).isZero();
    }

    @Test
    void aShorterBurstHoldsLess() {
        var gate = gate(new Access.Provider(0, 60_000, 0, 0, 0, 10, true, 0));
        assertThat(gate.ask(10_001, 0)).as("never fits").isEqualTo(Unit.NEVER);
        assertThat(gate.ask(10_000, 0)).isZero();
        assertThat(gate.ask(10_000, 0)).isEqualTo(10 * SECOND);
    }

    @Test
    void everyLimitMustAllowACall() {
        var gate = gate(new Access.Provider(2, 0, 1_000, 0, 0, 60, true, 0));
        assertThat(gate.ask(800, 0)).isZero();
        assertThat(gate.ask(800, 0)).as("600 of 1,000 a minute are missing").isEqualTo(36 * SECOND);
        assertThat(gate.ask(200, 0)).isZero();
        assertThat(gate.ask(0, 0)).as("a third call of two a minute").isEqualTo(30 * SECOND);
    }

    @Test
    void aDayEndsAtMidnight() {
        var gate = new ProviderGate(new Access.Provider(0, 0, 0, 0, 1_000, 60, true, 0), 86_400 - 3_600);
        assertThat(gate.ask(900, 0)).isZero();
        assertThat(gate.ask(200, SECOND)).isEqualTo(3_599 * SECOND);
        assertThat(gate.ask(200, 3_600 * SECOND)).isZero();
        assertThat(gate.ask(1_001, 3_600 * SECOND)).isEqualTo(Unit.NEVER);
    }

    private static ProviderGate gate(Access.Provider limits) {
        return new ProviderGate(limits, 0);
    }
}
