package dev.hostlab.cost;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricebook.TieredPrice;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Usage × charges × prices → bills.
///
/// The month's bill comes first in thought: prices in steps and free allowances go by the month's volume, and
/// the bill of the horizon is its share of the month. For flat prices that is the same as usage × rate.
/// Quantities of 0 make no line. A rate that the book lacks leaves a line without an amount, and the bill says
/// that it is incomplete.
public final class Rating {

    private Rating() {}

    /// What an option that pays these charges owes for this usage at these prices.
    public static CostReport rate(Usage usage, List<Charge> charges, PriceBook book) {
        var month = Month.ofHorizonSeconds(usage.horizonSeconds());
        var metering = new Metering(usage, month);
        var period = new ArrayList<LineItem>();
        var monthly = new ArrayList<LineItem>();
        for (var charge : charges) {
            for (var meter : metering.meters(charge)) {
                for (var slice : slices(meter, book)) {
                    monthly.add(line(meter, slice, slice.inMonth));
                    period.add(line(meter, slice, slice.whole ? meter.inPeriod() : month.toPeriod(slice.inMonth)));
                }
            }
        }
        var waste = Waste.of(usage, used -> monthlyUsd(used, charges, month, book));
        return new CostReport(new Bill(period), new Bill(monthly), waste.idle(), waste.stranded(), waste.draining());
    }

    private static Usd monthlyUsd(ComputeUsage used, List<Charge> charges, Month month, PriceBook book) {
        return charges.stream()
                .flatMap(charge -> charge instanceof Charge.Compute compute
                        ? ComputeMeters.ofHours(used, compute, month).stream()
                        : Stream.empty())
                .flatMap(meter -> slices(meter, book).stream().map(slice -> line(meter, slice, slice.inMonth)))
                .map(LineItem::usd)
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static LineItem line(Meter meter, Slice slice, BigDecimal quantity) {
        var usd = slice.rate == null ? Usd.ZERO : new Usd(quantity.multiply(slice.rate, MathContext.DECIMAL128));
        var priced = meter.shareOf().isEmpty() ? meter.sku() : meter.shareOf();
        var unit = Skus.unit(priced).orElseThrow();
        var sku = slice.missing == null ? meter.sku() : slice.missing;
        return new LineItem(
                meter.item() + slice.suffix, meter.group(), quantity, unit, slice.rate, usd, slice.source, sku);
    }

    private static List<Slice> slices(Meter meter, PriceBook book) {
        if (meter.inMonth().signum() == 0) {
            return List.of();
        }
        if (Skus.tiered(meter.sku())) {
            return book.tieredPrice(meter.sku())
                    .map(price -> tiers(price, meter.inMonth()))
                    .orElseGet(() -> List.of(unknown(meter, book)));
        }
        if (!meter.shareOf().isEmpty()) {
            return List.of(share(meter, book));
        }
        return List.of(book.price(meter.sku())
                .map(price -> new Slice(meter.inMonth(), true, price.usd(), "", price.citation()))
                .orElseGet(() -> unknown(meter, book)));
    }

    /// A share of another price; whichever of the two is not known is what the bill lacks.
    private static Slice share(Meter meter, PriceBook book) {
        var base = book.price(meter.shareOf());
        var share = book.price(meter.sku());
        if (base.isEmpty() || share.isEmpty()) {
            var lacks = share.isEmpty() ? meter.sku() : meter.shareOf();
            return new Slice(meter.inMonth(), true, null, "", "not known for " + book.region(), lacks);
        }
        var part = share.get().usd();
        var rate = base.get().usd().multiply(part, MathContext.DECIMAL128);
        var percent = part.movePointRight(2).stripTrailingZeros().toPlainString();
        return new Slice(
                meter.inMonth(),
                true,
                rate,
                ", " + percent + " % of on demand",
                share.get().citation());
    }

    private static Slice unknown(Meter meter, PriceBook book) {
        return new Slice(meter.inMonth(), true, null, "", "not known for " + book.region());
    }

    /// Splits a month's volume at the ends of the steps; above the last known step the rate is unknown.
    private static List<Slice> tiers(TieredPrice price, BigDecimal volume) {
        var slices = new ArrayList<Slice>();
        var floor = BigDecimal.ZERO;
        for (var tier : price.tiers()) {
            var end = tier.upToOrNull() == null ? volume : tier.upToOrNull().min(volume);
            if (end.compareTo(floor) > 0) {
                slices.add(slice(price, tier, end.subtract(floor)));
                floor = end;
            }
        }
        if (volume.compareTo(floor) > 0) {
            var suffix = ", above " + floor.toPlainString() + " " + price.unit();
            slices.add(new Slice(volume.subtract(floor), false, null, suffix, "not known above the last step"));
        }
        return slices;
    }

    private static Slice slice(TieredPrice price, PriceTier tier, BigDecimal quantity) {
        var steps = price.tiers().size();
        var suffix = steps == 1 ? "" : ", step " + (price.tiers().indexOf(tier) + 1) + " of " + steps;
        return new Slice(quantity, false, tier.usd(), suffix, price.citation());
    }

    /// A part of a meter that has one rate.
    ///
    /// @param inMonth quantity in a month
    /// @param whole   whether it is all of the meter
    /// @param rate    dollars a unit, null where not known
    /// @param suffix  what to add to the item's name
    /// @param source  where the rate comes from
    /// @param missing key of the figure that is not known, if it is not the meter's own
    private record Slice(
            BigDecimal inMonth,
            boolean whole,
            @Nullable BigDecimal rate,
            String suffix,
            String source,
            @Nullable String missing) {

        Slice(BigDecimal inMonth, boolean whole, @Nullable BigDecimal rate, String suffix, String source) {
            this(inMonth, whole, rate, suffix, source, null);
        }
    }
}
