package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Skus;

/// Which figures a refresh keeps from the snapshot before, because the price list does not have them.
final class Carried {

    private Carried() {}

    /// Spot prices change by the minute and are published elsewhere; the fee of ECS Managed
    /// Instances is an assumption.
    static boolean mayBe(String sku) {
        return sku.startsWith("fargate.spot.") || sku.startsWith("ec2.spot.") || sku.equals(Skus.MANAGED_INSTANCES_FEE);
    }
}
