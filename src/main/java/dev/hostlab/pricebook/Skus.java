package dev.hostlab.pricebook;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys under which figures stand in a price book, in a snapshot file and after `prices.` in a setting's path.
///
/// They are Hostlab's own names, not Amazon's twelve-character SKUs, so that people can read and type them.
/// A key says what one pays for; the unit stands in [#unit(String)].
public final class Skus {

    public static final String FARGATE_EPHEMERAL = "fargate.ephemeral.gb-hour";

    public static final String EBS_GP3 = "ebs.gp3.gb-month";
    public static final String EBS_GP3_IOPS = "ebs.gp3.iops-month";
    public static final String EBS_GP3_THROUGHPUT = "ebs.gp3.mibps-month";

    public static final String ALB_HOUR = "alb.hour";
    public static final String ALB_LCU = "alb.lcu-hour";

    public static final String NAT_HOUR = "nat.hour";
    public static final String NAT_GB = "nat.gb";
    public static final String PUBLIC_IPV4 = "ipv4.hour";
    /// A tiered price.
    public static final String TRANSFER_OUT = "transfer.out.gb";
    /// Charged once in each direction.
    public static final String TRANSFER_INTER_ZONE = "transfer.inter-az.gb";

    public static final String LOGS_INGESTED = "cloudwatch.logs.ingested.gb";
    public static final String LOGS_STORED = "cloudwatch.logs.stored.gb-month";
    /// A tiered price.
    public static final String METRIC = "cloudwatch.metric-month";
    public static final String ALARM_STANDARD = "cloudwatch.alarm.standard-month";
    public static final String ALARM_HIGH_RESOLUTION = "cloudwatch.alarm.high-resolution-month";

    public static final String ECR_STORAGE = "ecr.gb-month";

    /// Surplus CPU credits of T2, T3 and T3a under Linux.
    public static final String CPU_CREDIT_T3 = "ec2.credit.t3.vcpu-hour";
    /// Surplus CPU credits of T4g under Linux.
    public static final String CPU_CREDIT_T4G = "ec2.credit.t4g.vcpu-hour";

    /// The management fee of ECS Managed Instances, a share of the instance's on-demand price (0 to 1), not
    /// dollars.
    public static final String MANAGED_INSTANCES_FEE = "ecs.managed-instances.fee-share";

    private static final String EC2_LINUX_PREFIX = "ec2.linux.";

    private static final String GB = "GB";
    private static final String GB_MONTH = "GB-month";
    private static final String VCPU_HOUR = "vCPU-hour";

    private static final Map<String, String> UNITS = Map.ofEntries(
            entry(fargateVcpu(Architecture.X86_64, false), VCPU_HOUR),
            entry(fargateVcpu(Architecture.ARM64, false), VCPU_HOUR),
            entry(fargateVcpu(Architecture.X86_64, true), VCPU_HOUR),
            entry(fargateVcpu(Architecture.ARM64, true), VCPU_HOUR),
            entry(fargateMemory(Architecture.X86_64, false), "GB-hour"),
            entry(fargateMemory(Architecture.ARM64, false), "GB-hour"),
            entry(fargateMemory(Architecture.X86_64, true), "GB-hour"),
            entry(fargateMemory(Architecture.ARM64, true), "GB-hour"),
            entry(FARGATE_EPHEMERAL, "GB-hour"),
            entry(EBS_GP3, GB_MONTH),
            entry(EBS_GP3_IOPS, "IOPS-month"),
            entry(EBS_GP3_THROUGHPUT, "MiBps-month"),
            entry(ALB_HOUR, "load-balancer-hour"),
            entry(ALB_LCU, "LCU-hour"),
            entry(NAT_HOUR, "gateway-hour"),
            entry(NAT_GB, GB),
            entry(PUBLIC_IPV4, "address-hour"),
            entry(TRANSFER_OUT, GB),
            entry(TRANSFER_INTER_ZONE, GB),
            entry(LOGS_INGESTED, GB),
            entry(LOGS_STORED, GB_MONTH),
            entry(METRIC, "metric-month"),
            entry(ALARM_STANDARD, "alarm-month"),
            entry(ALARM_HIGH_RESOLUTION, "alarm-month"),
            entry(ECR_STORAGE, GB_MONTH),
            entry(CPU_CREDIT_T3, VCPU_HOUR),
            entry(CPU_CREDIT_T4G, VCPU_HOUR),
            entry(MANAGED_INSTANCES_FEE, "share of on-demand"));

    private Skus() {}

    /// An hour of an EC2 instance under Linux, on demand, shared tenancy.
    public static String ec2Linux(String instanceType) {
        return EC2_LINUX_PREFIX + instanceType;
    }

    /// A vCPU-hour of a Linux task on Fargate, such as `fargate.linux.x86_64.vcpu-hour`.
    public static String fargateVcpu(Architecture architecture, boolean spot) {
        return fargate(architecture, spot) + ".vcpu-hour";
    }

    /// A GB-hour of memory of a Linux task on Fargate, such as `fargate.spot.arm64.gb-hour`.
    public static String fargateMemory(Architecture architecture, boolean spot) {
        return fargate(architecture, spot) + ".gb-hour";
    }

    /// Surplus CPU credits of a burstable family.
    public static String cpuCredit(String family) {
        return family.equals("t4g") ? CPU_CREDIT_T4G : CPU_CREDIT_T3;
    }

    /// All keys but those of instance types.
    public static Set<String> general() {
        return UNITS.keySet();
    }

    /// What one unit of a key is, empty where there is no such key; any `ec2.linux.*` is one.
    public static Optional<String> unit(String sku) {
        if (sku.startsWith(EC2_LINUX_PREFIX) && sku.length() > EC2_LINUX_PREFIX.length()) {
            return Optional.of("instance-hour");
        }
        return Optional.ofNullable(UNITS.get(sku));
    }

    /// Whether a key's price falls in steps with the month's volume.
    public static boolean tiered(String sku) {
        return sku.equals(TRANSFER_OUT) || sku.equals(METRIC);
    }

    private static String fargate(Architecture architecture, boolean spot) {
        return (spot ? "fargate.spot." : "fargate.linux.") + architecture.id();
    }
}
