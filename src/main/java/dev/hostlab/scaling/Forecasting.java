package dev.hostlab.scaling;

import static java.util.Objects.requireNonNull;

/// The settings of predictive scaling.
///
/// Source: EC2 Auto Scaling user guide, "Predictive scaling": at least 24 hours of history, at most 14 days, an hourly
/// forecast, capacity raised at the top of the hour and never lowered, read 2026-11-23.
///
/// @param mode         whether it forecasts, and whether it acts
/// @param historyDays  days that it looks back
/// @param aheadSeconds how long before the hour it acts
public record Forecasting(Mode mode, int historyDays, double aheadSeconds) {

    public static final Forecasting OFF = new Forecasting(Mode.OFF, 14, 0);

    /// What is done with a forecast.
    public enum Mode {
        OFF("off"),
        FORECAST_ONLY("forecast-only"),
        FORECAST_AND_SCALE("forecast-and-scale");

        private final String id;

        Mode(String id) {
            this.id = id;
        }

        /// The name in settings.
        public String id() {
            return id;
        }

        public static Mode of(String id) {
            for (var mode : values()) {
                if (mode.id.equals(id)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("No mode of predictive scaling " + id);
        }
    }

    public Forecasting {
        requireNonNull(mode, "mode");
    }

    public boolean acts() {
        return mode == Mode.FORECAST_AND_SCALE;
    }
}
