package dev.hostlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.hostlab.settings.ServicePresets;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.ServiceDemand.Load;
import dev.hostlab.workload.ServiceDemand.Task;
import org.junit.jupiter.api.Test;

class ServiceDemandTest {

    private static ServiceDemand of(String preset) {
        return ServiceDemand.of(ServicePresets.TABLE.imply(preset, Settings.standard()));
    }

    @Test
    void jsonApiIsBoundByCpu() {
        var demand = of("json-api");
        var one = new Load(1, 0, 0);
        var task = new Task(1, 32);
        assertThat(demand.cpu().of(one)).isEqualTo(0.020);
        assertThat(demand.holdingSeconds(one, task)).isCloseTo(0.040, offset(1e-12));
        // CPU allows 1 ÷ 20 ms, slots 32 ÷ 40 ms = 800.
        assertThat(demand.requestsPerSecond(one, task)).isCloseTo(50, offset(1e-9));
        assertThat(demand.isSlotBound(one, task)).isFalse();
    }

    @Test
    void proxyIsBoundBySlots() {
        var demand = of("llm-proxy-python");
        var one = new Load(1, 1_155, 211);
        var task = new Task(1, 16);
        assertThat(demand.cpu().of(one)).isCloseTo(0.07361, offset(1e-9));
        // 784 + 0.15 × 1,155 + 211 ÷ 70 tokens a second + 0.5 % of 40 s.
        assertThat(demand.upstream().of(one)).isCloseTo(0.784 + 0.17325 + 3.0142857 + 0.2, offset(1e-6));
        assertThat(demand.requestsPerSecond(one, task)).isCloseTo(16 / 4.2451457, offset(1e-5));
        assertThat(demand.isSlotBound(one, task)).isTrue();
    }

    @Test
    void aPartOfAVcpuStretchesTheWork() {
        var demand = of("json-api");
        assertThat(demand.holdingSeconds(new Load(1, 0, 0), new Task(0.25, 32))).isCloseTo(0.1, offset(1e-12));
    }
}
