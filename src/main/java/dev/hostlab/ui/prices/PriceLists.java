package dev.hostlab.ui.prices;

import dev.hostlab.pricing.refresh.AwsPriceList;
import dev.hostlab.pricing.refresh.PriceList;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Opens a price list. Asked when the user wants a refresh, on the thread that fetches, and never before.
@FunctionalInterface
public interface PriceLists {

    /// Opens the price list to ask.
    ///
    /// @param endpointRegion where the Price List API is asked, one of [AwsPriceList#ENDPOINT_REGIONS]
    /// @param now            the time of asking
    /// @param goesOn         whether the user still wants it
    PriceList open(String endpointRegion, Instant now, BooleanSupplier goesOn);

    /// The AWS Price List API, with the credentials of the AWS CLI.
    static PriceLists ofAws() {
        return (endpointRegion, now, goesOn) -> new AwsPriceList(endpointRegion, Optional.empty(), now, goesOn);
    }
}
