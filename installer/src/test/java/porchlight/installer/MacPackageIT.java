package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The .pkg files as files: there is no Mac here. Their bytes, twice the same, are PackagesIT's. */
class MacPackageIT {
  private static final int LONGEST_SECONDS = 900;

  private static void says(String... command) throws Exception {
    var ended = Built.run(List.of(command), Map.of(), LONGEST_SECONDS);
    System.out.print(
        ended
            .out()
            .lines()
            .filter(line -> !line.startsWith("ok"))
            .collect(Collectors.joining("\n", "", "\n")));
    assertEquals(0, ended.code(), ended.out() + ended.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm64", "x86_64"})
  void tools_that_are_not_ours_read_what_was_written(String processor) throws Exception {
    for (String tool : List.of("bsdtar", "cpio", "python3")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/" + tool)), "needs " + tool);
    }
    Path pkg = PackagedLaptop.built("-macos-" + processor + ".pkg");
    String version = Objects.requireNonNull(pkg.getFileName()).toString().split("-", -1)[1];
    says("src/test/macos/read", pkg.toString(), version, processor);
  }

  @Test
  void shellcheck_finds_nothing_in_what_a_mac_runs_as_root() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "needs shellcheck");
    Path folder = Path.of("src/macos");
    says(
        "shellcheck",
        "-s",
        "sh",
        folder.resolve("uninstall").toString(),
        folder.resolve("scripts/preinstall").toString(),
        folder.resolve("scripts/postinstall").toString());
    says("shellcheck", folder.resolve("build").toString(), folder.resolve("sign").toString());
    assertTrue(Files.isExecutable(folder.resolve("scripts/postinstall")));
  }
}
