package porchlight.facts;

import java.time.Instant;
import java.util.List;

/**
 * Security updates that wait to be installed, as the package manager knows them.
 *
 * @param manager {@code apt}
 * @param pending the packages with a security update, sorted; those that are held or cannot be
 *     installed now as well
 * @param asOf when the distribution made the newest of the lists that say so, by its own signed
 *     word: what happened later cannot be known, however lately the lists were fetched
 */
public record Patches(String manager, List<Pending> pending, Instant asOf) {

  public Patches {
    pending = List.copyOf(pending);
  }

  /** One package that waits. */
  public record Pending(String name, String installed, String available) {}
}
