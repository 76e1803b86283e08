package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Skus;
import java.util.List;

/// All figures that a refresh looks for, but for instance types and Savings Plans.
///
/// Source: records of the AWS Price List (AmazonECS 2022-11-21, AmazonEC2 2023-03-22 and 2024-07-05) and a published
/// sample of real bills with AWS's usage types (FOCUS sample data, 2024-09).
final class FigureRules {

    static final String ECS = "AmazonECS";
    static final String EC2 = "AmazonEC2";
    static final String ELB = "AWSELB";
    static final String VPC = "AmazonVPC";
    static final String TRANSFER = "AWSDataTransfer";
    static final String CLOUDWATCH = "AmazonCloudWatch";
    static final String ECR = "AmazonECR";
    static final String SQS = "AWSQueueService";

    private static final int MIB_PER_GIB = 1024;
    private static final int MILLION = 1_000_000;
    private static final String HOURS = "hours";
    private static final String HRS = "Hrs";
    private static final String GB = "GB";
    private static final String GB_MONTH = "GB-Mo";

    private static final List<FigureRule> FARGATE = List.of(
            FigureRule.of(Skus.fargateVcpu(Architecture.X86_64, false), ECS, "Fargate-vCPU-Hours:perCPU", HOURS),
            FigureRule.of(Skus.fargateMemory(Architecture.X86_64, false), ECS, "Fargate-GB-Hours", HOURS),
            FigureRule.of(Skus.fargateVcpu(Architecture.ARM64, false), ECS, "Fargate-ARM-vCPU-Hours:perCPU", HOURS),
            FigureRule.of(Skus.fargateMemory(Architecture.ARM64, false), ECS, "Fargate-ARM-GB-Hours", HOURS),
            FigureRule.of(Skus.FARGATE_EPHEMERAL, ECS, "Fargate-EphemeralStorage-GB-Hours", "GB-Hours"));

    /// Not sold in every region.
    private static final List<FigureRule> WINDOWS = List.of(
            FigureRule.of(Skus.FARGATE_WINDOWS_VCPU, ECS, "Fargate-Windows-vCPU-Hours:perCPU", HOURS),
            FigureRule.of(Skus.FARGATE_WINDOWS_MEMORY, ECS, "Fargate-Windows-GB-Hours", HOURS),
            FigureRule.of(Skus.FARGATE_WINDOWS_LICENCE, ECS, "Fargate-Windows-OS-Hours:perCPU", HOURS));

    private static final List<FigureRule> EC2_AND_NETWORK = List.of(
            FigureRule.of(Skus.EBS_GP3, EC2, "EBS:VolumeUsage.gp3", GB_MONTH),
            FigureRule.of(Skus.EBS_GP3_IOPS, EC2, "EBS:VolumeP-IOPS.gp3", "IOPS-Mo"),
            FigureRule.of(Skus.EBS_GP3_THROUGHPUT, EC2, "EBS:VolumeP-Throughput.gp3", "GiBps-mo")
                    .dividedBy(MIB_PER_GIB),
            FigureRule.of(Skus.CPU_CREDIT_T3, EC2, "CPUCredits:t3", "vCPU-Hours")
                    .where("operatingSystem", "Linux"),
            FigureRule.of(Skus.CPU_CREDIT_T4G, EC2, "CPUCredits:t4g", "vCPU-Hours")
                    .where("operatingSystem", "Linux"),
            FigureRule.of(Skus.NAT_HOUR, EC2, "NatGateway-Hours", HRS),
            FigureRule.of(Skus.NAT_GB, EC2, "NatGateway-Bytes", GB),
            FigureRule.of(Skus.ALB_HOUR, ELB, "LoadBalancerUsage", HRS).where("operation", "LoadBalancing:Application"),
            FigureRule.of(Skus.ALB_LCU, ELB, "LCUUsage", "LCU-Hrs").where("operation", "LoadBalancing:Application"),
            FigureRule.of(Skus.PUBLIC_IPV4, VPC, "PublicIPv4:InUseAddress", HRS),
            FigureRule.of(Skus.TRANSFER_OUT, TRANSFER, "DataTransfer-Out-Bytes", GB)
                    .where("toLocation", "External"),
            FigureRule.of(Skus.TRANSFER_INTER_ZONE, TRANSFER, "DataTransfer-Regional-Bytes", GB));

    private static final List<FigureRule> WATCHING = List.of(
            FigureRule.of(Skus.METRIC, CLOUDWATCH, "CW:MetricMonitorUsage", "Metrics"),
            FigureRule.of(Skus.ALARM_STANDARD, CLOUDWATCH, "CW:AlarmMonitorUsage", "Alarms"),
            FigureRule.of(Skus.ALARM_HIGH_RESOLUTION, CLOUDWATCH, "CW:HighResAlarmMonitorUsage", "Alarms"),
            FigureRule.of(Skus.LOGS_INGESTED, CLOUDWATCH, "DataProcessing-Bytes", GB),
            FigureRule.of(Skus.LOGS_STORED, CLOUDWATCH, "TimedStorage-ByteHrs", GB_MONTH),
            FigureRule.of(Skus.ECR_STORAGE, ECR, "TimedStorage-ByteHrs", GB_MONTH));

    /// Only queue workers pay for it. Fair and FIFO queues are other products.
    private static final List<FigureRule> QUEUES =
            List.of(FigureRule.of(Skus.SQS_REQUESTS, SQS, "Requests-RBP", "Requests")
                    .where("queueType", "Standard")
                    .times(MILLION));

    private FigureRules() {}

    /// Without these a bill would have holes: an answer that lacks one is refused as a whole.
    static List<FigureRule> required() {
        return java.util.stream.Stream.of(FARGATE, EC2_AND_NETWORK, WATCHING)
                .flatMap(List::stream)
                .toList();
    }

    /// Taken where AWS sells them; bills that need one that is not there say so.
    static List<FigureRule> optional() {
        return java.util.stream.Stream.concat(WINDOWS.stream(), QUEUES.stream()).toList();
    }
}
