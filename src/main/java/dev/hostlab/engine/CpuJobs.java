package dev.hostlab.engine;

/// The CPU jobs of one unit in order of the virtual time at which they end: a binary heap over primitive arrays.
final class CpuJobs {

    private final double[] end;
    private final int[] slot;
    private int size;

    CpuJobs(int capacity) {
        end = new double[capacity];
        slot = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /// The virtual time at which the next job ends; only if there is one.
    double next() {
        return end[0];
    }

    void add(double ends, int inSlot) {
        var child = size++;
        while (child > 0) {
            var parent = (child - 1) >>> 1;
            if (end[parent] <= ends) {
                break;
            }
            end[child] = end[parent];
            slot[child] = slot[parent];
            child = parent;
        }
        end[child] = ends;
        slot[child] = inSlot;
    }

    /// Takes the next job out and tells its slot.
    int removeNext() {
        var removed = slot[0];
        size--;
        var ends = end[size];
        var inSlot = slot[size];
        var parent = 0;
        for (var child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && end[child + 1] < end[child]) {
                child++;
            }
            if (end[child] >= ends) {
                break;
            }
            end[parent] = end[child];
            slot[parent] = slot[child];
            parent = child;
        }
        end[parent] = ends;
        slot[parent] = inSlot;
        return removed;
    }
}
