package porchlight.gather.linux.patches.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Patches;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.patches.LinuxPatches;

/** The real pacman on small Arches, judged by it and by us. */
class PacmanLiveTest {
  private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path root = Path.of("");

  private Tools tools = new Tools(root, Map.of());
  private final List<String> repositories = new ArrayList<>();

  @BeforeEach
  void a_root() throws Exception {
    Tools.need("pacman", "pacman-conf", "repo-add", "tar", "xz");
    tools =
        new Tools(
            root,
            Map.of(
                "pacman",
                List.of(
                    "--root=" + root,
                    "--config=" + root + "/etc/pacman.conf",
                    "--dbpath=" + root + "/var/lib/pacman",
                    "--cachedir=" + root + "/var/cache",
                    "--hookdir=" + root + "/hooks",
                    "--logfile=/dev/null",
                    "--noconfirm"),
                "pacman-conf",
                List.of("--config=" + root + "/etc/pacman.conf")));
    tools.write("etc/os-release", "ID=manjaro\nID_LIKE=arch\n");
    Files.createDirectories(root.resolve("var/lib/pacman"));
    Files.createDirectories(root.resolve("var/cache"));
    repository("core", "app", "1.0");
    repository("extra", "tool", "1.0");
  }

  private void configure(String more) throws IOException {
    var text = new StringBuilder("[options]\nArchitecture = auto\nSigLevel = Never\n" + more);
    for (String repository : repositories) {
      text.append("[%s]\nServer = file://%s/repo/%s\n".formatted(repository, root, repository));
    }
    tools.write("etc/pacman.conf", text.toString());
  }

  /** One package in a repository, made at that time for ever. */
  private void repository(String repository, String name, String version) throws IOException {
    if (!repositories.contains(repository)) {
      repositories.add(repository);
    }
    configure("");
    Path folder = Files.createDirectories(root.resolve("repo/" + repository));
    tools.write(
        "build/.PKGINFO",
        "pkgname = %s\npkgver = %s-1\npkgdesc = test\narch = any\nsize = 1\n"
            .formatted(name, version));
    String file = "%s/%s-%s-1-any.pkg.tar.xz".formatted(folder, name, version.replace(":", "_"));
    tools.must("tar", "-C", root + "/build", "-cJf", file, ".PKGINFO");
    tools.must("repo-add", "-q", folder + "/" + repository + ".db.tar.gz", file);
    Files.setLastModifiedTime(folder.resolve(repository + ".db.tar.gz"), FileTime.from(THEN));
  }

  private void install(String... names) {
    var arguments = new ArrayList<>(List.of("-Syy"));
    arguments.addAll(List.of(names));
    tools.must("pacman", arguments.toArray(new String[0]));
  }

  private Patches known() {
    return Readings.known(LinuxPatches.read(tools));
  }

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(tools));
  }

  @Test
  void every_update_waits_because_pacman_knows_no_security() throws Exception {
    install("app", "tool");
    repository("core", "app", "1.1");
    repository("extra", "tool", "1:0.5");
    install();
    assertEquals(
        List.of(
            new Patches.Pending("app", "1.0-1", "1.1-1"),
            new Patches.Pending("tool", "1.0-1", "1:0.5-1")),
        known().pending());
    assertEquals(
        tools.must("pacman", "-Quq").lines().collect(Collectors.toSet()), Set.of("app", "tool"));
    assertTrue(known().manager().startsWith("pacman, which does not tell security"));
  }

  @Test
  void nothing_waits_as_of_the_time_of_the_servers_database() throws Exception {
    install("app", "tool");
    assertEquals(List.of(), known().pending());
    assertEquals(THEN, known().asOf());
  }

  @Test
  void what_was_never_synchronised_is_unknown_though_pacman_says_nothing_waits() throws Exception {
    assertEquals(1, tools.run("pacman", List.of("-Qu")).code());
    unknown(Reason.TOOL_MISSING, "never synchronised the repository core; sudo pacman -Syu");
  }

  @Test
  void a_repository_that_was_never_synchronised_is_unknown() throws Exception {
    install("app", "tool");
    repository("multilib", "other", "1.0");
    unknown(Reason.TOOL_MISSING, "never synchronised the repository multilib");
  }

  @Test
  void an_ignored_package_counts() throws Exception {
    install("app", "tool");
    repository("core", "app", "1.1");
    install();
    configure("IgnorePkg = app\n");
    assertEquals(List.of(new Patches.Pending("app", "1.0-1", "1.1-1")), known().pending());
  }

  @Test
  void another_makers_repository_may_be_old_and_the_systems_own_may_not() throws Exception {
    install("app", "tool");
    repository("other", "thing", "1.0");
    install();
    Path databases = root.resolve("var/lib/pacman/sync");
    Files.setLastModifiedTime(databases.resolve("other.db"), FileTime.from(Instant.EPOCH));
    assertEquals(THEN, known().asOf());
    Files.setLastModifiedTime(databases.resolve("core.db"), FileTime.from(Instant.EPOCH));
    assertEquals(Instant.EPOCH, known().asOf());
  }

  @Test
  void a_spoilt_database_is_not_nothing() throws Exception {
    install("app", "tool");
    tools.write("var/lib/pacman/sync/core.db", "spoilt");
    unknown(Reason.NOT_UNDERSTOOD, "Unrecognized archive format");
  }
}
