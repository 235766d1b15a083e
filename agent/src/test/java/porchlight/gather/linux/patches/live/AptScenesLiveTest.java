package porchlight.gather.linux.patches.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.gather.linux.patches.LinuxPatches;
import porchlight.machine.SystemFolders;

/** Small Debians and Ubuntus, judged by the real apt and by us. */
class AptScenesLiveTest {
  private static final String UBUNTU = "ID=ubuntu\nVERSION_ID=24.04\nVERSION_CODENAME=noble\n";

  private static final String MINT =
      """
      ID=linuxmint
      ID_LIKE="ubuntu debian"
      VERSION_ID=22.1
      VERSION_CODENAME=xia
      UBUNTU_CODENAME=noble
      """;

  @TempDir static Path folder = Path.of("");

  /** What is in the scene. */
  private interface Scene {
    void build(AptRoot root) throws IOException;
  }

  /**
   * @param pending what waits in truth
   * @param beyondApt those of them that apt would not install now, or not from a security list
   */
  private record Truth(Scene scene, Set<String> pending, Set<String> beyondApt) {}

  private final Map<String, Truth> scenes = new LinkedHashMap<>();

  @BeforeAll
  static void a_signing_key() throws Exception {
    for (String program : List.of("apt-get", "gpg", "gpgv")) {
      assumeTrue(SystemFolders.find(program).isPresent(), "no " + program + " here");
    }
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Path trusted = Files.createDirectory(keys.resolve("trusted"));
    gpg(keys, "--quick-gen-key", "Test <test@example.invalid>", "rsa2048", "sign", "never");
    gpg(keys, "--export", "-o", trusted.resolve("test.gpg").toString());
  }

  @AfterAll
  static void no_agent_is_left() throws Exception {
    if (Files.exists(folder.resolve("keys"))) {
      start(folder.resolve("keys"), List.of("gpgconf", "--kill", "all"));
    }
  }

  private static void gpg(Path keys, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("gpg", "--batch", "--yes", "--passphrase", ""));
    command.addAll(List.of(arguments));
    start(keys, command);
  }

  private static void start(Path keys, List<String> command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GNUPGHOME", keys.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private void same(String name, Set<String> pending, Scene scene) {
    scenes.put(name, new Truth(scene, pending, Set.of()));
  }

  private void beyond(String name, Set<String> pending, Set<String> beyondApt, Scene scene) {
    scenes.put(name, new Truth(scene, pending, beyondApt));
  }

  private void versions(String name, String installed, String security, boolean pending) {
    same(
        name,
        pending ? Set.of("foo") : Set.of(),
        root -> {
          root.installed("foo", installed, "amd64").main().has("foo", "0.1", "amd64");
          root.security().has("foo", security, "amd64");
        });
  }

  private void debian() {
    versions("an update", "1.0-1", "1.0-1+deb12u1", true);
    versions("the same", "1.0-1", "1.0-1", false);
    versions("older than installed", "1.0-2", "1.0-1+deb12u9", false);
    versions("a higher epoch", "9.0", "1:1.0", true);
    versions("a lower epoch", "1:1.0", "9.0", false);
    versions("from a preview", "1.0~rc1-1", "1.0-1", true);
    versions("to a preview", "1.0", "1.0~deb12u1", false);
    versions("a backport before", "1.0-1~bpo12+1", "1.0-1", true);
    versions("rebuilt", "1.0-1+b1", "1.0-1+deb12u1", true);
    versions("rebuilt after", "1.0-1+deb12u1+b1", "1.0-1+deb12u1", false);
    versions("long numbers", "20230311+deb12u1", "20250419~deb12u2", true);
    same(
        "only in the main archive",
        Set.of(),
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.1", "amd64");
          root.security().has("bar", "1.1", "amd64");
        });
    same(
        "the same version in both",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.1", "amd64");
          root.security().has("foo", "1.1", "amd64");
        });
    beyond(
        "newer in the main archive, and fixed before",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.2", "amd64");
          root.security().has("foo", "1.1", "amd64");
        });
    same(
        "newer in the main archive, fixed already",
        Set.of(),
        root -> {
          root.installed("foo", "1.1", "amd64").main().has("foo", "1.2", "amd64");
          root.security().has("foo", "1.1", "amd64");
        });
    same(
        "two versions in one list",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.1", "amd64").main().has("bar", "1", "amd64");
          root.security().has("foo", "1.1", "amd64").has("foo", "1.2", "amd64");
        });
    beyond(
        "held",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64", "hold ok installed").main();
          root.security().has("foo", "1.1", "amd64");
        });
    beyond(
        "pinned away",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main().has("foo", "1.0", "amd64");
          root.security().has("foo", "1.1", "amd64");
          root.preferences("Package: *\nPin: release l=Debian-Security\nPin-Priority: -1\n");
        });
    beyond(
        "kept back",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64", "Depends: nowhere");
        });
    same(
        "with a new dependency",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64", "Depends: new").has("new", "1", "amd64");
        });
    same(
        "removed but for its settings",
        Set.of(),
        root -> {
          root.installed("foo", "1.0", "amd64", "deinstall ok config-files").main();
          root.security().has("foo", "1.1", "amd64");
        });
    same(
        "unpacked and not set up",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64", "install ok unpacked").main();
          root.security().has("foo", "1.1", "amd64");
        });
    same(
        "from elsewhere and newer",
        Set.of(),
        root -> {
          root.installed("foo", "2.0", "amd64").main();
          root.security().has("foo", "1.1", "amd64");
          root.archive("vendor", "Vendor", "Vendor", "any", "any").has("foo", "2.1", "amd64");
        });
  }

  private void architectures() {
    same(
        "two architectures",
        Set.of("foo", "foo:i386"),
        root -> {
          root.installed("foo", "1.0", "amd64").installed("foo", "1.0", "i386").main();
          root.security().has("foo", "1.1", "amd64").has("foo", "1.1", "i386");
        });
    same(
        "the foreign one only",
        Set.of("bar:i386"),
        root -> {
          root.installed("foo", "1.0", "amd64").installed("bar", "1.0", "i386").main();
          root.security().has("foo", "1.0", "amd64").has("bar", "1.1", "i386");
        });
    same(
        "for any architecture",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "all").main();
          root.security().has("foo", "1.1", "all");
        });
    same(
        "from one to any architecture",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64").main();
          root.security().has("foo", "1.1", "all");
        });
    same(
        "a part that is empty in the security archive",
        Set.of("foo"),
        root -> {
          root.installed("foo", "1.0", "amd64");
          root.main().hasIn("contrib", "bar", "1", "amd64");
          root.security().has("foo", "1.1", "amd64").hasEmpty("contrib");
        });
  }

  private void ubuntu() {
    beyond(
        "Ubuntu, in security, and held back by the phase of the same version in updates",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("foo", "1.1", "amd64");
          noble(root, "-updates").has("foo", "1.1", "amd64", "Phased-Update-Percentage: 0");
        });
    same(
        "Ubuntu, security and updates alike",
        Set.of("foo"),
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("foo", "1.1", "amd64");
          noble(root, "-updates").has("foo", "1.1", "amd64");
        });
    same(
        "Ubuntu, only in updates and phased",
        Set.of(),
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("bar", "1.1", "amd64");
          noble(root, "-updates").has("foo", "1.1", "amd64", "Phased-Update-Percentage: 0");
        });
    beyond(
        "Ubuntu, newer in updates, and fixed before",
        Set.of("foo"),
        Set.of("foo"),
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("foo", "1.1", "amd64");
          noble(root, "-updates").has("foo", "1.2", "amd64");
        });
    same(
        "Ubuntu for subscribers",
        Set.of("foo"),
        root -> {
          root.system(UBUNTU);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("bar", "1.1", "amd64");
          root.archive("esm", "UbuntuESMApps", "UbuntuESMApps", "noble-apps-security", "noble")
              .has("foo", "1.1~esm1", "amd64");
        });
    same(
        "Mint made from Ubuntu",
        Set.of("foo"),
        root -> {
          root.system(MINT);
          root.installed("foo", "1.0", "amd64");
          noble(root, "-security").has("foo", "1.1", "amd64");
          root.archive("mint", "linuxmint", "linuxmint", "xia", "xia").has("bar", "1", "amd64");
        });
  }

  private static AptRoot.Archive noble(AptRoot root, String pocket) {
    return root.archive("noble" + pocket, "Ubuntu", "Ubuntu", "noble" + pocket, "noble");
  }

  @TestFactory
  Stream<DynamicTest> what_we_say_waits_is_what_apt_says_and_what_apt_leaves_undone() {
    debian();
    architectures();
    ubuntu();
    assertTrue(scenes.size() >= 30, scenes.size() + " scenes");
    return scenes.entrySet().stream()
        .map(scene -> DynamicTest.dynamicTest(scene.getKey(), () -> compare(scene.getValue())));
  }

  private static void compare(Truth truth) throws Exception {
    AptRoot root = root();
    truth.scene().build(root);
    root.update();
    var apts = new TreeSet<>(root.aptsOwn());
    apts.addAll(truth.beyondApt());
    var known = (Reading.Known<Patches>) LinuxPatches.read(root.machine());
    var ours = new TreeSet<String>();
    known.value().pending().forEach(one -> ours.add(one.name()));
    assertEquals(new TreeSet<>(truth.pending()), ours, "ours");
    assertEquals(new TreeSet<>(truth.pending()), apts, "apt's");
    assertEquals(Instant.parse("2026-11-21T00:53:02Z"), known.value().asOf());
  }

  private static AptRoot root() throws IOException {
    return new AptRoot(Files.createTempDirectory(folder, "root"), folder.resolve("keys"));
  }

  @Test
  void a_list_that_was_cut_between_packages_is_unknown() throws Exception {
    AptRoot root = root();
    root.installed("foo", "1.0", "amd64").installed("zoo", "1.0", "amd64");
    root.security().has("foo", "1.0", "amd64").has("zoo", "1.1", "amd64");
    root.update();
    Path list = root.list("_Packages");
    String text = Files.readString(list);
    Files.writeString(list, text.substring(0, text.indexOf("Package: zoo")));
    assertTrue(LinuxPatches.read(root.machine()) instanceof Reading.Unknown<Patches>);
  }

  @Test
  void parts_without_their_security_list_are_unknown() throws Exception {
    AptRoot root = root();
    root.installed("foo", "1.0", "amd64");
    root.main().has("foo", "1.0", "amd64").hasIn("contrib", "bar", "1", "amd64");
    root.security().has("foo", "1.0", "amd64").hasIn("contrib", "bar", "1", "amd64");
    root.update();
    Files.delete(root.list("security_contrib_binary-amd64_Packages"));
    assertEquals(
        "apt has no security list for contrib/binary-amd64/Packages",
        ((Reading.Unknown<Patches>) LinuxPatches.read(root.machine())).detail());
  }

  @Test
  void an_architecture_without_its_security_list_is_unknown() throws Exception {
    AptRoot root = root();
    root.installed("foo", "1.0", "amd64").installed("bar", "1.0", "i386");
    root.security().has("foo", "1.0", "amd64");
    root.update();
    assertTrue(LinuxPatches.read(root.machine()) instanceof Reading.Unknown<Patches>);
  }

  @Test
  void a_list_of_another_release_that_has_something_newer_is_unknown() throws Exception {
    AptRoot root = root();
    root.installed("foo", "1.0", "amd64");
    root.security().has("foo", "1.0", "amd64");
    root.archive("next", "Debian", "Debian-Security", "testing-security", "trixie-security")
        .has("foo", "1.1", "amd64");
    root.update();
    assertTrue(LinuxPatches.read(root.machine()) instanceof Reading.Unknown<Patches>);
  }
}
