package porchlight.gather.linux.patches.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Patches;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.patches.LinuxPatches;

/** The real dnf 4 on small Fedoras, judged by it and by us. */
class DnfLiveTest {
  private static final Pattern ADVISED = Pattern.compile("\\S+ +\\S+/Sec\\. +(\\S+)-[^-]+-[^-]+");

  @TempDir Path folder = Path.of("");

  private RpmRoot root;

  @BeforeEach
  void a_root() throws Exception {
    Tools.need("dnf", "rpm", "rpmbuild", "createrepo_c", "modifyrepo_c");
    root = new RpmRoot(folder);
    root.install("app", "1.0").install("tool", "1.0").enableForDnf("updates");
  }

  private Patches known() {
    return Readings.known(LinuxPatches.read(root.tools()));
  }

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(root.tools()));
  }

  private Set<String> dnfsOwn() {
    return root.tools()
        .must("dnf", "-q", "-C", "--disableexcludes=all", "updateinfo", "list", "--security")
        .lines()
        .map(ADVISED::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1) + ".noarch")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Patches patches) {
    return patches.pending().stream()
        .map(Patches.Pending::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void updates(String... advisories) throws Exception {
    root.offers("updates", "app", "1.1").offers("updates", "tool", "2.0");
    root.publish("updates", advisories).fetchByDnf();
  }

  @Test
  void a_security_update_waits_and_another_update_does_not_count() throws Exception {
    updates(RpmRoot.advisory("security", "app", "1.1"), RpmRoot.advisory("bugfix", "tool", "2.0"));
    assertEquals(List.of(new Patches.Pending("app.noarch", "1.0-1", "1.1-1")), known().pending());
    assertEquals(Set.of("app.noarch"), dnfsOwn());
    assertEquals("dnf", known().manager());
  }

  @Test
  void other_updates_that_are_said_to_be_none_leave_nothing_waiting() throws Exception {
    updates(RpmRoot.advisory("bugfix", "app", "1.1"));
    assertEquals(List.of(), known().pending());
  }

  @Test
  void nothing_waits_when_all_is_installed() throws Exception {
    root.offers("updates", "app", "1.0").publish("updates").fetchByDnf();
    assertEquals(List.of(), known().pending());
    assertEquals(Set.of(), dnfsOwn());
  }

  @Test
  void a_security_update_that_a_later_one_replaced_still_waits() throws Exception {
    root.offers("updates", "app", "1.2");
    updates(RpmRoot.advisory("security", "app", "1.1"), RpmRoot.advisory("bugfix", "app", "1.2"));
    assertEquals(List.of(new Patches.Pending("app.noarch", "1.0-1", "1.2-1")), known().pending());
  }

  @Test
  void a_security_update_that_comes_under_another_name_waits() throws Exception {
    root.offers("updates", "fresh", "2.0", "Obsoletes: app < 2.0");
    root.publish("updates", RpmRoot.advisory("security", "fresh", "2.0")).fetchByDnf();
    assertEquals(
        List.of(new Patches.Pending("app.noarch", "1.0-1", "fresh.noarch 2.0-1")),
        known().pending());
    root.publish("updates", RpmRoot.advisory("bugfix", "fresh", "2.0")).fetchByDnf();
    assertEquals(List.of(), known().pending());
  }

  @Test
  void a_locked_package_counts() throws Exception {
    root.tools().write("etc/dnf/plugins/versionlock.conf", "[main]\nenabled=1\n");
    updates(RpmRoot.advisory("security", "app", "1.1"));
    assertEquals(Set.of("app.noarch"), names(known()));
  }

  @Test
  void an_excluded_package_counts() throws Exception {
    root.configure("exclude=app*\n");
    updates(RpmRoot.advisory("security", "app", "1.1"));
    assertEquals(Set.of("app.noarch"), names(known()));
  }

  @Test
  void what_was_never_fetched_is_unknown_though_dnf_says_nothing_waits() throws Exception {
    root.offers("updates", "app", "1.1").publish("updates");
    assertEquals(0, root.tools().run("dnf", List.of("-q", "-C", "check-update")).code());
    unknown(Reason.TOOL_MISSING, "");
  }

  @Test
  void a_repository_that_was_never_fetched_leaves_nothing_unknown_and_something_known()
      throws Exception {
    root.offers("updates", "app", "1.0").publish("updates").fetchByDnf();
    root.offers("others", "app", "1.1").publish("others").enableForDnf("others");
    unknown(Reason.TOOL_MISSING, "no metadata of the repository others; sudo dnf makecache");
    root.offers("updates", "app", "1.1");
    root.publish("updates", RpmRoot.advisory("security", "app", "1.1"));
    root.tools().must("dnf", "-q", "makecache", "--refresh", "--disablerepo=others");
    assertEquals(Set.of("app.noarch"), names(known()));
  }

  @Test
  void without_advisories_nothing_is_known() throws Exception {
    root.offers("updates", "app", "1.1").bare("updates").fetchByDnf();
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
  }

  @Test
  void advisories_of_another_maker_say_nothing_of_the_system() throws Exception {
    root.offers("updates", "app", "1.0").bare("updates");
    root.offers("epel", "tool", "1.0").publish("epel").enableForDnf("epel").fetchByDnf();
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
  }

  @Test
  void an_update_from_where_nobody_says_what_it_is_for_is_unknown() throws Exception {
    root.offers("updates", "app", "1.0").publish("updates");
    root.offers("browser", "tool", "2.0").bare("browser").enableForDnf("browser").fetchByDnf();
    unknown(Reason.NOT_SUPPORTED, "an update of tool.noarch waits, and the repository browser");
  }

  @Test
  void what_is_known_is_as_old_as_the_metadata() throws Exception {
    root.offers("updates", "app", "1.0").publish("updates").fetchByDnf();
    Instant then = Instant.parse("2026-08-01T10:00:00Z");
    root.fetchedAt(then);
    assertEquals(then, known().asOf());
    root.fetchByDnf();
    assertTrue(known().asOf().isAfter(then), "dnf looked again, and all was as before");
    root.fetchedAt(then);
    root.offers("others", "x", "1").publish("others").enableForDnf("others");
    root.tools().must("dnf", "-q", "makecache", "--disablerepo=updates");
    assertEquals(then, known().asOf());
  }

  @Test
  void long_names_and_many_packages_are_those_that_dnf_advises() throws Exception {
    var random = new Random(7);
    var advisories = new TreeSet<String>();
    for (int i = 0; i < 25; i++) {
      String name = "lib" + i + "-" + "long-".repeat(random.nextInt(16)) + "x";
      String version = "1." + "20261122".repeat(1 + random.nextInt(4));
      root.install(name, "1.0").offers("updates", name, version);
      if (random.nextBoolean()) {
        advisories.add(RpmRoot.advisory("security", name, version));
      }
    }
    root.publish("updates", advisories.toArray(new String[0])).fetchByDnf();
    assertEquals(advisories.size(), dnfsOwn().size());
    assertTrue(advisories.size() > 5);
    assertEquals(dnfsOwn(), names(known()));
  }

  @Test
  void a_system_that_is_one_image_is_not_read() throws Exception {
    updates(RpmRoot.advisory("security", "app", "1.1"));
    root.tools().write("run/ostree-booted", "");
    unknown(Reason.NOT_SUPPORTED, "updated as one image");
  }
}
