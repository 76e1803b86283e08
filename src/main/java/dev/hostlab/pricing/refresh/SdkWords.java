package dev.hostlab.pricing.refresh;

import dev.hostlab.validation.Issue;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What went wrong between us and AWS, for people: what, and what to do. The SDK's own messages are not passed on,
/// since they may quote a key.
final class SdkWords {

    private static final String AGAIN = "Try again later; nothing was changed.";
    private static final String LOG_IN =
            "Log in again (`aws sso login`, or new keys) and check `aws sts get-caller-identity`.";

    private SdkWords() {}

    static Issue issue(String service, SdkException problem) {
        if (problem instanceof AwsServiceException answer) {
            return answered(service, answer);
        }
        if (problem instanceof ApiCallTimeoutException || problem instanceof ApiCallAttemptTimeoutException) {
            return of(service, "AWS did not answer in time, several times.", AGAIN);
        }
        if (isAbout(problem, "credentials")) {
            return of(
                    "credentials",
                    "There are no AWS credentials.",
                    "Give some as for the AWS CLI (environment, profile, SSO); reading prices needs"
                            + " pricing:GetProducts, ListPriceLists and GetPriceListFileUrl.");
        }
        if (isAbout(problem, "unable to unmarshall") || isAbout(problem, "unable to parse")) {
            return of(
                    service,
                    "What answered did not speak the price list's language.",
                    "Check for a proxy or a log-in page between you and AWS; nothing was changed.");
        }
        return of(
                service,
                "AWS cannot be reached: " + cause(problem) + ".",
                "Check the network or the proxy, then try again; nothing was changed.");
    }

    /// The root of a network problem in words.
    static String cause(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            var words = words(each);
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "the connection failed";
    }

    private static String words(Throwable problem) {
        return switch (problem) {
            case UnknownHostException _ -> "its name is not known here (DNS)";
            case SocketTimeoutException _ -> "no answer in time";
            case SSLException _ -> "there is no trusted encrypted connection (TLS)";
            case java.net.ConnectException _ -> "the connection was refused";
            case java.io.EOFException _ -> "the connection broke off";
            default -> "";
        };
    }

    private static Issue answered(String service, AwsServiceException answer) {
        var code = answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
        if (answer.isThrottlingException()) {
            return of(service, "AWS asked us to slow down, several times.", "Wait a minute, then try again.");
        }
        if (code.startsWith("ExpiredToken")) {
            return of("credentials", "The AWS credentials have expired.", LOG_IN);
        }
        if (code.startsWith("UnrecognizedClient")
                || code.startsWith("InvalidSignature")
                || code.startsWith("InvalidClient")) {
            return of("credentials", "AWS does not accept these credentials (" + code + ").", LOG_IN);
        }
        if (code.startsWith("AccessDenied")) {
            return of(
                    "credentials",
                    "These credentials may not read prices.",
                    "Allow pricing:GetProducts, pricing:ListPriceLists and pricing:GetPriceListFileUrl.");
        }
        var status = answer.statusCode();
        return of(
                service,
                "AWS answered with an error: HTTP " + status + (code.isEmpty() ? "" : ", " + code) + ".",
                AGAIN);
    }

    private static boolean isAbout(Throwable problem, String words) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static Issue of(String where, String problem, String advice) {
        return new Issue(where, problem, advice);
    }
}
