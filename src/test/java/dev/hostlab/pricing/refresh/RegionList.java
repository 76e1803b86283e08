package dev.hostlab.pricing.refresh;

import static dev.hostlab.pricing.refresh.Records.instance;
import static dev.hostlab.pricing.refresh.Records.product;

import dev.hostlab.pricing.refresh.Records.Product;
import java.util.ArrayList;
import java.util.List;

/// A whole price list of a region, with the look-alikes that stand beside the real products.
final class RegionList {

    private RegionList() {}

    /// @param region such as `eu-west-1`
    /// @param prefix the region's short name in usage types, such as `EU-`
    /// @param factor by which the prices of Virginia are multiplied, in words of a figure's last digits: 1 or 2
    static List<Product> of(String region, String prefix, int factor) {
        var all = new ArrayList<Product>();
        fargate(all, region, prefix, factor);
        ec2(all, region, prefix, factor);
        network(all, region, prefix, factor);
        watching(all, region, prefix, factor);
        lookAlikes(all, region, prefix);
        return all;
    }

    private static void fargate(List<Product> all, String region, String prefix, int factor) {
        all.add(product(
                "AmazonECS", region, prefix + "Fargate-vCPU-Hours:perCPU", "hours", usd(factor, "0.0404800000")));
        all.add(product("AmazonECS", region, prefix + "Fargate-GB-Hours", "hours", usd(factor, "0.0044450000")));
        all.add(product("AmazonECS", region, prefix + "Fargate-ARM-vCPU-Hours:perCPU", "hours", "0.0323800000"));
        all.add(product("AmazonECS", region, prefix + "Fargate-ARM-GB-Hours", "hours", "0.0035600000"));
        all.add(product("AmazonECS", region, prefix + "Fargate-EphemeralStorage-GB-Hours", "GB-Hours", "0.0001110000"));
        all.add(product("AmazonECS", region, prefix + "Fargate-Windows-GB-Hours", "hours", "0.0100500000"));
        all.add(product("AmazonECS", region, prefix + "ECS-EC2-vCPU-Hours", "vCPU-Hours", "0.0000000000"));
        all.add(product("AmazonECS", region, prefix + "ECS-Anywhere-Instance-hours-WithFree", "hours", "0")
                .costing("2200,Inf,0.0102500000", "0,2200,0.0000000000"));
    }

    private static void ec2(List<Product> all, String region, String prefix, int factor) {
        var m7g = instance(region, prefix, "m7g.large", new String[] {
            "2", "8 GiB", usd(factor, "0.0816000000"), "Up to 12.5 Gigabit", "AWS Graviton3 Processor"
        });
        all.add(m7g);
        all.add(instance(region, prefix, "t3.micro", new String[] {
            "2", "1 GiB", "0.0104000000", "Up to 5 Gigabit", "Intel Skylake E5 2686 v5"
        }));
        all.add(m7g.with("capacitystatus", "UnusedCapacityReservation")
                .with("usagetype", prefix + "UnusedBox:m7g.large")
                .named("UNUSED"));
        all.add(m7g.with("operatingSystem", "Windows")
                .with("operation", "RunInstances:0002")
                .named("WINDOWS")
                .costing("0,Inf,0.9"));
        all.add(m7g.with("usagetype", prefix + "CapacityBlockUsage:m7g.large")
                .named("BLOCK")
                .costing("0,Inf,0"));
        all.add(product("AmazonEC2", region, prefix + "EBS:VolumeUsage.gp3", "GB-Mo", "0.0800000000"));
        all.add(product("AmazonEC2", region, prefix + "EBS:VolumeP-IOPS.gp3", "IOPS-Mo", "0.0050000000"));
        all.add(product("AmazonEC2", region, prefix + "EBS:VolumeP-Throughput.gp3", "GiBps-mo", "40.9600000000"));
        all.add(product("AmazonEC2", region, prefix + "CPUCredits:t3", "vCPU-Hours", "0.05")
                .with("operatingSystem", "Linux"));
        all.add(product("AmazonEC2", region, prefix + "CPUCredits:t4g", "vCPU-Hours", "0.04")
                .with("operatingSystem", "Linux"));
        all.add(product("AmazonEC2", region, prefix + "NatGateway-Hours", "Hrs", "0.0450000000"));
        all.add(product("AmazonEC2", region, prefix + "NatGateway-Bytes", "GB", "0.0450000000"));
    }

    private static void network(List<Product> all, String region, String prefix, int factor) {
        all.add(balancer(region, prefix + "LoadBalancerUsage", "Hrs", usd(factor, "0.0225000000")));
        all.add(balancer(region, prefix + "LCUUsage", "LCU-Hrs", "0.0080000000"));
        all.add(product("AmazonVPC", region, prefix + "PublicIPv4:InUseAddress", "Hrs", "0.0050000000"));
        all.add(product("AmazonVPC", region, prefix + "PublicIPv4:IdleAddress", "Hrs", "0.0049000000"));
        all.add(transfer(region, prefix + "DataTransfer-Out-Bytes", "External")
                .costing("10240,51200,0.0850000000", "0,10240,0.0900000000", "51200,Inf,0.0700000000"));
        all.add(transfer(region, prefix + "DataTransfer-Regional-Bytes", "").costing("0,Inf,0.0100000000"));
    }

    private static void watching(List<Product> all, String region, String prefix, int factor) {
        all.add(product("AmazonCloudWatch", region, prefix + "CW:MetricMonitorUsage", "Metrics", "0")
                .costing("0,10000,0.3000000000", "10000,Inf,0.1000000000"));
        all.add(product("AmazonCloudWatch", region, prefix + "CW:AlarmMonitorUsage", "Alarms", "0.1000000000"));
        all.add(product("AmazonCloudWatch", region, prefix + "CW:HighResAlarmMonitorUsage", "Alarms", "0.3000000000"));
        all.add(product(
                "AmazonCloudWatch", region, prefix + "DataProcessing-Bytes", "GB", usd(factor, "0.5000000000")));
        all.add(product("AmazonCloudWatch", region, prefix + "TimedStorage-ByteHrs", "GB-Mo", "0.0300000000"));
        all.add(queue(region, prefix + "Requests-RBP", "Standard")
                .costing(
                        "0,100000000000,0.0000004000",
                        "100000000000,200000000000,0.0000003000",
                        "200000000000,Inf,0.0000002400"));
        all.add(product("AmazonECR", region, prefix + "TimedStorage-ByteHrs", "GB-Mo", "0.1000000000"));
    }

    private static void lookAlikes(List<Product> all, String region, String prefix) {
        all.add(queue(region, prefix + "Requests-FIFO-RBP", "FIFO (first-in, first-out)")
                .costing("0,Inf,0.0000005000"));
        all.add(balancer(region, prefix + "Outposts-LCUUsage", "LCU-Hrs", "0.0000000000"));
        all.add(balancer(region, prefix + "ReservedLCUUsage", "LCU-Hrs", "0.0000000000"));
        all.add(balancer(region, prefix + "TS-LCUUsage", "LCU-Hrs", "0.0000000000"));
        all.add(balancer(region, "TS-LCUUsage", "LCU-Hrs", "0.0000000000"));
        all.add(balancer(region, prefix + "LCUUsage", "LCU-Hrs", "0.0060000000")
                .with("operation", "LoadBalancing:Network")
                .named("NETWORK"));
    }

    private static Product balancer(String region, String usage, String unit, String usd) {
        return product("AWSELB", region, usage, unit, usd).with("operation", "LoadBalancing:Application");
    }

    private static Product queue(String region, String usage, String type) {
        return product("AWSQueueService", region, usage, "Requests", "0").with("queueType", type);
    }

    private static Product transfer(String region, String usage, String to) {
        return product("AWSDataTransfer", region, usage, "GB", "0")
                .with("fromRegionCode", region)
                .with("toLocation", to);
    }

    private static String usd(int factor, String usd) {
        return new java.math.BigDecimal(usd)
                .multiply(java.math.BigDecimal.valueOf(factor))
                .toPlainString();
    }
}
