package dev.hostlab.estimate;

import dev.hostlab.hosting.UnitPlan;

/// How fast one unit works through requests of one kind, by how many it holds.
///
/// A unit with its slots full is a closed network of a shared CPU (each request at most one vCPU) and a wait that
/// takes no CPU; both are insensitive to the shape of the demand, so the throughput with `m` requests inside is
/// `G(m-1) ÷ G(m)` of Buzen's convolution ("Computational algorithms for closed queueing networks", CACM 16, 1973;
/// insensitivity: Baskett, Chandy, Muntz and Palacios, JACM 22, 1975). Units of more slots than [#EXACT_SLOTS] are
/// cut to parts of that size.
final class ServedUnit {

    private static final int EXACT_SLOTS = 256;

    private final double[] throughput;
    private final int perEntry;

    /// @param unit            slots and vCPUs
    /// @param cpuSeconds      mean CPU work of a request, 0 or more
    /// @param upstreamSeconds mean wait for something upstream, 0 or more
    ServedUnit(UnitPlan unit, double cpuSeconds, double upstreamSeconds) {
        perEntry = Math.ceilDiv(unit.slots(), EXACT_SLOTS);
        var entries = Math.ceilDiv(unit.slots(), perEntry);
        throughput = new double[entries + 1];
        fill(unit.vcpus() / perEntry, cpuSeconds, upstreamSeconds);
        for (var held = 1; held <= entries; held++) {
            throughput[held] *= perEntry;
        }
    }

    private void fill(double vcpus, double cpu, double upstream) {
        var entries = throughput.length - 1;
        var scale = Math.min(entries / (cpu / Math.min(1, vcpus) + upstream), vcpus / cpu);
        var atCpu = new double[entries + 1];
        var away = new double[entries + 1];
        atCpu[0] = 1;
        away[0] = 1;
        for (var held = 1; held <= entries; held++) {
            atCpu[held] = atCpu[held - 1] * cpu * scale / Math.min(held, vcpus);
            away[held] = away[held - 1] * upstream * scale / held;
        }
        var before = 1.0;
        for (var held = 1; held <= entries; held++) {
            var sum = 0.0;
            for (var busy = 0; busy <= held; busy++) {
                sum += atCpu[busy] * away[held - busy];
            }
            throughput[held] = scale * before / sum;
            before = sum;
        }
    }

    /// Requests a second with `held` requests in its slots.
    double rate(double held) {
        var at = Math.min(held / perEntry, throughput.length - 1);
        var below = (int) at;
        var part = at - below;
        return part == 0 ? throughput[below] : throughput[below] + part * (throughput[below + 1] - throughput[below]);
    }

    /// Requests a second with every slot taken.
    double mostPerSecond() {
        return throughput[throughput.length - 1];
    }

    /// Slots that take part in the calculation.
    int slots() {
        return (throughput.length - 1) * perEntry;
    }
}
