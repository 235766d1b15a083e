package porchlight.gather.linux.dns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;

/** A server as {@code resolvectl} writes it: {@code [2001:db8::1]:853%eth0#dns.example}. */
final class ResolvectlServer {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\[([^\\]%]+)(?:%[^\\]]+)?\\](?::\\d+)?|(\\d[\\d.]+)(?::\\d+)?|([0-9A-Fa-f:.]+))"
              + "(?:%[^#]+)?(?:#.*)?");

  private ResolvectlServer() {}

  /** The bare address. */
  static Optional<String> address(String word) {
    Matcher m = SHAPE.matcher(word);
    if (!m.matches()) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      if (m.group(group) != null) {
        return IpAddress.of(m.group(group)).map(IpAddress::text);
      }
    }
    return Optional.empty();
  }
}
