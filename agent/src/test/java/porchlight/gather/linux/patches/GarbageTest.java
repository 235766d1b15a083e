package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.gather.linux.Rooted;

/** Files that were cut, garbled or exchanged: never an exception, never fewer that wait. */
class GarbageTest {
  private static final int PACKAGES = 40;
  private static final String PREFIX =
      "var/lib/apt/lists/deb.example_debian-security_dists_bookworm-security_";
  private static final List<String> SOURCES =
      List.of(
          "etc/os-release",
          "var/lib/dpkg/status",
          PREFIX + "InRelease",
          PREFIX + "main_binary-amd64_Packages");

  @TempDir Path root = Path.of("");

  @BeforeEach
  void a_machine_on_which_everything_waits() throws Exception {
    write("etc/os-release", "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
    write("var/lib/dpkg/status", packages("Status: install ok installed\nVersion: 1.0"));
    String list = packages("Version: 1.1");
    write(PREFIX + "main_binary-amd64_Packages", list);
    write(
        PREFIX + "InRelease",
        """
        Origin: Debian
        Label: Debian-Security
        Suite: stable-security
        Codename: bookworm-security
        Date: Sat, 21 Nov 2026 00:53:02 UTC
        SHA256:
         %s %d main/binary-amd64/Packages
        """
            .formatted("e".repeat(64), list.length()));
    assertEquals(PACKAGES, waiting());
  }

  private static String packages(String fields) {
    return IntStream.range(0, PACKAGES)
        .mapToObj(i -> i == 0 ? "dpkg" : "lib" + i)
        .map(
            name -> "Package: %s\n%s\nArchitecture: amd64\nX: %s\n\n".formatted(name, fields, name))
        .collect(Collectors.joining());
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.write(root.resolve(name), bytes);
  }

  /** How many wait; -1 when that is unknown. */
  private int waiting() {
    return switch (LinuxPatches.read(new Rooted(root))) {
      case Reading.Known<Patches>(var patches) -> patches.pending().size();
      case Reading.Unknown<Patches> unknown -> -1;
    };
  }

  @Test
  void a_list_or_status_cut_anywhere_is_unknown_or_as_before() throws Exception {
    var random = new Random(1);
    for (String name : List.of(PREFIX + "main_binary-amd64_Packages", "var/lib/dpkg/status")) {
      byte[] whole = Files.readAllBytes(root.resolve(name));
      for (int i = 0; i < 200; i++) {
        int end = random.nextInt(whole.length);
        write(name, Arrays.copyOf(whole, end));
        boolean betweenPackages =
            name.endsWith("status")
                && new String(whole, 0, end, StandardCharsets.UTF_8).endsWith("\n\n");
        // Nothing tells a status file that ends after one package from one that should go on.
        assertTrue(betweenPackages || waiting() == -1, name + " cut at " + end);
      }
      write(name, whole);
    }
  }

  @Test
  void garbage_of_another_length_in_a_list_is_unknown() throws Exception {
    var random = new Random(2);
    String name = PREFIX + "main_binary-amd64_Packages";
    byte[] whole = Files.readAllBytes(root.resolve(name));
    for (int i = 0; i < 200; i++) {
      int start = random.nextInt(whole.length);
      byte[] junk = new byte[1 + random.nextInt(300)];
      random.nextBytes(junk);
      byte[] bad = Arrays.copyOf(whole, whole.length + junk.length);
      System.arraycopy(junk, 0, bad, start, junk.length);
      write(name, bad);
      assertEquals(-1, waiting());
    }
  }

  @Test
  void random_bytes_anywhere_never_throw() throws Exception {
    var random = new Random(3);
    for (String name : SOURCES) {
      byte[] whole = Files.readAllBytes(root.resolve(name));
      for (int i = 0; i < 200; i++) {
        byte[] bad = whole.clone();
        for (int j = random.nextInt(20); j >= 0; j--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        write(name, bad);
        assertTrue(waiting() <= PACKAGES);
      }
      write(name, whole);
    }
  }

  @Test
  void ten_million_bytes_of_garbage_are_unknown() throws Exception {
    byte[] garbage = new byte[10 << 20];
    new Random(4).nextBytes(garbage);
    byte[] oneLine = new byte[10 << 20];
    Arrays.fill(oneLine, (byte) 'P');
    byte[] manyPackages = "Package: a\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (String name : SOURCES) {
      byte[] whole = Files.readAllBytes(root.resolve(name));
      for (byte[] bad : List.of(garbage, oneLine, manyPackages)) {
        write(name, bad);
        assertEquals(-1, waiting(), name);
      }
      write(name, whole);
    }
  }

  @Test
  void a_pipe_in_place_of_a_list_does_not_hold_us() throws Exception {
    Path list = root.resolve(PREFIX + "main_binary-amd64_Packages");
    Files.delete(list);
    Files.createSymbolicLink(list, Path.of("/dev/zero"));
    assertInstanceOf(Reading.Unknown.class, LinuxPatches.read(new Rooted(root)));
  }
}
