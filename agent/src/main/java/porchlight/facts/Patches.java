package porchlight.facts;

import java.time.Instant;
import java.util.List;

/**
 * Security updates that wait to be installed, as the package manager knows them.
 *
 * @param manager {@code apt}, {@code dnf}, {@code dnf5}, {@code zypper}, or {@code pacman} with the
 *     remark that it does not tell security updates from others, so that all are here
 * @param pending the packages with a security update, sorted; those that are held or cannot be
 *     installed now as well
 * @param asOf with apt, when the distribution made the newest of the lists that say so, by its own
 *     signed word: what happened later cannot be known, however lately the lists were fetched; with
 *     pacman, when the server made them; with the others, when the least lately checked repository
 *     was found to have still what lies here
 */
public record Patches(String manager, List<Pending> pending, Instant asOf) {

  public Patches {
    pending = List.copyOf(pending);
  }

  /** One package that waits. */
  public record Pending(String name, String installed, String available) {}
}
