package dev.hostlab.engine;

/// A unit whose workers pull messages: its CPU, whether it receives, and which of its attempts gave their slots away
/// and want one again.
final class MessageWorker {

    final SharedCpu cpu;
    final int slots;
    final VisitLine back = new VisitLine();
    int busy;
    boolean receives = true;

    MessageWorker(UnitShape shape) {
        cpu = new SharedCpu(shape.vcpus(), shape.slots());
        slots = shape.slots();
    }
}
