package dev.hostlab.hosting;

import java.util.List;

/// The stages from the request of a unit of capacity to its first traffic, one after another.
///
/// @param stages                what happens, in order
/// @param registrationFromStage index of the first stage that belongs to registration with the load balancer rather
///                              than to starting; the number of stages if there is none
public record StartUp(List<Stage> stages, int registrationFromStage) {

    /// One stage.
    ///
    /// @param name    for people, such as `image pull`
    /// @param latency how long it takes
    /// @param billed  whether the meter runs during it
    /// @param crowding how much longer it takes while [#CROWD] units start at a time, in parts of itself
    public record Stage(String name, Latency latency, boolean billed, double crowding) {

        /// Units that start at a time when crowding is full; in proportion below.
        public static final double CROWD = 600;

        /// A stage that does not mind how many others start.
        public Stage(String name, Latency latency, boolean billed) {
            this(name, latency, billed, 0);
        }
    }

    public StartUp {
        stages = List.copyOf(stages);
        if (registrationFromStage < 0 || registrationFromStage > stages.size()) {
            throw new IllegalArgumentException("No stage " + registrationFromStage + " of " + stages.size());
        }
    }
}
