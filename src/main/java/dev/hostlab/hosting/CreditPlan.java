package dev.hostlab.hosting;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.CpuCredits;
import org.jspecify.annotations.Nullable;

/// How instances of a burstable type live on CPU credits.
///
/// @param credits      what an instance earns
/// @param bootVcpus    vCPUs that it uses from the start of its bill until it takes work
/// @param startBalance credits of each instance that is there at the start
public record CreditPlan(CpuCredits credits, double bootVcpus, double startBalance) {

    /// The plan for a type, null if it is not burstable.
    static @Nullable CreditPlan of(InstanceType type, Settings settings) {
        return CpuCredits.of(type.name(), type.vcpus(), settings.get(Ec2Parameters.CREDIT_MODE))
                .map(credits -> new CreditPlan(
                        credits,
                        settings.get(Ec2Parameters.BOOT_CPU_SHARE) * type.vcpus(),
                        settings.get(Ec2Parameters.CREDITS_AT_START_SHARE) * credits.limit()))
                .orElse(null);
    }
}
