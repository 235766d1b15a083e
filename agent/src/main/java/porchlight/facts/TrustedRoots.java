package porchlight.facts;

import java.util.List;
import java.util.Optional;

/**
 * The certificate authorities that somebody added to those that came with the system: whoever has
 * the key of one can read what goes over TLS.
 *
 * @param unseen what could not be looked into; empty when these are all
 */
public record TrustedRoots(List<Root> added, Optional<Unseen> unseen) {
  public TrustedRoots {
    added = List.copyOf(added);
  }

  /**
   * One of them.
   *
   * @param name of the certificate, or of its file
   * @param where what holds it: a folder, or whose settings trust it
   */
  public record Root(String name, String where) {}
}
