package dev.hostlab.engine;

/// Which run this is, as far as randomness goes.
///
/// @param seed        seed of the whole comparison
/// @param replication from 0
record RunId(long seed, int replication) {

    long key(Stream stream) {
        return Draws.key(seed, replication, stream);
    }
}
