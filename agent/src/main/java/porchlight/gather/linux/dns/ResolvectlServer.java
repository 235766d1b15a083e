package porchlight.gather.linux.dns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;

/** A server as {@code resolvectl} writes it: {@code [2001:db8::1]:853%eth0#dns.example}. */
final class ResolvectlServer {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\[([^\\]%]+)(?:%[^\\]]+)?\\](?::(\\d{1,5}))?|(\\d[\\d.]+)(?::(\\d{1,5}))?|([0-9A-Fa-f:.]+))"
              + "(?:%[^#]+)?(?:#.*)?");

  private ResolvectlServer() {}

  /** Its address without a zone, and the port it is asked at. */
  static Optional<Upstream> of(String word, Transport transport) {
    Matcher m = SHAPE.matcher(word);
    if (!m.matches()) {
      return Optional.empty();
    }
    String address = group(m, 1).or(() -> group(m, 3)).or(() -> group(m, 5)).orElse("");
    int port = group(m, 2).or(() -> group(m, 4)).map(Integer::parseInt).orElse(Upstream.DNS);
    return IpAddress.of(address).map(known -> new Upstream(known, port, transport));
  }

  private static Optional<String> group(Matcher m, int number) {
    return Optional.ofNullable(m.group(number));
  }
}
