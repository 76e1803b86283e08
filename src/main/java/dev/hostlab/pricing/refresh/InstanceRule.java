package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which products of EC2's price list are plain Linux instances on demand, and what they are made of.
///
/// Reserved but unused capacity, dedicated hosts, capacity blocks, other systems and software that is paid for on top
/// stand in the same list under the same instance type; they are left out.
final class InstanceRule {

    private static final String FAMILY = "Compute Instance";
    private static final String USAGE = "BoxUsage:";
    private static final Map<String, String> PLAIN = Map.of(
            "operatingSystem", "Linux",
            "tenancy", "Shared",
            "capacitystatus", "Used",
            "preInstalledSw", "NA",
            "operation", "RunInstances");
    private static final Pattern MEMORY = Pattern.compile("([\\d,]+(?:\\.\\d+)?) GiB");
    private static final Pattern BANDWIDTH = Pattern.compile("([\\d.]+) Gigabit");
    private static final BigDecimal MEBIBYTES = BigDecimal.valueOf(1024);
    private static final BigDecimal MEGABITS = BigDecimal.valueOf(1000);

    private InstanceRule() {}

    static boolean fits(PriceItem item, String region) {
        var type = item.attribute("instanceType");
        var market = item.attribute("marketoption");
        return item.family().equals(FAMILY)
                && item.attribute("regionCode").equals(region)
                && item.usage().equals(USAGE + type)
                && (market.isEmpty() || market.equals("OnDemand"))
                && PLAIN.entrySet().stream()
                        .allMatch(wanted -> item.attribute(wanted.getKey()).equals(wanted.getValue()));
    }

    /// What the instance is made of.
    ///
    /// @throws RefreshException if the list does not say
    static InstanceType type(PriceItem item) throws RefreshException {
        var name = item.attribute("instanceType");
        var memory = MEMORY.matcher(item.attribute("memory"));
        if (!memory.matches() || !item.attribute("vcpu").matches("\\d{1,4}")) {
            throw ItemReader.broken(name, "has neither vCPUs nor memory that can be read");
        }
        var mebibytes = new BigDecimal(memory.group(1).replace(",", "")).multiply(MEBIBYTES);
        var gpu = item.attribute("gpu");
        return new InstanceType(
                name,
                Integer.parseInt(item.attribute("vcpu")),
                mebibytes.intValue(),
                item.attribute("physicalProcessor").contains("Graviton") ? Architecture.ARM64 : Architecture.X86_64,
                bandwidth(item.attribute("networkPerformance")).orElse(null),
                name.matches("t\\d.*"),
                gpu.matches("\\d{1,3}") ? Integer.parseInt(gpu) : 0);
    }

    /// "Up to 10 Gigabit" promises nothing and counts as unknown.
    private static Optional<@Nullable Integer> bandwidth(String text) {
        var match = BANDWIDTH.matcher(text);
        return match.matches()
                ? Optional.of(new BigDecimal(match.group(1)).multiply(MEGABITS).intValue())
                : Optional.empty();
    }
}
