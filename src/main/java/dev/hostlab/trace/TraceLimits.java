package dev.hostlab.trace;

/// How large a trace may be, so that a wrong or hostile file cannot take the machine down.
///
/// @param fileBytes     size of the file
/// @param expandedBytes size of a gzip file's content
/// @param expansion     how many times larger than the file a gzip file's content may be, beyond 16 MiB
/// @param lineChars     characters of one physical line
/// @param columns       columns of the header
/// @param nameChars     characters of a workload's or tenant's name
/// @param workloads     different names in the workload column
/// @param tenants       different names in the tenant column
/// @param binRows       rows of binned data
/// @param requestRows   rows of per-request data
public record TraceLimits(
        long fileBytes,
        long expandedBytes,
        int expansion,
        int lineChars,
        int columns,
        int nameChars,
        int workloads,
        int tenants,
        int binRows,
        int requestRows) {

    /// 64 GB of file, twenty million bins, forty million requests, as far as memory goes.
    public static final TraceLimits DEFAULT =
            new TraceLimits(64L << 30, 64L << 30, 200, 1 << 20, 256, 256, 1_000, 10_000, 20_000_000, 40_000_000);

    /// Of the heap, what a trace may take while it is read.
    private static final double SHARE_OF_HEAP = 0.8;

    /// The same limits for a format with more columns by nature.
    TraceLimits withColumns(int newColumns) {
        return new TraceLimits(
                fileBytes,
                expandedBytes,
                expansion,
                lineChars,
                newColumns,
                nameChars,
                workloads,
                tenants,
                binRows,
                requestRows);
    }

    /// Bins that fit into memory, with their widths and one column that is being copied.
    ///
    /// @param numbers columns of numbers
    int binRows(int numbers) {
        return fitting(binRows, Double.BYTES * (numbers + 2));
    }

    /// Requests that fit into memory, twice where they must be sorted.
    ///
    /// @param tokens columns of tokens
    int requestRows(int tokens) {
        return fitting(requestRows, 2 * Long.BYTES + Integer.BYTES * (tokens + 1));
    }

    private static int fitting(int most, int bytesEach) {
        var room = SHARE_OF_HEAP * Runtime.getRuntime().maxMemory() / bytesEach;
        return (int) Math.min(most, room);
    }
}
