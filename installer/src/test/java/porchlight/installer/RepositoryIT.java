package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories made of the packages: apt installs from one, and takes none that was changed. */
class RepositoryIT {
  private static final int LONGEST_SECONDS = 900;
  private static final Path IMAGE = Path.of("target/booted/image").toAbsolutePath();

  @TempDir Path folder = Path.of("");

  @Test
  void apt_installs_from_a_signed_repository_and_refuses_what_was_changed() throws Exception {
    PackagedLaptop.built(PackagedLaptop.DEB);
    for (String tool : List.of("apt-ftparchive", "createrepo_c", "mmdebstrap", "gpg")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/" + tool)), "needs " + tool);
    }
    assumeTrue(Files.isWritable(Path.of("/etc/passwd")), "needs root");
    run("src/test/booted/image", IMAGE.toString());
    var ended =
        run(
            "src/test/repository",
            PackagedLaptop.PACKAGES.toString(),
            IMAGE.toString(),
            folder.resolve("repository").toString());
    System.out.print(ended.out());
    assertTrue(ended.out().contains(" passed, 0 failed"), ended.out() + ended.err());
  }

  private static Built.Ended run(String... command) throws Exception {
    var ended = Built.run(List.of(command), Map.of(), LONGEST_SECONDS);
    assertEquals(0, ended.code(), String.join(" ", command) + ended.out() + ended.err());
    return ended;
  }
}
