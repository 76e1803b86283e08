package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.TenantBins;
import dev.hostlab.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who sent the requests of a trace.
class TenantGroupsTest {

    @TempDir
    private Path folder;

    private TraceReading.Accepted read(String text) throws IOException {
        var reading = new TraceFiles(folder).read(text);
        assertThat(reading.errors()).isEmpty();
        return (TraceReading.Accepted) reading;
    }

    @Test
    void binsAreToldByTenant() throws IOException {
        var reading = read("""
                timestamp,requests,input_tokens,output_tokens,tenant
                2026-03-01T00:01:00Z,5,500,50,beta
                2026-03-01T00:00:00Z,10,1000,100,acme
                2026-03-01T00:00:00Z,30,600,60,beta
                2026-03-01T00:00:00Z,30,600,60,beta
                2026-03-01T00:03:00Z,7,70,7,acme
                """);
        var bins = (BinnedArrivals) reading.workload().arrivals();
        var tenants = bins.tenants().orElseThrow();
        assertThat(reading.workload().tenants())
                .extracting(Workload.TenantShare::name)
                .containsExactly("beta", "acme");
        assertThat(told(tenants, 0)).isEqualTo("1: 10 1000 100; 0: 30 600 60; ");
        assertThat(told(tenants, 1)).isEqualTo("0: 5 500 50; ");
        assertThat(told(tenants, bins.bins() - 1)).isEqualTo("1: 7 70 7; ");
        assertThat(bins.requests(0)).as("the copy is dropped").isEqualTo(40);
    }

    private static String told(TenantBins tenants, int bin) {
        var text = new StringBuilder();
        for (var entry = tenants.first(bin); entry < tenants.first(bin + 1); entry++) {
            text.append(tenants.tenant(entry))
                    .append(": ")
                    .append((int) tenants.requests(entry))
                    .append(' ')
                    .append((int) tenants.inputTokens(entry))
                    .append(' ')
                    .append((int) tenants.outputTokens(entry))
                    .append("; ");
        }
        return text.toString();
    }

    @Test
    void tokensThatHaveOneColumnAreSplitAlikeForTenants() throws IOException {
        var bins = (BinnedArrivals) read("""
                        timestamp,requests,tokens,tenant
                        2026-03-01T00:00:00Z,10,1000,acme
                        2026-03-01T00:00:00Z,10,3000,beta
                        2026-03-01T00:01:00Z,1,100,acme
                        """).workload().arrivals();
        var tenants = bins.tenants().orElseThrow();
        assertThat(told(tenants, 0)).isEqualTo("0: 10 845 155; 1: 10 2535 465; ");
        assertThat(bins.inputTokens(0)).isEqualTo(3_380);
    }

    @Test
    void eachRequestHasItsTenantInOrderOfTime() throws IOException {
        var requests = (RequestArrivals) read("""
                        timestamp,tenant
                        2026-03-01T00:00:02Z,a
                        2026-03-01T00:00:01Z,b
                        2026-03-01T00:00:03Z,b
                        """).workload().arrivals();
        assertThat(requests.tenant(0)).isEqualTo(1);
        assertThat(requests.tenant(1)).isZero();
        assertThat(requests.tenant(2)).isEqualTo(1);
    }

    @Test
    void beyondTwentyTheBiggestAreToldApart() throws IOException {
        var text = new StringBuilder("timestamp,requests,tenant\n");
        for (var minute = 10; minute < 12; minute++) {
            for (var tenant = 1; tenant <= 25; tenant++) {
                text.append("2026-03-01T00:").append(minute).append(":00Z,").append(tenant);
                text.append(",t").append(tenant).append('\n');
            }
        }
        var reading = read(text.toString());
        var shares = reading.workload().tenants();
        assertThat(shares).hasSize(20);
        assertThat(shares.getFirst()).isEqualTo(new Workload.TenantShare("t7", 14));
        assertThat(shares.getLast()).isEqualTo(new Workload.TenantShare("others", 2 * (1 + 2 + 3 + 4 + 5 + 6)));
        assertThat(reading.notes())
                .containsOnlyOnce("The file has 25 tenants: the 19 with most requests are told apart, the others"
                        + " together as 'others'.");
        assertThat(reading.summary().tenants()).isEqualTo(25);
    }

    @Test
    void oneTenantIsNotToldApart() throws IOException {
        var bins = (BinnedArrivals) read("""
                        timestamp,requests,tenant
                        2026-03-01T00:00:00Z,10,acme
                        2026-03-01T00:01:00Z,10,acme
                        """).workload().arrivals();
        assertThat(bins.tenants()).isEmpty();
    }
}
