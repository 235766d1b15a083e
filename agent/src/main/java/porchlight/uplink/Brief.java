package porchlight.uplink;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.json.PolicyStamp;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * A report's signed headers in one, and central's receipt in one: what {@code config/protocol.md}
 * fixes anyway is left out, and central writes it out again before it verifies. The signature is
 * the same.
 */
final class Brief {
  static final String NAME = "Porchlight";

  private static final int POLICY_FROM = "sha256:".length();
  private static final int POLICY_TO = POLICY_FROM + 16;

  private Brief() {}

  /**
   * The value of the one header.
   *
   * @param policy which one central named last
   */
  static String of(Map<String, String> headers, Optional<PolicyStamp> policy) {
    String input = value(headers, "Signature-Input");
    String signature = between(value(headers, "Signature"), "porchlight=:", ":");
    return String.join(
        " ",
        between(input, ";created=", ";"),
        between(input, ";nonce=\"", "\""),
        between(input, ";keyid=\"", "\""),
        signature.replace('+', '-').replace('/', '_').replace("=", ""),
        value(headers, "Idempotency-Key"),
        policy.map(stamp -> stamp.digest().substring(POLICY_FROM, POLICY_TO)).orElse("-"));
  }

  /**
   * The receipt that central has left out, when those words are one for that very request.
   *
   * @param headers of the request
   * @param policy which one the request named
   */
  static Optional<String> receipt(
      String words, Map<String, String> headers, Optional<PolicyStamp> policy) {
    var said = Receipt.FORM.matcher(words);
    String nonce = between(value(headers, "Signature-Input"), ";nonce=\"", "\"");
    if (!said.matches() || !said.group(1).equals(nonce)) {
      return Optional.empty();
    }
    var receipt =
        new JsonObject()
            .put("report", value(headers, "Idempotency-Key"))
            .put("stored", true)
            .put("fullWanted", false)
            .put("nextReportSeconds", Long.parseLong(said.group(2)))
            .put("serverTime", Instant.ofEpochMilli(Long.parseLong(said.group(3))).toString());
    policy.ifPresent(stamp -> receipt.put("policy", stamp.json()));
    return Optional.of(JsonText.compact(receipt.build()));
  }

  /** Made only where one comes. */
  private static final class Receipt {
    static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22,64}) (\\d{1,6}) (\\d{1,15})");
  }

  private static String value(Map<String, String> headers, String name) {
    return Objects.requireNonNull(headers.get(name), name);
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }
}
