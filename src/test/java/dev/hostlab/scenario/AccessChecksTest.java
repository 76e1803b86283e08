package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import org.junit.jupiter.api.Test;

/// Limits that nothing could pass, and tenants that make no sense, are refused before a run.
class AccessChecksTest {

    @Test
    void aReservationThatNoBucketHoldsIsRefused() {
        var settings = Settings.standard()
                .with(ProviderParameters.TOKENS_PER_MINUTE, 60_000)
                .with(ProviderParameters.MAX_TOKENS, 64_000);
        assertThat(new AccessChecks(settings).issues())
                .singleElement()
                .extracting(Issue::problem)
                .asString()
                .contains("reserves 64000 tokens", "allows 60000 in 60 s");
        assertThat(new AccessChecks(settings.with(ProviderParameters.MAX_TOKENS, 1_000)).issues())
                .isEmpty();
    }

    @Test
    void tenantsNeedNamesOfTheirOwnAndShares() {
        var settings = Settings.standard()
                .with(ProviderParameters.TENANTS, "a share=1 tpm=60000000; a share=0 rpm=5 queue budget=10 hard");
        assertThat(new AccessChecks(settings).issues())
                .extracting(Issue::problem)
                .containsExactly(
                        "Tenant a has a limit above 50 million a minute.",
                        "There are two tenants called a.",
                        "Tenant a has no share of the traffic.");
    }
}
