package dev.hostlab.trace;

/// Puts rows in order of time without moving them; rows of one time keep the order of the file.
final class TimeOrder {

    private TimeOrder() {}

    /// Row numbers in order of time.
    ///
    /// @param at    time of each row
    /// @param count rows in use
    static int[] of(long[] at, int count) {
        var order = new int[count];
        for (var i = 0; i < count; i++) {
            order[i] = i;
        }
        var spare = new int[count];
        for (var width = 1; width < count && width > 0; width *= 2) {
            for (var from = 0; from < count - width; from += 2 * width) {
                merge(at, order, spare, new Run(from, from + width, Math.min(from + 2 * width, count)));
            }
        }
        return order;
    }

    /// Two neighbouring runs, each in order.
    private record Run(int from, int middle, int to) {}

    private static void merge(long[] at, int[] order, int[] spare, Run run) {
        if (at[order[run.middle - 1]] <= at[order[run.middle]]) {
            return;
        }
        System.arraycopy(order, run.from, spare, run.from, run.to - run.from);
        var left = run.from;
        var right = run.middle;
        for (var k = run.from; k < run.to; k++) {
            var takeLeft = right == run.to || (left < run.middle && at[spare[left]] <= at[spare[right]]);
            order[k] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}
