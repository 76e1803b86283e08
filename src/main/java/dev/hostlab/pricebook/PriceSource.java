package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

/// A place that figures come from.
///
/// @param id      the name that figures use
/// @param where   repository, path and commit, or address
/// @param asOf    when it was published or read, in the source's own words
/// @param licence under which its figures were published
/// @param covers  which figures it gave
public record PriceSource(String id, String where, String asOf, String licence, String covers) {

    public PriceSource {
        requireNonNull(id, "id");
        requireNonNull(where, "where");
        requireNonNull(asOf, "asOf");
        requireNonNull(licence, "licence");
        requireNonNull(covers, "covers");
    }
}
