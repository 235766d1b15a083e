package porchlight.gather.linux.patches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/**
 * What dnf's and zypper's answers amount to.
 *
 * <p>Found pending is pending, whatever else could not be seen. Nothing pending is only said when
 * every enabled repository was there to say otherwise, the one that brings this system's own
 * security updates among them, and when no update waits of which nobody knows whether it is one.
 *
 * @param manager as the fact names it
 * @param refresh the command that fetches the metadata
 * @param own what the ids of repositories with the system's own security updates look like
 */
record RpmUpdates(String manager, String refresh, Pattern own) {

  Reading<Patches> judge(
      List<Repository> repositories, List<Update> all, List<Patches.Pending> security) {
    var asOf = Repository.oldest(repositories);
    if (asOf.isEmpty()) {
      return missing("has no metadata of any repository");
    }
    Optional<Reading<Patches>> gap = security.isEmpty() ? gap(repositories, all) : Optional.empty();
    return gap.orElseGet(() -> Reading.known(new Patches(manager, security, asOf.get())));
  }

  private Optional<Reading<Patches>> gap(List<Repository> repositories, List<Update> all) {
    for (Repository one : repositories) {
      if (one.asOf().isEmpty()) {
        return Optional.of(missing("has no metadata of the repository " + one.id()));
      }
    }
    if (repositories.stream()
        .noneMatch(one -> one.saysWhichAreSecurity() && own.matcher(one.id()).matches())) {
      return Optional.of(noAdvisories());
    }
    return all.stream()
        .filter(update -> !says(update.repository(), repositories))
        .findFirst()
        .map(update ->
            Reading.unknown(
                Reason.NOT_SUPPORTED,
                manager
                    + ": an update of "
                    + update.name()
                    + " waits, and the repository "
                    + update.repository()
                    + " does not say whether it is a security update"));
  }

  <T> Reading<T> noAdvisories() {
    return Reading.unknown(
        Reason.NOT_SUPPORTED,
        manager
            + ": no enabled repository of the distribution says which updates are security updates");
  }

  private static boolean says(String id, List<Repository> repositories) {
    return repositories.stream().anyMatch(one -> one.id().equals(id) && one.saysWhichAreSecurity());
  }

  private Reading<Patches> missing(String what) {
    return Reading.unknown(Reason.TOOL_MISSING, manager + " " + what + "; " + refresh);
  }
}
