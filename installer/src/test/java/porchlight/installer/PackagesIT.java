package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages as files: what distributions' own critics say of them, their weight, their bytes.
 */
class PackagesIT {
  private static final long MOST_BYTES = 24_000_000;
  private static final long MOST_BYTES_OF_MSI = 34_000_000;
  private static final int LONGEST_SECONDS = 1500;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsThePackages() {
    assumeTrue(
        Files.exists(PackagedLaptop.PACKAGES.resolve("SHA256SUMS")),
        "no packages: mvn -Ppackages package");
  }

  private static void says(int code, String... command) throws Exception {
    var ended = Built.run(List.of(command), Map.of(), LONGEST_SECONDS);
    assertEquals(code, ended.code(), String.join(" ", command) + "\n" + ended.out() + ended.err());
  }

  private static void needs(String program) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/" + program)), "needs " + program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_amd64.deb", "_arm64.deb"})
  void lintian_finds_nothing(String ending) throws Exception {
    needs("lintian");
    says(
        0,
        "lintian",
        "--allow-root",
        "--fail-on",
        "error,warning",
        PackagedLaptop.built(ending).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {".x86_64.rpm", ".aarch64.rpm"})
  void rpmlint_finds_nothing(String ending) throws Exception {
    needs("rpmlint");
    says(
        0,
        "rpmlint",
        "--strict",
        "-c",
        "src/linux/rpm/rpmlint.toml",
        PackagedLaptop.built(ending).toString());
  }

  @Test
  void shellcheck_finds_nothing_in_what_runs_as_root() throws Exception {
    needs("shellcheck");
    var scripts = new ArrayList<>(List.of("shellcheck", "-s", "sh"));
    for (String name : List.of("take-token", "installed", "leaving", "forget-prepared")) {
      scripts.add("src/linux/" + name);
    }
    for (String name : List.of("postinst", "prerm", "postrm")) {
      scripts.add("src/linux/deb/" + name);
    }
    says(0, scripts.toArray(String[]::new));
    says(
        0,
        "bash",
        "-euc",
        "rpm -qp --scripts \"$1\" | sed '/scriptlet (using/d' | shellcheck -s sh -e SC2317 -",
        "bash",
        PackagedLaptop.built(PackagedLaptop.RPM).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"_amd64.deb", "_arm64.deb"})
  void the_deb_is_light(String ending) throws Exception {
    long bytes = Files.size(PackagedLaptop.built(ending));
    System.out.printf("…%s: %.1f MB%n", ending, bytes / 1e6);
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  @Test
  void the_msi_is_light() throws Exception {
    long bytes = Files.size(PackagedLaptop.built(".msi"));
    System.out.printf("the .msi: %.1f MB%n", bytes / 1e6);
    assertTrue(bytes <= MOST_BYTES_OF_MSI, bytes + " bytes");
  }

  /** Without braces msiexec takes it for a file's name, and winget does not know it again. */
  @Test
  void tools_are_told_the_product_as_windows_lists_it() throws Exception {
    needs("bsdtar");
    String zip = PowerShellIT.packed().toString();
    String version = zip.substring(zip.lastIndexOf('-') + 1, zip.length() - ".zip".length());
    for (String file : List.of("*/intune/uninstall.cmd", "*/winget/*.installer.yaml")) {
      var text = Built.run(List.of("bsdtar", "-xOf", zip, file), Map.of());
      assertTrue(text.out().contains(Msi.product(version)), text.out() + text.err());
    }
  }

  @Test
  void the_same_image_gives_the_same_bytes() throws Exception {
    Path sums = PackagedLaptop.PACKAGES.resolve("SHA256SUMS").toAbsolutePath();
    says(
        0,
        "bash",
        "-euc",
        "cd \"$1\" && sha256sum --quiet -c SHA256SUMS",
        "bash",
        PackagedLaptop.PACKAGES.toString());
    says(0, Path.of("pack").toAbsolutePath().toString(), folder.toString());
    assertEquals(Files.readString(sums), Files.readString(folder.resolve("SHA256SUMS")));
  }

  @Test
  void unpacked_it_checks_and_can_be_prepared_wherever_it_lies() throws Exception {
    Path archive = PackagedLaptop.built(PackagedLaptop.PORTABLE);
    says(0, "tar", "-C", folder.toString(), "-xzf", archive.toString());
    try (var unpacked = Files.list(folder)) {
      Path home = unpacked.findFirst().orElseThrow();
      var machine = Path.of("../agent/src/test/machines/linux-server-debian-12-needs-root.txt");
      String agent = home.resolve("bin/porchlight").toString();
      var before =
          Built.run(List.of(agent, "check", "--json", "--replay", machine.toString()), Map.of());
      says(0, home.resolve("bin/prepare").toString());
      var after =
          Built.run(List.of(agent, "check", "--json", "--replay", machine.toString()), Map.of());
      assertTrue(Verdicts.of(before.out()).lines().count() >= 28, before.err());
      assertEquals(Verdicts.of(before.out()), Verdicts.of(after.out()));
      assertTrue(Files.size(home.resolve("cache/porchlight.jsa")) > 1 << 20);
    }
  }
}
