package dev.hostlab.engine;

/// What randomness is drawn for; each has a stream of its own, so that changing one leaves the others alone.
enum Stream {
    ARRIVAL_GAP(1),
    BIN_END(2),
    CPU(3),
    UPSTREAM(4),
    DECODING(5),
    STALL(6),
    INPUT_TOKENS(7),
    OUTPUT_TOKENS(8),
    ROUTING(9),
    START_UP(10),
    VICTIM(11),
    ALARM_PHASE(12),
    PATIENCE(13),
    SETUP(14),
    DELAY_OFF(15),
    THINKING(16),
    BLOCK_END(17),
    PLACEMENT(21),
    CRASH(22),
    SLOW_START(23),
    CLOSED_CONNECTION(24),
    TENANT(31),
    BACKOFF(32),
    EVENT(41),
    EVENT_VICTIM(42),
    ROLLOUT(43),
    SPOT(44),
    MESSAGE_FAILURE(51),
    POISON(52),
    CLIENT_BACKOFF(53);

    private final long number;

    Stream(long number) {
        this.number = number;
    }

    /// What sets this stream's key apart; never to be changed, since results depend on it.
    long number() {
        return number;
    }
}
