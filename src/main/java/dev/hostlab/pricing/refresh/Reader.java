package dev.hostlab.pricing.refresh;

/// Takes the products of a price list one by one, so that a file of hundreds of megabytes needs no memory.
@FunctionalInterface
interface Reader {

    /// Takes the next product.
    ///
    /// @throws RefreshException if the product cannot be used, which ends the refresh
    void take(PriceItem item) throws RefreshException;
}
