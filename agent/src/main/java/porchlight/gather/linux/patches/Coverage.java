package porchlight.gather.linux.patches;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether there is a security list for every part of the archive that packages came from. */
final class Coverage {
  private static final String FLAT = "Packages";

  private Coverage() {}

  /**
   * The path of a security list that should be there and is not: for the main part in each
   * architecture installed, and for every other part that apt fetches of the release itself.
   */
  static Optional<String> gap(
      Archive archive,
      AptLists lists,
      Installed installed,
      Map<Release, Map<String, Long>> stated) {
    Set<String> there = paths(lists, archive::isBase);
    Map<String, Long> lengths = new HashMap<>();
    stated.forEach((release, its) -> {
      if (archive.isBase(release)) {
        its.forEach((path, length) -> lengths.merge(path, length, Math::max));
      }
    });
    if (there.contains(FLAT)) {
      return Optional.empty();
    }
    Set<String> parts = paths(lists, archive::isOrigin);
    for (String architecture : installed.architectures()) {
      String end = "/binary-" + architecture + "/" + FLAT;
      String main = "main" + end;
      if (!there.contains(main) && lengths.getOrDefault(main, 1L) > 0) {
        return Optional.of(main);
      }
      for (String part : parts) {
        // A part that the security archive does not have, or has empty, is not missing.
        if (part.endsWith(end) && !there.contains(part) && lengths.getOrDefault(part, 0L) > 0) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> paths(AptLists lists, Predicate<Release> wanted) {
    Set<String> paths = new TreeSet<>();
    lists
        .byRelease()
        .forEach((release, itsLists) -> {
          if (wanted.test(release)) {
            paths.addAll(itsLists.keySet());
          }
        });
    return paths;
  }
}
