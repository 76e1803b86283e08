package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.workload.Workload.TenantShare;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tenants of a trace as a setting that can be read back.
class TenantWordsTest {

    @Test
    void sharesAreInPerCentOfTheRequests() {
        var words = TenantWords.of(List.of(new TenantShare("acme", 30), new TenantShare("beta", 10)));
        assertThat(words).contains("acme share=75.0000; beta share=25.0000");
    }

    @Test
    void oddNamesBecomeNamesThatASettingAllowsAndStayDifferent() {
        var words = TenantWords.of(List.of(
                        new TenantShare("Müller & Co", 1),
                        new TenantShare("M-ller - Co", 1),
                        new TenantShare("; hard", 1),
                        new TenantShare("", 1),
                        new TenantShare("x".repeat(200), 1)))
                .orElseThrow();
        assertThat(words)
                .startsWith("M-ller---Co share=20.0000; M-ller---Co-2 share=20.0000; hard share=20.0000; tenant ");
        assertThat(ProviderParameters.TENANTS.domain().holds(words)).isTrue();
    }

    @Test
    void oneTenantOrTooManyAreNotToldApart() {
        assertThat(TenantWords.of(List.of(new TenantShare("only", 5), new TenantShare("silent", 0))))
                .isEmpty();
        var many = IntStream.rangeClosed(0, TenantWords.MOST)
                .mapToObj(number -> new TenantShare("t" + number, 1))
                .toList();
        assertThat(TenantWords.of(many)).isEmpty();
    }
}
