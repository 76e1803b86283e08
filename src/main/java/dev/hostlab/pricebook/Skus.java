package dev.hostlab.pricebook;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The keys under which figures stand in a price book, in a snapshot file and after `prices.` in a setting's path.
///
/// They are Hostlab's own names, not Amazon's twelve-character SKUs, so that people can read and type them.
/// A key says what one pays for; the unit stands in [#unit(String)].
public final class Skus {

    public static final String FARGATE_EPHEMERAL = "fargate.ephemeral.gb-hour";

    /// Fargate tasks under Windows; the licence of the operating system comes on top.
    public static final String FARGATE_WINDOWS_VCPU = "fargate.windows.x86_64.vcpu-hour";
    public static final String FARGATE_WINDOWS_MEMORY = "fargate.windows.x86_64.gb-hour";
    public static final String FARGATE_WINDOWS_LICENCE = "fargate.windows.x86_64.licence.vcpu-hour";

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

    /// Requests to standard queues, a tiered price.
    public static final String SQS_REQUESTS = "sqs.standard.million-requests";

    /// Surplus CPU credits of T2, T3 and T3a under Linux.
    public static final String CPU_CREDIT_T3 = "ec2.credit.t3.vcpu-hour";
    /// Surplus CPU credits of T4g under Linux.
    public static final String CPU_CREDIT_T4G = "ec2.credit.t4g.vcpu-hour";

    /// The management fee of ECS Managed Instances, a share of the instance's on-demand price (0 to 1), not
    /// dollars.
    public static final String MANAGED_INSTANCES_FEE = "ecs.managed-instances.fee-share";

    private static final String EC2_LINUX_PREFIX = "ec2.linux.";
    private static final String EC2_SPOT_PREFIX = "ec2.spot.linux.";
    private static final String SAVINGS_PREFIX = "savings-";

    private static final String GB = "GB";
    private static final String GB_MONTH = "GB-month";
    private static final String VCPU_HOUR = "vCPU-hour";

    private static final Map<String, String> UNITS = units();

    private Skus() {}

    /// An hour of an EC2 instance under Linux, on demand, shared tenancy.
    public static String ec2Linux(String instanceType) {
        return EC2_LINUX_PREFIX + instanceType;
    }

    /// An hour of an EC2 Spot instance under Linux, as it was on average.
    public static String ec2Spot(String instanceType) {
        return EC2_SPOT_PREFIX + instanceType;
    }

    /// A vCPU-hour of a Linux task on Fargate, such as `fargate.linux.x86_64.vcpu-hour`.
    public static String fargateVcpu(Architecture architecture, boolean spot) {
        return fargate(architecture, spot) + ".vcpu-hour";
    }

    /// A GB-hour of memory of a Linux task on Fargate, such as `fargate.spot.arm64.gb-hour`.
    public static String fargateMemory(Architecture architecture, boolean spot) {
        return fargate(architecture, spot) + ".gb-hour";
    }

    /// The key of an on-demand price under a commitment, such as `savings-1yr.ec2.linux.m7g.large`.
    public static String under(Commitment commitment, String onDemandSku) {
        return commitment == Commitment.NONE ? onDemandSku : SAVINGS_PREFIX + commitment.id() + "." + onDemandSku;
    }

    /// Surplus CPU credits of a burstable family.
    public static String cpuCredit(String family) {
        return family.equals("t4g") ? CPU_CREDIT_T4G : CPU_CREDIT_T3;
    }

    /// All keys but those of instance types.
    public static Set<String> general() {
        return UNITS.keySet();
    }

    /// What one unit of a key is, empty where there is no such key; any `ec2.linux.*` is one, also under a
    /// commitment.
    public static Optional<String> unit(String sku) {
        return instanceType(sku).isPresent() ? Optional.of("instance-hour") : Optional.ofNullable(UNITS.get(sku));
    }

    /// The instance type that a key is about, as Spot, with or without a commitment; empty for other keys.
    public static Optional<String> instanceType(String sku) {
        if (sku.startsWith(EC2_SPOT_PREFIX) && sku.length() > EC2_SPOT_PREFIX.length()) {
            return Optional.of(sku.substring(EC2_SPOT_PREFIX.length()));
        }
        for (var commitment : Commitment.values()) {
            var prefix = under(commitment, EC2_LINUX_PREFIX);
            if (sku.startsWith(prefix) && sku.length() > prefix.length()) {
                return Optional.of(sku.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /// Whether a key's price falls in steps with the month's volume.
    public static boolean tiered(String sku) {
        return sku.equals(TRANSFER_OUT) || sku.equals(METRIC) || sku.equals(SQS_REQUESTS);
    }

    private static String fargate(Architecture architecture, boolean spot) {
        return (spot ? "fargate.spot." : "fargate.linux.") + architecture.id();
    }

    private static Map<String, String> units() {
        var units = new TreeMap<String, String>();
        for (var architecture : Architecture.values()) {
            putFargate(units, Commitment.NONE, architecture, true);
            for (var commitment : Commitment.values()) {
                putFargate(units, commitment, architecture, false);
            }
        }
        units.put(FARGATE_EPHEMERAL, "GB-hour");
        units.put(FARGATE_WINDOWS_VCPU, VCPU_HOUR);
        units.put(FARGATE_WINDOWS_MEMORY, "GB-hour");
        units.put(FARGATE_WINDOWS_LICENCE, VCPU_HOUR);
        units.put(EBS_GP3, GB_MONTH);
        units.put(EBS_GP3_IOPS, "IOPS-month");
        units.put(EBS_GP3_THROUGHPUT, "MiBps-month");
        units.put(ECR_STORAGE, GB_MONTH);
        units.put(SQS_REQUESTS, "million requests");
        units.put(CPU_CREDIT_T3, VCPU_HOUR);
        units.put(CPU_CREDIT_T4G, VCPU_HOUR);
        units.put(MANAGED_INSTANCES_FEE, "share of on-demand");
        putNetwork(units);
        putCloudWatch(units);
        return Collections.unmodifiableMap(units);
    }

    private static void putFargate(
            Map<String, String> units, Commitment commitment, Architecture architecture, boolean spot) {
        units.put(under(commitment, fargateVcpu(architecture, spot)), VCPU_HOUR);
        units.put(under(commitment, fargateMemory(architecture, spot)), "GB-hour");
    }

    private static void putNetwork(Map<String, String> units) {
        units.put(ALB_HOUR, "load-balancer-hour");
        units.put(ALB_LCU, "LCU-hour");
        units.put(NAT_HOUR, "gateway-hour");
        units.put(NAT_GB, GB);
        units.put(PUBLIC_IPV4, "address-hour");
        units.put(TRANSFER_OUT, GB);
        units.put(TRANSFER_INTER_ZONE, GB);
    }

    private static void putCloudWatch(Map<String, String> units) {
        units.put(LOGS_INGESTED, GB);
        units.put(LOGS_STORED, GB_MONTH);
        units.put(METRIC, "metric-month");
        units.put(ALARM_STANDARD, "alarm-month");
        units.put(ALARM_HIGH_RESOLUTION, "alarm-month");
    }
}
