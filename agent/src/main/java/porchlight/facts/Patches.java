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
 * @param beside what else brings programs to this laptop and is not judged, each in a few words
 */
public record Patches(String manager, List<Pending> pending, Instant asOf, List<String> beside) {

  public Patches {
    pending = List.copyOf(pending);
    beside = List.copyOf(beside);
  }

  /** With nothing beside. */
  public Patches(String manager, List<Pending> pending, Instant asOf) {
    this(manager, pending, asOf, List.of());
  }

  /** The same with what is beside. */
  public Patches beside(List<String> others) {
    return new Patches(manager, pending, asOf, others);
  }

  /** One package that waits. */
  public record Pending(String name, String installed, String available) {}
}
