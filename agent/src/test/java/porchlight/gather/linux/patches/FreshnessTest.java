package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Archive NOBLE = new Archive(Archive.Maker.UBUNTU, "noble");
  private static final Optional<Instant> OLD = Optional.of(Instant.parse("2026-08-01T00:00:00Z"));
  private static final Optional<Instant> NEW = Optional.of(Instant.parse("2026-11-21T00:00:00Z"));
  private static final String MAIN = "main/binary-amd64/Packages";
  private static final String UNIVERSE = "universe/binary-amd64/Packages";

  private final Map<Release, Map<String, String>> lists = new HashMap<>();
  private final Map<Release, Map<String, Long>> lengths = new HashMap<>();

  private void has(
      String origin, String suite, Optional<Instant> date, long length, String... paths) {
    String prefix = "mirror" + lists.size() + "_";
    var release = new Release(prefix + "InRelease", prefix, origin, origin, suite, "noble", date);
    var names = new HashMap<String, String>();
    var its = new HashMap<String, Long>();
    for (String path : paths) {
      names.put(path, prefix + path.replace('/', '_'));
      its.put(path, length);
    }
    lists.put(release, names);
    lengths.put(release, its);
  }

  private Optional<Instant> asOf() {
    return Freshness.asOf(NOBLE, new AptLists(lists), lengths);
  }

  @Test
  void subscribers_lists_do_not_make_a_security_list_fresh_that_stands_still() {
    has("Ubuntu", "noble-security", OLD, 9, MAIN);
    has("UbuntuESMApps", "noble-apps-security", NEW, 9, MAIN);
    has("UbuntuESM", "noble-infra-security", NEW, 0, MAIN);
    assertEquals(OLD, asOf());
  }

  @Test
  void they_do_when_they_have_taken_over() {
    has("Ubuntu", "noble-security", OLD, 9, MAIN);
    has("UbuntuESM", "noble-infra-security", NEW, 9, MAIN);
    assertEquals(NEW, asOf());
  }

  @Test
  void one_part_that_stands_still_is_not_excused_by_another() {
    has("Ubuntu", "noble-security", NEW, 9, MAIN);
    has("Ubuntu", "noble-security", OLD, 9, UNIVERSE);
    assertEquals(OLD, asOf());
  }

  @Test
  void of_two_mirrors_of_one_part_the_newer_counts() {
    has("Ubuntu", "noble-security", NEW, 9, MAIN, UNIVERSE);
    has("Ubuntu", "noble-security", OLD, 9, MAIN);
    assertEquals(NEW, asOf());
  }

  @Test
  void a_part_without_a_date_is_of_no_known_day() {
    has("Ubuntu", "noble-security", NEW, 9, MAIN);
    has("Ubuntu", "noble-security", Optional.empty(), 9, UNIVERSE);
    assertEquals(Optional.empty(), asOf());
  }

  @Test
  void a_release_without_lists_has_its_date_all_the_same() {
    has("Ubuntu", "noble-security", NEW, 9);
    has("Ubuntu", "noble-updates", OLD, 9, MAIN);
    assertEquals(NEW, asOf());
  }
}
