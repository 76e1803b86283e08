package dev.hostlab.scaling;

/// The states of a CloudWatch alarm.
public enum AlarmState {
    OK,
    ALARM,
    /// Not enough points to tell; target tracking never acts on it.
    INSUFFICIENT_DATA
}
