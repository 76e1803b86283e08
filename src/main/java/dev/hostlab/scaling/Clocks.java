package dev.hostlab.scaling;

/// The clocks between a change of load and the capacity that answers it, in seconds; kept apart because most
/// home-made models go wrong by merging them. NaN-free: a clock that does not apply (a scale-in has no start-up) is
/// 0.
///
/// @param metricPeriod  load happens → the metric period that decided closes (the points needed × the period)
/// @param publish       period closes → data point visible
/// @param evaluation    data point visible → alarm evaluated
/// @param decision      alarm evaluated → desired capacity changed
/// @param request       desired changed → first unit requested from EC2 or Fargate (quota, reaction, waiting for
///                      instances)
/// @param start         requested → first unit started (boot, pull, application)
/// @param registration  started → first unit takes traffic
public record Clocks(
        double metricPeriod,
        double publish,
        double evaluation,
        double decision,
        double request,
        double start,
        double registration) {

    public double totalSeconds() {
        return metricPeriod + publish + evaluation + decision + request + start + registration;
    }
}
