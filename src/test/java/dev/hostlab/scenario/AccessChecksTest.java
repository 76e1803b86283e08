package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Limits that nothing could pass, and tenants that make no sense, are refused before a run.
class AccessChecksTest {

    @Test
    void aReservationThatNoBucketHoldsIsRefused() {
        var settings = Settings.standard()
                .with(ProviderParameters.TOKENS_PER_MINUTE, 60_000)
                .with(ProviderParameters.MAX_TOKENS, 64_000);
        assertThat(new AccessChecks(settings, LoadShape.unknown()).issues())
                .singleElement()
                .extracting(Issue::problem)
                .asString()
                .contains("reserves 64000 tokens", "allows 60000 in 60 s");
        assertThat(new AccessChecks(settings.with(ProviderParameters.MAX_TOKENS, 1_000), LoadShape.unknown()).issues())
                .isEmpty();
    }

    @Test
    void tenantsNeedNamesOfTheirOwnAndShares() {
        var settings = Settings.standard()
                .with(ProviderParameters.TENANTS, "a share=1 tpm=60000000; a share=0 rpm=5 queue budget=10 hard");
        assertThat(new AccessChecks(settings, LoadShape.unknown()).issues())
                .extracting(Issue::problem)
                .containsExactly(
                        "Tenant a has a limit above 50 million a minute.",
                        "There are two tenants called a.",
                        "Tenant a has no share of the traffic.");
    }

    @Test
    void limitsWithoutSharesAreForTenantsOfTheWorkload() {
        var settings = Settings.standard().with(ProviderParameters.TENANTS, "acme tpm=5000");
        var minute = Loads.perMinute(10, 10);
        assertThat(problems(settings, minute))
                .containsExactly(
                        "The workload does not say who sends its requests, and no tenant has a share of them.");
        var told = new Workload(
                minute.name(),
                minute.sha256(),
                minute.rows(),
                minute.from(),
                minute.arrivals(),
                List.of(new Workload.TenantShare("beta", 5), new Workload.TenantShare("gamma", 15)));
        assertThat(problems(settings, told))
                .containsExactly("The workload has no tenant called acme; it has beta, gamma.");
        assertThat(problems(settings.with(ProviderParameters.TENANTS, "beta tpm=5000"), told))
                .isEmpty();
    }

    private static List<String> problems(Settings settings, Workload workload) {
        return new AccessChecks(settings, LoadShape.of(workload, 0))
                .issues().stream().map(Issue::problem).toList();
    }
}
