package dev.hostlab.pricing.refresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Price list records in the shape in which AWS publishes them, made from a few figures.
final class Records {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String PUBLISHED = "2026-11-20T18:21:30Z";
    private static final String TERM = "JRTCKXETXF";

    private Records() {}

    /// A product with one price or several steps.
    ///
    /// @param sku        Amazon's key
    /// @param service    AWS's code
    /// @param family     such as `Storage`
    /// @param attributes what AWS says of it
    /// @param unit       in AWS's words
    /// @param steps      `begin,end,usd`
    record Product(
            String sku,
            String service,
            String family,
            Map<String, String> attributes,
            String unit,
            List<String> steps) {

        Product with(String attribute, String value) {
            var all = new LinkedHashMap<>(attributes);
            all.put(attribute, value);
            return new Product(sku, service, family, all, unit, steps);
        }

        Product costing(String... newSteps) {
            return new Product(sku, service, family, attributes, unit, List.of(newSteps));
        }

        Product per(String newUnit) {
            return new Product(sku, service, family, attributes, newUnit, steps);
        }

        Product named(String newSku) {
            return new Product(newSku, service, family, attributes, unit, steps);
        }

        String region() {
            return attributes.getOrDefault("regionCode", "");
        }

        String usage() {
            return attributes.getOrDefault("usagetype", "");
        }

        ObjectNode product() {
            var product = MAPPER.createObjectNode();
            product.put("productFamily", family).put("sku", sku);
            attributes.forEach(product.putObject("attributes")::put);
            return product;
        }

        /// The term under which it is sold on demand.
        ObjectNode term(String currency) {
            var term = MAPPER.createObjectNode();
            term.put("sku", sku).put("effectiveDate", "2026-10-01T00:00:00Z").put("offerTermCode", TERM);
            var dimensions = term.putObject("priceDimensions");
            for (var i = 0; i < steps.size(); i++) {
                var parts = steps.get(i).split(",", -1);
                var code = sku + "." + TERM + "." + i;
                var dimension = dimensions.putObject(code);
                dimension.put("unit", unit).put("rateCode", code).put("description", "$" + parts[2]);
                dimension.put("beginRange", parts[0]).put("endRange", parts[1]);
                dimension.putObject("pricePerUnit").put(currency, parts[2]);
            }
            return term;
        }

        /// As an entry of a GetProducts answer.
        String record(String currency) {
            var record = MAPPER.createObjectNode();
            record.set("product", product());
            record.put("serviceCode", service).put("version", "20261120182130").put("publicationDate", PUBLISHED);
            record.putObject("terms").putObject("OnDemand").set(sku + "." + TERM, term(currency));
            return record.toString();
        }
    }

    static Product product(String service, String region, String usage, String unit, String usd) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("regionCode", region);
        attributes.put("location", region.equals("eu-west-1") ? "EU (Ireland)" : "US East (N. Virginia)");
        attributes.put("servicecode", service);
        attributes.put("usagetype", usage);
        attributes.put("operation", "");
        var sku = String.format("%016X", Math.abs((long) (service + region + usage).hashCode()));
        return new Product(sku, service, "Compute", attributes, unit, List.of("0,Inf," + usd));
    }

    /// A plain Linux instance.
    static Product instance(String region, String prefix, String type, String[] make) {
        var product = product("AmazonEC2", region, prefix + "BoxUsage:" + type, "Hrs", make[2])
                .with("instanceType", type)
                .with("vcpu", make[0])
                .with("memory", make[1])
                .with("operatingSystem", "Linux")
                .with("tenancy", "Shared")
                .with("capacitystatus", "Used")
                .with("preInstalledSw", "NA")
                .with("operation", "RunInstances")
                .with("marketoption", "OnDemand")
                .with("networkPerformance", make[3])
                .with("physicalProcessor", make[4]);
        return new Product(
                product.sku, product.service, "Compute Instance", product.attributes, product.unit, product.steps);
    }

    /// A file of the price list.
    static String bulk(String service, List<Product> products, String currency) {
        var file = MAPPER.createObjectNode();
        file.put("formatVersion", "v1.0").put("offerCode", service).put("publicationDate", PUBLISHED);
        var all = file.putObject("products");
        products.forEach(product -> all.set(product.sku(), product.product()));
        var terms = file.putObject("terms");
        var onDemand = terms.putObject("OnDemand");
        products.forEach(
                product -> onDemand.putObject(product.sku()).set(product.sku() + "." + TERM, product.term(currency)));
        terms.putObject("Reserved").putObject("X").put("upfront", "1161");
        return file.toString();
    }

    /// A Savings Plans file with a one-year plan, upfront or not, for Fargate's vCPU and an instance type.
    static String savings(String prefix) {
        var file = MAPPER.createObjectNode();
        file.put("version", "20261120").put("publicationDate", PUBLISHED);
        var products = file.putArray("products");
        var plans = new ArrayList<ObjectNode>();
        for (var option : List.of("No Upfront", "All Upfront")) {
            var product = products.addObject();
            product.put("sku", option).put("productFamily", "ComputeSavingsPlans");
            product.putObject("attributes").put("purchaseOption", option).put("purchaseTerm", "1yr");
            var plan = MAPPER.createObjectNode();
            plan.put("sku", option).put("effectiveDate", "2026-09-01T00:00:00Z");
            var rates = plan.putArray("rates");
            rate(
                    rates.addObject(),
                    "AmazonECS",
                    prefix + "Fargate-vCPU-Hours:perCPU",
                    "",
                    option.equals("No Upfront") ? "0.031" : "0.029");
            rate(rates.addObject(), "AmazonEC2", prefix + "BoxUsage:m7g.large", "RunInstances", "0.0591");
            rate(rates.addObject(), "AmazonEC2", prefix + "BoxUsage:m7g.large", "RunInstances:0002", "0.1591");
            rate(rates.addObject(), "AWSLambda", prefix + "Request", "", "0.0000002");
            plans.add(plan);
        }
        var terms = file.putObject("terms").putArray("savingsPlan");
        plans.forEach(terms::add);
        return file.toString();
    }

    private static void rate(ObjectNode rate, String service, String usage, String operation, String usd) {
        rate.put("discountedServiceCode", service).put("discountedUsageType", usage);
        rate.put("discountedOperation", operation).put("unit", "Hrs");
        rate.putObject("discountedRate").put("price", usd).put("currency", "USD");
    }
}
