package dev.hostlab.units.trespass;

import dev.hostlab.cost.Bill;
import dev.hostlab.units.trespass.friend.Friend;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import javafx.scene.Node;
import software.amazon.awssdk.services.pricing.PricingClient;

/// Classes that each break one rule of the architecture on purpose, to show that the rule notices. Nobody uses
/// them.
public final class Trespassers {

    private Trespassers() {}

    static final class UsesLaterPackage {
        boolean isBill(Object thing) {
            return thing instanceof Bill;
        }
    }

    public static final class ClosesCycle {
        boolean isFriend(Object other) {
            return other instanceof Friend;
        }
    }

    static final class ReadsFile {
        boolean isThere(Path path) {
            return Files.exists(path);
        }
    }

    static final class ReadsClock {
        Instant moment() {
            return Instant.now();
        }
    }

    static final class ReadsClockByReference {
        Supplier<Instant> moment() {
            return Instant::now;
        }
    }

    static final class ReadsNanoTime {
        long moment() {
            return System.nanoTime();
        }
    }

    static final class DrawsUnseeded {
        Random source() {
            return new Random();
        }
    }

    static final class FormatsForTheReader {
        String hours(double hours) {
            return "%.1f h".formatted(hours);
        }
    }

    static final class ForgetsOrder {
        Set<String> names() {
            return Set.of("one", "other");
        }
    }

    static final class TakesLogarithm {
        double log(double x) {
            return Math.log(x);
        }
    }

    static final class TakesPowerByReference {
        DoubleUnaryOperator exp() {
            return Math::exp;
        }
    }

    static final class KeepsGlobalState {
        static int visits;
    }

    static final class KnowsSdk {
        String name(PricingClient client) {
            return client.serviceName();
        }
    }

    static final class OpensConnection {
        int port(Socket socket) {
            return socket.getPort();
        }
    }

    static final class ScreenViewModel {
        boolean isShown(Node node) {
            return node.isVisible();
        }
    }
}
