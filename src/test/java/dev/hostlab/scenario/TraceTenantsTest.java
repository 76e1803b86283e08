package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import dev.hostlab.workload.Workload.TenantShare;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tenants of a trace as a setting that can be read back.
class TraceTenantsTest {

    @Test
    void theyAreNamedWithoutShares() {
        var words = TraceTenants.words(List.of(new TenantShare("acme", 30), new TenantShare("beta", 10)));
        assertThat(words).contains("acme; beta");
    }

    @Test
    void oddNamesBecomeNamesThatASettingAllowsAndStayDifferent() {
        var words = TraceTenants.words(List.of(
                        new TenantShare("Müller & Co", 1),
                        new TenantShare("M-ller - Co", 1),
                        new TenantShare("; hard", 1),
                        new TenantShare("", 1),
                        new TenantShare("x".repeat(200), 1)))
                .orElseThrow();
        assertThat(words).startsWith("M-ller---Co; M-ller---Co-2; hard; tenant; xxx");
        assertThat(ProviderParameters.TENANTS.domain().holds(words)).isTrue();
    }

    @Test
    void oneTenantIsNotToldApart() {
        assertThat(TraceTenants.words(List.of(new TenantShare("only", 5)))).isEmpty();
    }

    @Test
    void limitsAreGivenWithoutShares() {
        var workload = new Workload(
                "t",
                "",
                2,
                Instant.EPOCH,
                new PoissonArrivals(1, 1_000_000_000L),
                List.of(new TenantShare("acme", 30), new TenantShare("beta", 10)));
        var settings = Settings.standard().with(ProviderParameters.TENANTS, "beta tpm=40000 queue");
        var access = TraceTenants.complete(ServiceModels.of(settings).access(), workload);
        assertThat(access.byTrace()).isTrue();
        assertThat(access.tenants()).extracting(Access.Tenant::name).containsExactly("acme", "beta");
        assertThat(access.tenants()).extracting(Access.Tenant::share).containsExactly(30.0, 10.0);
        assertThat(access.tenants()).extracting(Access.Tenant::tokensPerMinute).containsExactly(0L, 40_000L);
        var byHand = ServiceModels.of(settings.with(ProviderParameters.TENANTS, "x share=1; y share=2"))
                .access();
        assertThat(TraceTenants.complete(byHand, workload)).isSameAs(byHand);
    }
}
