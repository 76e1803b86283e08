package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TraceWriterTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void binsAreWrittenOneARow() throws IOException {
        var columns = new BinnedArrivals.Columns(
                new double[] {1, 2.5}, new double[] {100, 200}, new double[] {10, 1e15}, new double[] {0, 7});
        var arrivals = new BinnedArrivals(new long[] {10_000_000_000L, 500_000_000L}, columns);
        assertThat(written(arrivals)).isEqualTo("""
                        timestamp,requests,input_tokens,output_tokens,queue_depth
                        2026-03-02T00:00:00Z,1,100,10,0
                        2026-03-02T00:00:10Z,2.5,200,1000000000000000,7
                        """);
    }

    @Test
    void requestsAreWrittenOneARow() throws IOException {
        var arrivals =
                new RequestArrivals(9_000_000_000L, new long[] {0, 1_500_000_000L}, new int[] {3, 4}, new int[2]);
        assertThat(written(arrivals)).isEqualTo("""
                        timestamp,input_tokens,output_tokens
                        2026-03-02T00:00:00Z,3,0
                        2026-03-02T00:00:01.500Z,4,0
                        """);
    }

    @Test
    void processHasNothingToWrite() {
        assertThatThrownBy(() -> written(new PoissonArrivals(1, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(Arrivals arrivals) throws IOException {
        var bytes = new ByteArrayOutputStream();
        TraceWriter.write(START, arrivals, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
