package porchlight.facts;

import java.util.List;
import java.util.Optional;

/**
 * The proxies that programs of this laptop are told to go through.
 *
 * @param unseen what could not be looked into; empty when these are all
 */
public record Proxy(List<Setting> settings, Optional<Unseen> unseen) {

  public Proxy {
    settings = List.copyOf(settings);
  }

  /**
   * One of them.
   *
   * @param where the program's settings, or the file
   * @param person whose setting it is; empty when it is everybody's
   */
  public record Setting(String where, String person, Way way) {}

  /** How it is told. */
  public sealed interface Way {
    /** By its name or address; {@code port} is 0 when it is not told. */
    record Fixed(String host, int port) implements Way {}

    /**
     * A script says for each address (PAC).
     *
     * @param scheme how it is fetched: {@code https}
     * @param host where from; empty when it lies on this laptop
     */
    record Script(String scheme, String host) implements Way {}

    /** Whoever runs the network names a script (WPAD). */
    record Discovered() implements Way {}
  }
}
