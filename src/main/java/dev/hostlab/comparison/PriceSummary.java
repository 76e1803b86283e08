package dev.hostlab.comparison;

import java.util.List;

/// The prices that were used.
///
/// @param region  AWS region
/// @param asOf    date of the oldest figure, ISO
/// @param sha256  of the snapshot's content, hexadecimal
/// @param missing names of the figures that a bill needed and the snapshot lacks
public record PriceSummary(String region, String asOf, String sha256, List<String> missing) {

    public PriceSummary {
        missing = List.copyOf(missing);
    }
}
