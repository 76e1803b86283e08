package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What clients send, take and put up with.
public final class TrafficParameters {

    public static final Parameter<Double> REQUEST_BYTES = parameter(
            "service.requestBytes",
            2_000.0,
            real(0, 1_000_000_000, "bytes"),
            assumed("headers and a small body"),
            "Bytes that a client sends with a request.");

    public static final Parameter<Double> RESPONSE_BYTES = parameter(
            "service.responseBytes",
            10_000.0,
            real(0, 1_000_000_000, "bytes"),
            assumed("headers and a small JSON document"),
            "Bytes of an answer, without those of its tokens.");

    public static final Parameter<Double> BYTES_PER_OUTPUT_TOKEN = parameter(
            "service.bytesPerOutputToken",
            0.0,
            real(0, 100_000, "bytes"),
            assumed("no tokens; the llm presets take 250 for the framing of server-sent events"),
            "Bytes of an answer for each output token.");

    public static final Parameter<Double> LOG_BYTES_PER_REQUEST = parameter(
            "service.logBytesPerRequest",
            500.0,
            real(0, 10_000_000, "bytes"),
            assumed("one structured line of log"),
            "Bytes of log that a request leaves.");

    public static final Parameter<Double> CLIENT_TIMEOUT_SECONDS = parameter(
            "service.clientTimeoutSeconds",
            10.0,
            seconds(0, 86_400),
            assumed("what many HTTP clients are set to; the service preset may say otherwise"),
            "How long a client waits for its answer; 0 waits for ever.");

    public static final Parameter<Boolean> CANCELS_ABANDONED = parameter(
            "service.cancelsAbandoned",
            false,
            flag(),
            assumed("most frameworks do not notice that a client has gone"),
            "Whether waiting work is dropped whose client has gone; work in a slot goes on.");

    public static final List<Parameter<?>> ALL = List.of(
            REQUEST_BYTES,
            RESPONSE_BYTES,
            BYTES_PER_OUTPUT_TOKEN,
            LOG_BYTES_PER_REQUEST,
            CLIENT_TIMEOUT_SECONDS,
            CANCELS_ABANDONED);

    private TrafficParameters() {}
}
