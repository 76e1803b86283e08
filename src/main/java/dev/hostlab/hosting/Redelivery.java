package dev.hostlab.hosting;

import dev.hostlab.settings.DeliveryParameters;
import dev.hostlab.settings.Settings;

/// How a queue delivers a message until a worker deletes it, as a standard queue of Amazon SQS does.
///
/// @param visibilitySeconds how long a message that was received is kept from other workers, above 0
/// @param extendsVisibility whether a worker renews that time for as long as it works
/// @param maxReceives       receives after which a message becomes a dead letter; 0 for never
/// @param retentionSeconds  age at which the queue drops a message
/// @param failures          how often processing fails
/// @param oldReceiptDeletes whether a worker deletes a message that another has received since
/// @param inFlightLimit     most messages that have been received and are not visible again
public record Redelivery(
        double visibilitySeconds,
        boolean extendsVisibility,
        int maxReceives,
        double retentionSeconds,
        Failures failures,
        boolean oldReceiptDeletes,
        int inFlightLimit) {

    /// How often processing fails.
    ///
    /// @param share       share of the attempts at any message, 0 to 1
    /// @param poisonShare share of the messages that fail in every attempt, 0 to 1
    /// @param releases    whether a worker that failed makes the message visible at once
    public record Failures(double share, double poisonShare, boolean releases) {

        public static final Failures NONE = new Failures(0, 0, false);

        /// Whether any attempt fails.
        public boolean any() {
            return share > 0 || poisonShare > 0;
        }
    }

    public Redelivery {
        if (!(visibilitySeconds > 0) || !(retentionSeconds > 0) || inFlightLimit < 1) {
            throw new IllegalArgumentException("Times and the limit of messages in flight are above 0: "
                    + visibilitySeconds + ", " + retentionSeconds + ", " + inFlightLimit);
        }
    }

    /// A queue with a visibility timeout and SQS's standards in all else.
    public static Redelivery after(double visibilitySeconds) {
        var standard = of(Settings.standard());
        return new Redelivery(
                visibilitySeconds,
                standard.extendsVisibility,
                standard.maxReceives,
                standard.retentionSeconds,
                standard.failures,
                standard.oldReceiptDeletes,
                standard.inFlightLimit);
    }

    public static Redelivery of(Settings settings) {
        return new Redelivery(
                settings.get(DeliveryParameters.VISIBILITY_TIMEOUT_SECONDS),
                settings.get(DeliveryParameters.EXTENDS_VISIBILITY),
                settings.get(DeliveryParameters.MAX_RECEIVES),
                settings.get(DeliveryParameters.RETENTION_SECONDS),
                new Failures(
                        settings.get(DeliveryParameters.FAILURE_SHARE),
                        settings.get(DeliveryParameters.POISON_SHARE),
                        settings.get(DeliveryParameters.FAILURE_RELEASES)),
                settings.get(DeliveryParameters.OLD_RECEIPT_DELETES),
                settings.get(DeliveryParameters.IN_FLIGHT_LIMIT));
    }
}
