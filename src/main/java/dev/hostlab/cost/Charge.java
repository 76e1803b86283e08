package dev.hostlab.cost;

import dev.hostlab.pricebook.Commitment;

/// Something that a hosting option pays for. An option's charges are data; [Rating] applies them to what was used.
///
/// The numbers inside are the user's to edit. A GB of traffic or logs is 10⁹ bytes, as in the counting of LCUs.
public sealed interface Charge {

    /// Instances by the hour and type, with their surplus CPU credits, and Fargate tasks by vCPU-hour, GB-hour
    /// and extra storage.
    ///
    /// @param freeEphemeralGib ephemeral storage of a task that costs nothing, in GiB; AWS gives 20
    /// @param commitment       Savings Plan that covers all instances and all tasks but those on Spot; it does
    ///                         not cover storage or CPU credits
    record Compute(int freeEphemeralGib, Commitment commitment) implements Charge {

        /// Everything on demand.
        public Compute(int freeEphemeralGib) {
            this(freeEphemeralGib, Commitment.NONE);
        }
    }

    /// What AWS asks for managing instances: a share of their on-demand price for each hour, whatever they are
    /// bought as.
    record ManagementFee() implements Charge {}

    /// A gp3 root volume an instance, of the size in its usage, for as long as the instance is paid for.
    record RootVolumes() implements Charge {}

    /// One-minute EC2 metrics of the instances that ask for them, prorated by the hour.
    ///
    /// @param metricsPerInstance custom metrics an instance; AWS sends 7
    record DetailedMonitoring(int metricsPerInstance) implements Charge {}

    /// Application Load Balancer hours and LCU-hours, as metered.
    record LoadBalancer() implements Charge {}

    /// Public IPv4 addresses.
    ///
    /// @param zones      Availability Zones of the load balancer, one address each; 0 if it is internal or
    ///                   there is none
    /// @param everyUnit  whether each instance or task has an address of its own
    record PublicAddresses(int zones, boolean everyUnit) implements Charge {}

    /// NAT gateways, through which units without a public address reach the internet.
    ///
    /// @param gateways        usually one a zone; 0 for none
    /// @param bytesPerRequest bytes that a request moves through them, both ways together: calls to something
    ///                        upstream
    /// @param bytesPerStart   bytes that the start of a unit moves through them, such as its image
    record NatGateways(int gateways, double bytesPerRequest, double bytesPerStart) implements Charge {}

    /// Data transfer out to the internet: the responses, and what the service itself sends.
    ///
    /// @param freeGbPerMonth       GB a month that cost nothing; AWS gives an account 100 over all regions
    /// @param extraBytesPerRequest bytes beyond the response that a request sends out, such as a prompt to a
    ///                             model upstream
    /// @param responses            whether responses leave for the internet; what workers of a queue make of a
    ///                             message stays in the region
    record TransferOut(double freeGbPerMonth, double extraBytesPerRequest, boolean responses) implements Charge {

        /// With responses.
        public TransferOut(double freeGbPerMonth, double extraBytesPerRequest) {
            this(freeGbPerMonth, extraBytesPerRequest, true);
        }
    }

    /// Traffic between Availability Zones, paid once in each direction. That between an Application Load
    /// Balancer and its targets is free and does not belong here.
    ///
    /// @param bytesPerRequest bytes that a request moves between zones
    record InterZoneTransfer(double bytesPerRequest) implements Charge {}

    /// Requests to the API of Amazon SQS, standard queues.
    ///
    /// @param freeMillionsPerMonth millions a month that cost nothing; AWS gives an account 1
    record QueueRequests(double freeMillionsPerMonth) implements Charge {}

    /// CloudWatch Logs.
    ///
    /// @param bytesPerRequest bytes logged for a request
    /// @param freeGbPerMonth  GB a month taken in that cost nothing
    /// @param storedMonths    GB-months of storage that each GB taken in leads to: months kept × compressed share
    record Logs(double bytesPerRequest, double freeGbPerMonth, double storedMonths) implements Charge {}

    /// CloudWatch alarms, a fee a month each.
    ///
    /// @param standard       alarms with periods of a minute or more
    /// @param highResolution alarms with shorter periods
    /// @param free           standard alarms that cost nothing; AWS gives an account 10
    record Alarms(int standard, int highResolution, int free) implements Charge {}

    /// Custom metrics, a fee a month each, in steps.
    ///
    /// @param metrics metrics sent
    /// @param free    metrics that cost nothing; AWS gives an account 10
    record CustomMetrics(int metrics, int free) implements Charge {}

    /// Images in a private registry (ECR), a fee a month.
    ///
    /// @param gigabytes GB kept, all versions together
    record ImageStorage(double gigabytes) implements Charge {}
}
