package porchlight.central.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names this central goes by. A page elsewhere whose name was pointed at this address (DNS
 * rebinding) is not let in; {@code any} when it does not listen on loopback alone.
 */
public record Hosts(Set<String> names, boolean any) {
  /** Whether the name that a browser believes to talk to is one of ours. */
  boolean knows(@Nullable String header) {
    return any || (header != null && names.contains(hostOf(header)));
  }

  /** Whether a host, with its port or without, is declared as one of ours. */
  boolean isNamed(String authority) {
    return names.contains(hostOf(authority));
  }

  private static String hostOf(String header) {
    try {
      String host = URI.create("http://" + header).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
