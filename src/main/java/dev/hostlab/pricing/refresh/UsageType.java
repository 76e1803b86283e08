package dev.hostlab.pricing.refresh;

import java.util.regex.Pattern;

/// AWS's names of what is metered.
///
/// Most begin with a short name of the region: two to four letters and a digit, or `EU` alone for Ireland; Virginia
/// often has none. Source: records of the AWS Price List for af-south-1, us-west-2, us-east-1, eu-west-1 and others.
final class UsageType {

    private static final Pattern REGION = Pattern.compile("^(?:[A-Z]{2,4}\\d|EU)-");

    private UsageType() {}

    static String withoutRegion(String usageType) {
        return REGION.matcher(usageType).replaceFirst("");
    }
}
