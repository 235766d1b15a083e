package porchlight.central.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How people come in.
 *
 * @param proxies the addresses of the front ends whose word about a caller is taken
 * @param tls empty where a front end does it, or nothing leaves this machine
 * @param company the sign-in of their company; empty when everybody has an account of central's
 */
public record Front(
    Set<String> proxies, SessionRule sessions, Optional<TlsFiles> tls, Optional<Company> company) {
  /** What holds where nothing is set. */
  public static final Front DEFAULTS =
      new Front(
          Set.of("127.0.0.1", "::1"),
          new SessionRule(Duration.ofHours(1), Duration.ofHours(12)),
          Optional.empty(),
          Optional.empty());
}
