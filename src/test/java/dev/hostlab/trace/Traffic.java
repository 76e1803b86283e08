package dev.hostlab.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// Made-up requests to be written in the layouts of other programs.
///
/// @param requests in order of time
record Traffic(List<Request> requests) {

    static final Instant START = Instant.parse("2023-11-16T18:17:03.979Z");

    /// One request.
    record Request(Instant at, int input, int output) {}

    /// A minute's requests and tokens.
    record Minute(Instant at, long requests, long input, long output) {}

    /// So many requests, some of them at one time, within a few minutes.
    static Traffic of(int count) {
        var random = new Random(8_819);
        var requests = new ArrayList<Request>();
        var at = START;
        for (var i = 0; i < count; i++) {
            requests.add(new Request(at, 1 + random.nextInt(7_437), 1 + random.nextInt(251)));
            at = at.plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(1_200));
        }
        return new Traffic(requests);
    }

    /// All minutes from the first to the last request, those without any too.
    List<Minute> minutes() {
        var minutes = new TreeMap<Instant, Minute>();
        var last = requests.getLast().at();
        for (var at = START.truncatedTo(ChronoUnit.MINUTES); !at.isAfter(last); at = at.plusSeconds(60)) {
            minutes.put(at, new Minute(at, 0, 0, 0));
        }
        for (var request : requests) {
            minutes.computeIfPresent(
                    request.at().truncatedTo(ChronoUnit.MINUTES),
                    (at, old) -> new Minute(
                            at, old.requests() + 1, old.input() + request.input(), old.output() + request.output()));
        }
        return List.copyOf(minutes.values());
    }

    long input() {
        return requests.stream().mapToLong(Request::input).sum();
    }

    long output() {
        return requests.stream().mapToLong(Request::output).sum();
    }
}
