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

    /// A gigabyte of file, five million bins, twenty million requests (320 MB in memory).
    public static final TraceLimits DEFAULT =
            new TraceLimits(1L << 30, 4L << 30, 200, 1 << 20, 256, 256, 1_000, 10_000, 5_000_000, 20_000_000);
}
