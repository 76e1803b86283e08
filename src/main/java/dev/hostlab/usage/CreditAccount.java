package dev.hostlab.usage;

/// The CPU credits of one burstable instance over its life.
///
/// Earnings pay what is owed first, then add to the balance. Whoever spends more than the balance owes it, if the
/// instance is unlimited; what is owed beyond a day's earnings is charged at once, the rest when the instance ends.
/// A standard instance cannot owe: what it could not spend is [#denied]. Source: as [CpuCredits].
public final class CreditAccount {

    private static final double MINUTES_PER_HOUR = 60;

    private final CpuCredits credits;
    private double balance;
    private double owed;
    private double charged;
    private double denied;

    /// @param balance credits at the start, beside launch credits
    public CreditAccount(CpuCredits credits, double balance) {
        this.credits = credits;
        this.balance = Math.min(credits.limit(), balance) + credits.launchCredits();
    }

    /// Time goes by.
    ///
    /// @param hours       how long, 0 or more
    /// @param vcpuMinutes CPU that was used, in vCPU-minutes
    public void pass(double hours, double vcpuMinutes) {
        var net = hours * credits.earnedPerHour() - vcpuMinutes;
        if (net >= 0) {
            earn(net);
        } else {
            spend(-net);
        }
    }

    /// The instance ends: what it owes is charged.
    public void close() {
        charged += owed;
        owed = 0;
    }

    /// Credits that it has.
    public double balance() {
        return balance;
    }

    /// CPU that it has spent ahead and not earned yet, in vCPU-hours.
    public double owedVcpuHours() {
        return owed / MINUTES_PER_HOUR;
    }

    /// CPU that was charged so far, in vCPU-hours.
    public double chargedVcpuHours() {
        return charged / MINUTES_PER_HOUR;
    }

    /// CPU that a standard instance without credits would not have had, in vCPU-hours.
    public double deniedVcpuHours() {
        return denied / MINUTES_PER_HOUR;
    }

    private void earn(double net) {
        var paid = Math.min(owed, net);
        owed -= paid;
        balance = Math.max(balance, Math.min(credits.limit(), balance + net - paid));
    }

    private void spend(double net) {
        var fromBalance = Math.min(balance, net);
        balance -= fromBalance;
        var beyond = net - fromBalance;
        if (!credits.unlimited()) {
            denied += beyond;
            return;
        }
        owed += beyond;
        var tooMuch = Math.max(0, owed - credits.limit());
        owed -= tooMuch;
        charged += tooMuch;
    }
}
