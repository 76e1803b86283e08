package dev.hostlab.pricing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// One way of writing a JSON document, whatever its layout, so that its content has one hash.
///
/// Keys sorted by their UTF-16 units, no blanks, numbers in plain decimal digits without trailing zeros,
/// strings with the shortest escapes and all else as UTF-8. Line ends, indentation and the order of keys do not
/// matter; any digit, letter or key does.
final class CanonicalJson {

    private CanonicalJson() {}

    /// SHA-256 of a document without its own top-level field `without`, in lower-case hexadecimal.
    static String sha256(JsonNode document, String without) {
        var copy = document.deepCopy();
        copy.asObject().remove(without);
        return HexFormat.of().formatHex(digest().digest(text(copy).getBytes(StandardCharsets.UTF_8)));
    }

    static String text(JsonNode node) {
        if (node.isObject()) {
            return node.propertyNames().stream()
                    .sorted()
                    .map(name -> quoted(name) + ":" + text(node.required(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return IntStream.range(0, node.size())
                    .mapToObj(i -> text(node.required(i)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        return node.toString();
    }

    private static String quoted(String text) {
        return StringNode.valueOf(text).toString();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
