package dev.hostlab.engine;

/// Which run this is, as far as randomness goes.
///
/// @param seed        seed of the whole comparison
/// @param replication  from 0
/// @param evenArrivals whether the requests of a bin come at even intervals
record RunId(long seed, int replication, boolean evenArrivals) {

    long key(Stream stream) {
        return Draws.key(seed, replication, stream);
    }
}
