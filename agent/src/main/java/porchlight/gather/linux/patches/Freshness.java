package porchlight.gather.linux.patches;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of which day the security lists speak, by the dates in the Release files they belong to. */
final class Freshness {
  private Freshness() {}

  /**
   * The date of the oldest part of the security archive, each part as of the newest list of it: a
   * mirror that stands still is not excused by another part that moves. Empty when one has no date.
   *
   * <p>Ubuntu's list for subscribers takes over when the usual one has ended and only then has
   * anything in it; until then its date says nothing of the usual one.
   */
  static Optional<Instant> asOf(
      Archive archive, AptLists lists, Map<Release, Map<String, Long>> lengths) {
    List<Release> extended =
        lists.byRelease().keySet().stream()
            .filter(archive::isSuccessor)
            .filter(release -> hasAny(lists, release, lengths.getOrDefault(release, Map.of())))
            .toList();
    Map<String, Optional<Instant>> newest = new HashMap<>();
    lists
        .byRelease()
        .forEach((release, itsLists) -> {
          if (archive.isBase(release)) {
            // One without any list still has a date to be told beside what is missing.
            itsLists.keySet().forEach(path -> newest.merge(path, release.date(), Freshness::newer));
            newest.merge("", release.date(), Freshness::newer);
          }
        });
    if (newest.size() > 1) {
      newest.remove("");
    }
    if (newest.containsValue(Optional.<Instant>empty())) {
      return Optional.empty();
    }
    Optional<Instant> base =
        newest.values().stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    return extended.stream().map(Release::date).reduce(base, Freshness::newer);
  }

  private static boolean hasAny(AptLists lists, Release release, Map<String, Long> lengths) {
    return lists.byRelease().getOrDefault(release, Map.of()).keySet().stream()
        .anyMatch(path -> lengths.getOrDefault(path, 0L) > 0);
  }

  private static Optional<Instant> newer(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && one.get().isBefore(other.get())) ? other : one;
  }
}
