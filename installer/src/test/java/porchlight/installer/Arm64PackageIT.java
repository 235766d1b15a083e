package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of the .deb for arm64 in a Debian for arm64, every program of it emulated by qemu, with
 * the real central beside it; systemd does not run there, so its service is started by hand as the
 * unit would. See {@code src/test/arm64}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Arm64PackageIT {
  private static final Path IMAGE = Path.of("target/arm64/image").toAbsolutePath();
  private static final int LONGEST_MAKING_SECONDS = 900;
  private static final int LONGEST_SECONDS = 240;

  /** As {@code porchlight.service} does. */
  private static final String SERVICE =
      """
      /usr/lib/porchlight/bin/take-token
      exec setpriv --reuid porchlight --regid porchlight --clear-groups \
        /usr/lib/porchlight/bin/porchlight run
      """;

  @TempDir static Path folder = Path.of("");
  private static Path laptop = Path.of("");
  private static RunningCentral central;

  @BeforeAll
  static void make() throws Exception {
    assumeFalse(
        System.getProperty("os.arch").equals("aarch64"),
        "this machine runs it by itself: DebPackageIT");
    Path deb = PackagedLaptop.built("_arm64.deb");
    for (String program : List.of("qemu-aarch64-static", "mmdebstrap", "unshare", "ip")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), "needs " + program);
    }
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    var made = run(LONGEST_MAKING_SECONDS, "image", IMAGE.toString());
    assumeTrue(made.code() == 0, () -> "no Debian for arm64 could be made: " + made.err());
    laptop = Files.createTempDirectory("arm64");
    var up = run(LONGEST_SECONDS, "laptop", "up", laptop.toString(), IMAGE.toString());
    assertEquals(0, up.code(), up.err());
    Files.copy(deb, inside("root/porchlight.deb"));
    central = new RunningCentral(folder, List.of(script("laptop"), "beside", laptop.toString()));
    central.awaitReady();
  }

  @AfterAll
  static void end() throws Exception {
    if (central != null) {
      central.close();
      run(LONGEST_SECONDS, "laptop", "down", laptop.toString());
    }
  }

  private static String script(String name) {
    return Path.of("src/test/arm64", name).toAbsolutePath().toString();
  }

  private static Built.Ended run(int longestSeconds, String name, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(script(name)));
    command.addAll(List.of(arguments));
    return Built.run(command, Map.of(), longestSeconds);
  }

  private static Path inside(String path) {
    return laptop.resolve("root").resolve(path);
  }

  private static Built.Ended in(String text) throws IOException, InterruptedException {
    return run(LONGEST_SECONDS, "laptop", "in", laptop.toString(), "sh", "-euc", text);
  }

  private static String done(String text) throws IOException, InterruptedException {
    var ended = in(text);
    assertEquals(0, ended.code(), text + "\n" + ended.out() + ended.err());
    return ended.out();
  }

  @Test
  @Order(1)
  void dpkg_installs_it_and_it_makes_its_archives() throws Exception {
    Path said =
        Files.createFile(
            inside("root/said"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        said,
        "PORCHLIGHT_SERVER=%s%nPORCHLIGHT_ENROLLMENT_TOKEN=%s%n"
            .formatted(central.address(), central.token()));
    long start = System.nanoTime();
    done("set -a; . /root/said; set +a; rm /root/said; dpkg -i /root/porchlight.deb");
    System.out.printf("installed, emulated, in %.1f s%n", (System.nanoTime() - start) / 1e9);
    assertEquals("aarch64\n", done("uname -m"));
    assertTrue(done("porchlight version").startsWith("porchlight "));
    for (String archive : List.of("porchlight", "resident")) {
      assertTrue(
          Files.size(inside("usr/lib/porchlight/cache/" + archive + ".jsa")) > 1 << 20, archive);
    }
  }

  /** Where an archive does not fit, Java usually goes on without it, in silence. */
  @Test
  @Order(2)
  void its_archive_fits_its_runtime() throws Exception {
    done(
        """
        cd /usr/lib/porchlight/bin
        sed 's/-Xshare:auto/-Xshare:on/' porchlight >sharing
        chmod 755 sharing
        ./sharing version
        rm sharing
        """);
  }

  @Test
  @Order(3)
  void it_judges_a_recorded_laptop_as_this_machine_does() throws Exception {
    var recorded = Path.of("../agent/src/test/machines/linux-server-debian-12-needs-root.txt");
    Files.copy(recorded, inside("root/recorded"));
    var there = in("porchlight check --json --replay /root/recorded");
    var here = Built.agent("check", "--json", "--replay", recorded.toString());
    assertEquals("", there.err(), "nothing is said of flags that its Java does not know");
    assertEquals(here.code(), there.code());
    assertEquals(Verdicts.of(here.out()), Verdicts.of(there.out()));
  }

  @Test
  @Order(4)
  void it_checks_the_laptop_that_it_is_on() throws Exception {
    var checked = in("porchlight check --json --offline");
    assertTrue(checked.code() <= 2, checked.err());
    assertEquals("", checked.err());
    assertTrue(
        Verdicts.of(checked.out()).contains("\"check\": \"os-support\"\n\"outcome\": \"pass\""),
        "read by programs and files of arm64:\n" + checked.out());
  }

  @Test
  @Order(5)
  void its_service_enrols_and_reports() throws Exception {
    Path log = folder.resolve("service.log");
    Process service =
        new ProcessBuilder(script("laptop"), "in", laptop.toString(), "sh", "-euc", SERVICE)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      PackagedLaptop.await(
          Duration.ofMinutes(2),
          () -> Device.listed(central.data()).stream().anyMatch(Device::reported));
    } finally {
      service.destroy();
      service.waitFor();
    }
    assertTrue(Files.readString(log).startsWith("porchlight: started"), Files.readString(log));
    assertFalse(
        Files.exists(inside("var/lib/porchlight/enrollment-token")), "it is removed once used");
  }

  @Test
  @Order(6)
  void purged_it_said_goodbye_and_left_nothing() throws Exception {
    assertTrue(in("dpkg --purge porchlight").err().contains("porchlight: central was told"));
    assertEquals(List.of(), Device.listed(central.data()));
    for (String place : List.of("usr/lib/porchlight", "etc/porchlight", "var/lib/porchlight")) {
      assertFalse(Files.exists(inside(place)), place);
    }
  }

  @Test
  @Order(7)
  void unpacked_it_needs_no_installing() throws Exception {
    Path archive = PackagedLaptop.built("-linux-aarch64.tar.gz");
    Files.copy(archive, inside("root/porchlight.tar.gz"));
    done("cd /root; tar -xf porchlight.tar.gz; porchlight-*/bin/porchlight version");
  }
}
