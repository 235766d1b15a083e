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
import java.util.List;
import java.util.Map;
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
  @TempDir static Path folder = Path.of("");

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

  @TestFactory
  Stream<DynamicTest> what_we_say_waits_is_what_apt_says_and_what_apt_leaves_undone() {
    Map<String, Scenes.Truth> scenes = new Scenes().all();
    assertTrue(scenes.size() >= 36, scenes.size() + " scenes");
    return scenes.entrySet().stream()
        .map(scene -> DynamicTest.dynamicTest(scene.getKey(), () -> compare(scene.getValue())));
  }

  private static void compare(Scenes.Truth truth) throws Exception {
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
