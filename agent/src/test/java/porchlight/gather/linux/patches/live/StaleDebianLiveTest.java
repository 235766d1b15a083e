package porchlight.gather.linux.patches.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.patches.LinuxPatches;

/**
 * A real Debian without its security updates: what we say waits is what its own apt says, package
 * by package and version by version.
 */
class StaleDebianLiveTest {
  /** No point release takes its security updates into main any more: some wait at all times. */
  private static final String SUITE = "bookworm";

  private DebianRoot debian = debian();

  private static DebianRoot debian() {
    try {
      return DebianRoot.of(SUITE);
    } catch (RuntimeException skippedOrBroken) {
      throw skippedOrBroken;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @BeforeEach
  void the_security_lists_are_fetched() throws Exception {
    debian.fetchSecurity();
  }

  @AfterAll
  static void nothing_of_it_stays_changed() throws Exception {
    DebianRoot.of(SUITE).restore();
  }

  private Set<String> ours() {
    if (LinuxPatches.read(debian.machine()) instanceof Reading.Known<Patches>(var patches)) {
      var all = new TreeSet<String>();
      patches
          .pending()
          .forEach(one -> all.add(one.name() + " " + one.installed() + " " + one.available()));
      return all;
    }
    throw new AssertionError(LinuxPatches.read(debian.machine()).toString());
  }

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(debian.machine()));
  }

  @Test
  void what_waits_is_what_its_own_apt_says() throws Exception {
    Set<String> apts = debian.aptsOwn("dist-upgrade", true);
    assertFalse(apts.isEmpty(), "nothing waits on an image without security updates");
    assertEquals(apts, ours());
    assertEquals(debian.aptsOwn("dist-upgrade", false), ours(), "main has nothing newer");
    assertTrue(ours().containsAll(debian.aptsOwn("upgrade", true)));
  }

  @Test
  void what_waits_on_a_desktop_is_what_its_own_apt_says() throws Exception {
    debian.restore(); // what it would have been installed from
    int added =
        debian.record("xfce4", "firefox-esr", "thunderbird", "openssh-server", "cups", "git");
    debian.fetchSecurity();
    assertTrue(added >= 300, added + " packages");
    Set<String> apts = debian.aptsOwn("dist-upgrade", true);
    assertTrue(apts.size() >= 5, apts.toString());
    assertEquals(apts, ours());
  }

  @Test
  void what_was_installed_no_longer_waits() throws Exception {
    var some = DebianRoot.names(debian.aptsOwn("upgrade", true)).stream().limit(2).toList();
    assertFalse(some.isEmpty());
    debian.inside("apt-get", "-q", "-y", "--only-upgrade", "install", some.get(0));
    assertFalse(DebianRoot.names(ours()).contains(some.get(0)));
    assertEquals(debian.aptsOwn("dist-upgrade", true), ours());
  }

  @Test
  void lists_are_read_in_every_form_in_which_apt_keeps_them() throws Exception {
    Set<String> plain = ours();
    for (String form : List.of("lz4", "gz", "xz", "zst", "bz2")) {
      for (Path list : debian.securityLists()) {
        Files.delete(list);
      }
      debian.fetchSecurity(
          "-o",
          "Acquire::GzipIndexes=true",
          "-o",
          "Acquire::CompressionTypes::Order::=" + form,
          "-o",
          "Acquire::By-Hash=force");
      List<Path> lists = debian.securityLists();
      assertEquals(1, lists.size(), form);
      String name = String.valueOf(lists.get(0).getFileName());
      assertTrue(name.matches(".*_Packages\\.(lz4|gz|xz|zst|bz2)"), name);
      assertEquals(plain, ours(), name);
    }
  }

  @Test
  void what_is_held_or_pinned_still_waits_for_us_and_not_for_apt() throws Exception {
    Set<String> all = ours();
    String held = DebianRoot.names(all).iterator().next();
    debian.inside("apt-mark", "hold", held);
    assertFalse(DebianRoot.names(debian.aptsOwn("dist-upgrade", true)).contains(held));
    assertEquals(all, ours());
    debian.inside("apt-mark", "unhold", held);
    Files.writeString(
        debian.root.resolve("etc/apt/preferences"),
        "Package: *\nPin: release l=Debian-Security\nPin-Priority: -1\n");
    assertEquals(Set.of(), debian.aptsOwn("dist-upgrade", true));
    assertEquals(all, ours());
  }

  @Test
  void nothing_is_said_where_the_lists_are_not_whole() throws Exception {
    Path list = debian.securityLists().get(0);
    String text = Files.readString(list);
    Files.writeString(list, text.substring(0, text.lastIndexOf("\n\nPackage:") + 2));
    unknown(Reason.NOT_UNDERSTOOD, "bytes long, its Release file says");
    Files.delete(list);
    unknown(Reason.TOOL_MISSING, "apt has no security list for main/binary-amd64/Packages");
    debian.restore();
    unknown(Reason.TOOL_MISSING, "apt has no security list of " + SUITE);
    debian.inside("find", "/var/lib/apt/lists", "-type", "f", "-delete");
    unknown(Reason.TOOL_MISSING, "apt has no security list of " + SUITE);
  }
}
