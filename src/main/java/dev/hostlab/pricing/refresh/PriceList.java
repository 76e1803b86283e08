package dev.hostlab.pricing.refresh;

import java.io.InputStream;

/// The AWS price list, wherever it comes from.
public interface PriceList extends AutoCloseable {

    /// All products of a service in a region, by GetProducts, page after page.
    ///
    /// @param service AWS's code of the service
    /// @param field   the attribute that names the region: `regionCode`, or `fromRegionCode` for data transfer
    /// @param region  such as `eu-west-1`
    /// @param record  receives each record, a JSON document
    /// @throws RefreshException if anything goes wrong, in words
    void products(String service, String field, String region, RecordReader record) throws RefreshException;

    /// The price list file of a service in a region.
    ///
    /// @throws RefreshException if anything goes wrong, in words
    InputStream file(String service, String region) throws RefreshException;

    /// Whether the user has cancelled, which is why calls fail now.
    boolean isCancelled();

    /// Lets go of connections, if it has any.
    @Override
    default void close() {}

    /// Takes one record.
    @FunctionalInterface
    interface RecordReader {
        void take(String json) throws RefreshException;
    }
}
