package dev.hostlab.engine;

/// One EC2 instance of a cluster over its life.
final class ClusterInstance {

    final int number;
    long billedFrom;
    boolean registered;
    boolean ending;
    boolean hasImage;
    int tasks;

    ClusterInstance(int number) {
        this.number = number;
    }

    boolean isEmpty() {
        return tasks == 0;
    }
}
