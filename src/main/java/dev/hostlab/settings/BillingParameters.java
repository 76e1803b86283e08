package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
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
            "Whether what AWS gives each account for nothing (10 alarms, 10 metrics, 100 GB out) is taken " + "off.");

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
            CURRENCY_PER_USD);

    private BillingParameters() {}
}
