package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What stands on the bill beside compute and the load balancer.
public final class BillingParameters {

    public static final Parameter<Boolean> PUBLIC_IPV4 = parameter(
            "billing.publicIpv4",
            true,
            flag(),
            assumed("public subnets of the default VPC; private ones need NAT gateways instead"),
            "Whether every instance and task has a public IPv4 address, charged by the hour.");

    public static final Parameter<Integer> NAT_GATEWAYS = parameter(
            "billing.natGateways",
            0,
            whole(0, 6, "gateways"),
            assumed("public subnets of the default VPC"),
            "NAT gateways, mostly one a zone when instances and tasks are private.");

    public static final Parameter<Double> LOG_RETENTION_MONTHS = parameter(
            "billing.logRetentionMonths",
            1.0,
            real(0, 120, "months"),
            assumed("a month is what people look back; CloudWatch's own default is for ever"),
            "How long logs are kept in CloudWatch, which decides what stored logs cost.");

    public static final Parameter<Double> LOG_STORED_SHARE = parameter(
            "billing.logStoredShare",
            0.2,
            share(),
            assumed("CloudWatch stores logs compressed; no ratio for application logs is published"),
            "Size of stored logs, as a part of what was taken in.");

    public static final Parameter<Boolean> FREE_TIER = parameter(
            "billing.freeTier",
            false,
            flag(),
            assumed("an account has the free amounts once, and mostly uses them up elsewhere"),
            "Whether what AWS gives each account for nothing (10 alarms, 10 metrics, 100 GB out, a million"
                    + " SQS requests) is taken off.");

    public static final Parameter<String> SAVINGS_PLAN = parameter(
            "billing.savingsPlan",
            "none",
            choice("none", "1yr", "3yr"),
            assumed("on-demand, so that options compare without a commitment"),
            "Compute Savings Plan without upfront payment, for all compute of every option.");

    public static final Parameter<Integer> IMAGES_KEPT = parameter(
            "billing.imagesKept",
            10,
            whole(0, 10_000, "images"),
            assumed("a common lifecycle rule"),
            "Images kept in ECR, each charged with its whole compressed size.");

    public static final Parameter<Double> DISCOUNT_PERCENT = parameter(
            "billing.discountPercent",
            0.0,
            real(0, 100, "%"),
            assumed("list prices; an enterprise agreement takes a share off all of them"),
            "What your agreement with AWS takes off every list price. Rates that you set yourself stay as they are.");

    public static final Parameter<String> CURRENCY = parameter(
            "billing.currency",
            "USD",
            text("[A-Z]{3}", "a currency's three letters, like EUR"),
            assumed("AWS publishes and bills in US dollars"),
            "A second currency in which totals are said; the calculation stays in US dollars.");

    public static final Parameter<Double> CURRENCY_PER_USD = parameter(
            "billing.currencyPerUsd",
            1.0,
            real(0.0001, 1_000_000, "per USD"),
            assumed("one dollar is a dollar; exchange rates are not shipped"),
            "How much of the second currency a dollar is.");

    public static final Parameter<Double> UPSTREAM_SENT_BYTES = parameter(
            "billing.upstreamSentBytes",
            0.0,
            real(0, 1_000_000_000, "bytes"),
            assumed(
                    "what is upstream is taken to be in the region; the service preset of a model's proxy says otherwise"),
            "Bytes that a request sends to something upstream over the internet, such as a prompt: transfer out, and"
                    + " through the NAT gateway where there is one.");

    public static final Parameter<Double> UPSTREAM_RECEIVED_BYTES = parameter(
            "billing.upstreamReceivedBytes",
            0.0,
            real(0, 1_000_000_000, "bytes"),
            assumed(
                    "what is upstream is taken to be in the region; the service preset of a model's proxy says otherwise"),
            "Bytes that come back for a request from there; they are charged by NAT gateways only.");

    public static final Parameter<Double> SQS_USD_PER_MILLION = parameter(
            "billing.sqsUsdPerMillion",
            0.4,
            real(0, 1_000, "USD"),
            assumed("what a million requests to a standard queue cost in us-east-1 (Infracost, 2024-07), us-west-2"
                    + " (FOCUS sample, 2024-09) and most other regions; queue workers of Amazon SQS only"),
            "A million requests to Amazon SQS, where the price snapshot does not know what they cost. Where it does,"
                    + " its price counts, or prices.sqs.standard.million-requests.");

    public static final Parameter<Double> INTER_ZONE_BYTES = parameter(
            "billing.interZoneBytes",
            0.0,
            real(0, 1_000_000_000, "bytes"),
            assumed(
                    "traffic between a load balancer and its targets is free; a database in another zone is not modelled"),
            "Bytes that a request moves between Availability Zones, charged in both directions.");

    public static final Parameter<Boolean> CONTAINER_INSIGHTS = parameter(
            "billing.containerInsights",
            false,
            flag(),
            documented("ECS developer guide, Container Insights: off unless turned on, charged as custom metrics"),
            "Whether CloudWatch Container Insights watches the options on ECS.");

    public static final Parameter<Integer> CONTAINER_INSIGHTS_METRICS = parameter(
            "billing.containerInsightsMetrics",
            20,
            whole(0, 10_000, "metrics"),
            assumed("about 8 for the cluster, 6 for the service and 6 for the task definition; its log events are not"
                    + " counted"),
            "Metrics that Container Insights charges for one cluster with one service.");

    public static final List<Parameter<?>> ALL = List.of(
            PUBLIC_IPV4,
            NAT_GATEWAYS,
            LOG_RETENTION_MONTHS,
            LOG_STORED_SHARE,
            FREE_TIER,
            SAVINGS_PLAN,
            IMAGES_KEPT,
            DISCOUNT_PERCENT,
            CURRENCY,
            CURRENCY_PER_USD,
            UPSTREAM_SENT_BYTES,
            UPSTREAM_RECEIVED_BYTES,
            SQS_USD_PER_MILLION,
            INTER_ZONE_BYTES,
            CONTAINER_INSIGHTS,
            CONTAINER_INSIGHTS_METRICS);

    private BillingParameters() {}
}
