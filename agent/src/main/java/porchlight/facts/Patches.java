package porchlight.facts;

import java.time.Instant;
import java.util.List;

/**
 * Security updates that wait to be installed, as the package manager knows them.
 *
 * @param manager {@code apt}
 * @param pending the packages with a security update, sorted
 * @param asOf when the lists that say so were made by the distribution, oldest of the security
 *     lists first to count: what happened later cannot be known
 */
public record Patches(String manager, List<Pending> pending, Instant asOf) {

  public Patches {
    pending = List.copyOf(pending);
  }

  /** One package that waits. */
  public record Pending(String name, String installed, String available) {}
}
