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
 * @param codesFor the words of the roles that sign in here with one-time codes or not at all
 */
public record Front(
    Set<String> proxies,
    SessionRule sessions,
    Optional<TlsFiles> tls,
    Optional<Company> company,
    Set<String> codesFor) {
  /** What holds where nothing is set. */
  public static final Front DEFAULTS =
      new Front(
          Set.of("127.0.0.1", "::1"),
          new SessionRule(Duration.ofHours(1), Duration.ofHours(12)),
          Optional.empty(),
          Optional.empty(),
          Set.of());

  /** The same with other front ends. */
  public Front withProxies(Set<String> others) {
    return new Front(Set.copyOf(others), sessions, tls, company, codesFor);
  }

  /** The same with another rule for sessions. */
  public Front withSessions(SessionRule other) {
    return new Front(proxies, other, tls, company, codesFor);
  }

  /** The same with TLS of central's own. */
  public Front withTls(TlsFiles files) {
    return new Front(proxies, sessions, Optional.of(files), company, codesFor);
  }

  /** The same with the sign-in of a company. */
  public Front withCompany(Company other) {
    return new Front(proxies, sessions, tls, Optional.of(other), codesFor);
  }

  /** The same with one-time codes for these roles. */
  public Front withCodesFor(Set<String> roles) {
    return new Front(proxies, sessions, tls, company, Set.copyOf(roles));
  }
}
