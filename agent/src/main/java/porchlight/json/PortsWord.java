package porchlight.json;

import java.util.Optional;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;

/** Reads {@code 22/tcp} and {@code 1000-2000/udp}. */
final class PortsWord {
  private PortsWord() {}

  static Optional<Ports> read(String word) {
    int slash = word.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String numbers = word.substring(0, slash);
    int dash = numbers.indexOf('-');
    int first = port(dash < 0 ? numbers : numbers.substring(0, dash));
    int last = dash < 0 ? first : port(numbers.substring(dash + 1));
    for (Protocol protocol : Protocol.values()) {
      if (protocol.word().equals(word.substring(slash + 1)) && first >= 0 && first <= last) {
        return Optional.of(new Ports(protocol, first, last));
      }
    }
    return Optional.empty();
  }

  /** The port, or -1 for what is none. */
  private static int port(String digits) {
    if (digits.isEmpty() || digits.length() > 5) {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      port = port * 10 + digit - '0';
    }
    return port <= 65535 ? port : -1;
  }
}
