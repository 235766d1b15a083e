package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;

/** What names a person or a network in the answers to probes. */
final class ProbeNames {
  static final List<Redaction.Personal> PERSONAL =
      List.of(
          // The page that a portal sends to is often named after the hotel.
          personal("^location https?://([^/:\\s]+)"),
          personal("^json user-portal-url https?://([^/:\\s]+)"),
          // A company's own authority bears its name.
          personal("^(?:subject|issuer) (.+)$"),
          // What a resolver says of itself may hold the customer's number.
          personal("^answer TXT (.+)$"));

  private ProbeNames() {}

  private static Redaction.Personal personal(String pattern) {
    return new Redaction.Personal(Pattern.compile("(?m)" + pattern), "network");
  }
}
