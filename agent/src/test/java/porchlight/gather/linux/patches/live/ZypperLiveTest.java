package porchlight.gather.linux.patches.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Patches;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.patches.LinuxPatches;

/** The real zypper on small openSUSEs, judged by it and by us. */
class ZypperLiveTest {
  @TempDir Path folder = Path.of("");

  private RpmRoot root;

  @BeforeEach
  void a_root() throws Exception {
    Tools.need("zypper", "rpm", "rpmbuild", "createrepo_c", "modifyrepo_c");
    root = new RpmRoot(folder);
    root.install("app", "1.0").install("tool", "1.0");
  }

  private Patches known() {
    return Readings.known(LinuxPatches.read(root.tools()));
  }

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(root.tools()));
  }

  /** The second column of its table. */
  private Set<String> zyppersOwn() {
    return root.tools()
        .must("zypper", "-q", "--no-refresh", "list-patches", "--category", "security")
        .lines()
        .filter(line -> line.contains("| security |"))
        .map(line -> line.split("\\|", -1)[1].strip())
        .collect(Collectors.toSet());
  }

  private void updates(String... advisories) throws Exception {
    root.offers("repo-update", "app", "1.1").offers("repo-update", "tool", "2.0");
    root.publish("repo-update", advisories).enableForZypper("repo-update").fetchByZypper();
  }

  @Test
  void a_security_patch_waits_and_another_does_not_count() throws Exception {
    updates(RpmRoot.advisory("security", "app", "1.1"), RpmRoot.advisory("bugfix", "tool", "2.0"));
    assertEquals(
        List.of(new Patches.Pending("TEST-app-1.1", "not installed", "patch 1")),
        known().pending());
    assertEquals(Set.of("TEST-app-1.1"), zyppersOwn());
  }

  @Test
  void two_security_patches_wait() throws Exception {
    updates(
        RpmRoot.advisory("security", "app", "1.1"), RpmRoot.advisory("security", "tool", "2.0"));
    assertEquals(
        zyppersOwn(),
        known().pending().stream().map(Patches.Pending::name).collect(Collectors.toSet()));
    assertEquals(2, zyppersOwn().size());
  }

  @Test
  void other_patches_that_are_said_to_be_none_leave_nothing_waiting() throws Exception {
    updates(RpmRoot.advisory("bugfix", "app", "1.1"), RpmRoot.advisory("bugfix", "tool", "2.0"));
    assertEquals(List.of(), known().pending());
    assertEquals(Set.of(), zyppersOwn());
  }

  @Test
  void nothing_waits_when_all_is_installed() throws Exception {
    root.offers("repo-update", "app", "1.0");
    root.publish("repo-update", RpmRoot.advisory("security", "app", "1.0"));
    root.enableForZypper("repo-update").fetchByZypper();
    assertEquals(List.of(), known().pending());
  }

  @Test
  void what_was_never_fetched_is_unknown_and_is_not_fetched() throws Exception {
    root.offers("repo-update", "app", "1.1");
    root.publish("repo-update", RpmRoot.advisory("security", "app", "1.1"));
    root.enableForZypper("repo-update");
    unknown(Reason.TOOL_MISSING, "sudo zypper refresh");
    assertFalse(Files.exists(folder.resolve("var/cache/zypp/raw/repo-update/repodata")));
  }

  @Test
  void without_repositories_nothing_is_known() throws Exception {
    root.tools().write("etc/os-release", "ID=sles\nID_LIKE=suse\n");
    unknown(Reason.TOOL_MISSING, "no enabled repository");
  }

  @Test
  void a_rolling_release_without_advisories_is_unknown() throws Exception {
    root.offers("repo-oss", "app", "1.1").bare("repo-oss");
    root.enableForZypper("repo-oss").fetchByZypper();
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
  }

  @Test
  void a_list_of_advisories_with_none_in_it_says_nothing() throws Exception {
    root.offers("repo-update", "app", "1.0").publish("repo-update");
    root.enableForZypper("repo-update").fetchByZypper();
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
  }

  @Test
  void an_update_from_where_nobody_says_what_it_is_for_is_unknown() throws Exception {
    root.offers("repo-update", "app", "1.0")
        .publish("repo-update", RpmRoot.advisory("security", "app", "1.0"))
        .enableForZypper("repo-update");
    root.offers("packman", "tool", "2.0").bare("packman").enableForZypper("packman");
    root.fetchByZypper();
    unknown(Reason.NOT_SUPPORTED, "an update of tool waits, and the repository packman");
  }

  @Test
  void what_is_known_is_as_old_as_the_metadata() throws Exception {
    root.offers("repo-update", "app", "1.0");
    root.publish("repo-update", RpmRoot.advisory("security", "app", "1.0"));
    root.enableForZypper("repo-update").fetchByZypper();
    Instant then = Instant.parse("2026-08-01T10:00:00Z");
    root.fetchedAt(then);
    assertEquals(then, known().asOf());
    root.fetchByZypper();
    assertTrue(known().asOf().isAfter(then), "zypper looked again, and all was as before");
  }

  @Test
  void a_lock_that_another_program_holds_is_no_answer() throws Exception {
    updates(RpmRoot.advisory("security", "app", "1.1"));
    Path shell = Files.copy(Path.of("/bin/sleep"), folder.resolve("zypper"));
    Process other = new ProcessBuilder(shell.toString(), "60").start();
    try {
      root.tools().write("run/zypp.pid", other.pid() + "\n");
      unknown(Reason.TIMED_OUT, "another program holds its lock");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }
}
