package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.pricing.Snapshot.InstanceFigure;
import dev.hostlab.pricing.refresh.PriceItem.Step;
import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Gathers the figures of one region from the products of the price list, and makes a snapshot of them only if none is
/// missing.
final class Harvest {

    private final String region;
    private final LocalDate today;
    private final List<FigureRule> rules = new ArrayList<>(FigureRules.required());
    private final Set<String> skus = new HashSet<>();
    private final Map<String, Figure> figures = new TreeMap<>();
    private final Map<String, InstanceFigure> types = new TreeMap<>();
    private final Map<String, LocalDate> published = new TreeMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private String location = "";

    Harvest(String region, LocalDate today) {
        this.region = region;
        this.today = today;
        rules.addAll(FigureRules.optional());
    }

    /// Whether a product of EC2's file is of use.
    boolean wants(tools.jackson.databind.JsonNode product) {
        var item = ItemReader.MAPPER.createObjectNode();
        try {
            var read = ItemReader.item(product, FigureRules.EC2, item, today);
            return InstanceRule.fits(read, region) || rules.stream().anyMatch(rule -> rule.fits(read, region));
        } catch (RefreshException unreadable) {
            return true;
        }
    }

    void take(PriceItem item) throws RefreshException {
        if (InstanceRule.fits(item, region)) {
            once(item);
            instance(item);
        }
        for (var rule : rules) {
            if (rule.fits(item, region)) {
                once(item);
                figure(rule, item);
            }
        }
    }

    /// The figures of the Savings Plans file; for instance types only where the type is on sale.
    void takeSavings(List<Figure> savings) {
        for (var figure : savings) {
            var type = Skus.instanceType(figure.sku());
            if (type.isEmpty() || types.containsKey(type.get())) {
                figures.put(figure.sku(), figure);
            }
        }
    }

    /// The snapshot, with figures that the price list does not have (Spot, the fee of Managed Instances) carried
    /// over from the one before, source and date with them.
    ///
    /// @throws RefreshException if a figure is missing or cannot be what it seems
    Snapshot snapshot(Optional<Snapshot> before) throws RefreshException {
        for (var rule : FigureRules.required()) {
            if (!figures.containsKey(rule.sku())) {
                problem(
                        rule.sku(),
                        "AWS's answer for " + region + " has no price for it (" + rule.service() + " " + rule.usage()
                                + ").");
            }
        }
        if (types.isEmpty()) {
            problem("ec2.linux", "AWS's answer for " + region + " has no instance types.");
        }
        if (!issues.isEmpty()) {
            throw new RefreshException(issues);
        }
        var sources = new ArrayList<PriceSource>();
        published.forEach((service, day) -> sources.add(source(service, day)));
        var all = new TreeMap<>(figures);
        before.ifPresent(old -> carryOver(old, all, sources));
        return new Snapshot(region, location, sources, List.copyOf(all.values()), List.copyOf(types.values()));
    }

    /// The id of the source that figures of a service name.
    static String sourceId(String service) {
        return "aws-price-list-" + service;
    }

    void publishedOn(String service, LocalDate day) {
        published.merge(service, day, (a, b) -> a.isAfter(b) ? b : a);
    }

    private void once(PriceItem item) throws RefreshException {
        if (!skus.add(item.service() + item.sku())) {
            throw ItemReader.broken(item.sku(), "is listed twice");
        }
        publishedOn(item.service(), item.published());
        if (location.isEmpty()) {
            location = item.attribute("location").isEmpty() ? region : item.attribute("location");
        }
    }

    private void instance(PriceItem item) throws RefreshException {
        InstanceType type = InstanceRule.type(item);
        var rule = FigureRule.of(Skus.ec2Linux(type.name()), FigureRules.EC2, item.usage(), "Hrs");
        var figure = priced(rule, item);
        if (figure.isPresent() && types.put(type.name(), new InstanceFigure(type, figure.get())) != null) {
            problem(rule.sku(), "AWS's answer has two products for it.");
        }
    }

    private void figure(FigureRule rule, PriceItem item) {
        var figure = priced(rule, item);
        if (figure.isPresent() && figures.put(rule.sku(), figure.get()) != null) {
            problem(rule.sku(), "AWS's answer has two products for it.");
        }
    }

    private Optional<Figure> priced(FigureRule rule, PriceItem item) {
        var steps = current(item.steps());
        var wrong = PriceSteps.problem(rule, item, steps);
        if (wrong.isPresent()) {
            problem(rule.sku(), "The product " + item.sku() + " " + wrong.get() + ".");
            return Optional.empty();
        }
        var tiers = new ArrayList<PriceTier>();
        for (var step : steps) {
            var usd = step.usdOrNull();
            var end = step.endOrNull();
            tiers.add(new PriceTier(
                    end == null ? null : rule.volume(end), rule.convert(usd == null ? BigDecimal.ZERO : usd)));
        }
        var asOf = new PriceDate(item.published().toString());
        var since = new PriceDate(steps.getFirst().effective().toString());
        return Optional.of(new Figure(rule.sku(), tiers, asOf, sourceId(item.service()), since));
    }

    /// The steps in force: a list may hold the next month's prices too.
    private List<Step> current(List<Step> steps) {
        var since = steps.stream()
                .map(Step::effective)
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
        return steps.stream()
                .filter(step -> since.isPresent() && step.effective().equals(since.get()))
                .sorted(Comparator.comparing(Step::from))
                .toList();
    }

    private static PriceSource source(String service, LocalDate day) {
        return new PriceSource(
                sourceId(service),
                "AWS Price List API, " + service,
                day.toString(),
                "AWS's public list prices",
                "list prices as AWS published them; each figure says since when it has been charged");
    }

    private static void carryOver(Snapshot old, Map<String, Figure> all, List<PriceSource> sources) {
        var carried = new HashSet<String>();
        for (var figure : old.figures()) {
            if (figure.isKnown() && !all.containsKey(figure.sku()) && Carried.mayBe(figure.sku())) {
                all.put(figure.sku(), figure);
                carried.add(figure.source());
            }
        }
        old.sources().stream()
                .filter(source -> carried.contains(source.id())
                        && sources.stream().noneMatch(had -> had.id().equals(source.id())))
                .forEach(sources::add);
    }

    private void problem(String sku, String problem) {
        issues.add(new Issue(sku, problem, "Nothing was changed; try again, or report it if it stays."));
    }
}
