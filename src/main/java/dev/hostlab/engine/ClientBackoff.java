package dev.hostlab.engine;

import dev.hostlab.workload.ClientRetries;

/// Whether clients ask again, how long they wait before, and the quota that they pay from: those of AWS SDKs. Source:
/// botocore, retries/standard.py and retries/quota.py, read 2026-11-23.
///
/// A 429 with `retry-after` is waited for as the SDKs of model providers do: unless it asks for too long, which they
/// do not look at. Source: openai-python, _base_client.py, `_calculate_retry_timeout`, read 2026-11-23.
final class ClientBackoff {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PRICE_OF_RETRY = 5;
    private static final int PRICE_AFTER_TIMEOUT = 10;

    private final ClientRetries retries;
    private final long key;
    private long quota;

    ClientBackoff(ClientRetries retries, RunId run) {
        this.retries = retries;
        this.key = run.key(Stream.CLIENT_BACKOFF);
        this.quota = retries.quota();
    }

    /// Whether a client would ask again after so many attempts, if it can pay.
    boolean wants(int attempts, ClientDesk.Failure why) {
        return attempts < retries.attempts() && (why != ClientDesk.Failure.CLIENT_TIMEOUT || retries.timeouts());
    }

    /// What asking again takes from the quota.
    int price(ClientDesk.Failure why) {
        if (retries.quota() == 0) {
            return 0;
        }
        return why == ClientDesk.Failure.CLIENT_TIMEOUT ? PRICE_AFTER_TIMEOUT : PRICE_OF_RETRY;
    }

    /// Pays a price, if the quota has it.
    boolean pays(int price) {
        if (price > quota) {
            return false;
        }
        quota -= price;
        return true;
    }

    /// An answer gives back what its retry took, or 1.
    void refund(int paid) {
        if (retries.quota() > 0) {
            quota = Math.min(retries.quota(), quota + Math.max(1, paid));
        }
    }

    /// How long a client waits after so many attempts: truncated exponential backoff with full
    /// jitter, in nanoseconds.
    ///
    /// @param number     of the last attempt, which its draws hang on
    /// @param retryAfter nanoseconds that the service asks for, 0 if it does not
    long wait(long number, int attempts, long retryAfter) {
        var longest = Math.min(
                retries.maxSeconds(), retries.baseSeconds() * StrictMath.pow(retries.factor(), attempts - 1.0));
        var part = retries.jitter() ? Draws.unit(Draws.bits(key, number)) : 1;
        var wait = (long) (longest * NANOS_PER_SECOND * part);
        var waitsFor = retries.honoursRetryAfter() && retryAfter <= retries.maxSeconds() * NANOS_PER_SECOND;
        return waitsFor ? Math.max(wait, retryAfter) : wait;
    }
}
