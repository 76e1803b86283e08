package dev.hostlab.cost;

import java.math.BigDecimal;

/// One charged quantity, over the horizon and over a month.
///
/// @param item     what is charged, for people
/// @param group    part of the bill, see [LineItem]
/// @param sku      key of its rate
/// @param inPeriod quantity over the horizon, after what is free
/// @param inMonth  quantity over a month of 730 hours, after what is free
/// @param shareOf  key of the price of which the rate is a share, empty where the rate is in dollars
record Meter(String item, String group, String sku, BigDecimal inPeriod, BigDecimal inMonth, String shareOf) {

    static final String COMPUTE = "compute";
    static final String BALANCER = "load balancer";
    static final String NETWORK = "network";
    static final String OBSERVABILITY = "observability";
    static final String STORAGE = "storage";
    static final String QUEUE = "queue";

    Meter(String item, String group, String sku, BigDecimal inPeriod, BigDecimal inMonth) {
        this(item, group, sku, inPeriod, inMonth, "");
    }

    /// The same at a rate that is a share of another price.
    Meter shareOf(String base) {
        return new Meter(item, group, sku, inPeriod, inMonth, base);
    }

    /// A use that grows with time.
    static Meter metered(Label label, BigDecimal inPeriod, Month month) {
        return new Meter(label.item, label.group, label.sku, inPeriod, month.fromPeriod(inPeriod));
    }

    /// A use that grows with time, a part of which is free each month.
    static Meter meteredBeyond(BigDecimal freeInMonth, Label label, BigDecimal inPeriod, Month month) {
        if (freeInMonth.signum() == 0) {
            return metered(label, inPeriod, month);
        }
        return monthly(label, month.fromPeriod(inPeriod).subtract(freeInMonth), month);
    }

    /// A fee that a month costs however much is used; below 0 counts as 0.
    static Meter monthly(Label label, BigDecimal inMonth, Month month) {
        var charged = inMonth.max(BigDecimal.ZERO);
        return new Meter(label.item, label.group, label.sku, month.toPeriod(charged), charged);
    }

    /// The words and key of a meter.
    record Label(String item, String group, String sku) {}
}
