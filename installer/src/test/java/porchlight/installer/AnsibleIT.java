package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The role, played by the real ansible over ssh on a booted Debian, from nothing to nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnsibleIT {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern RECAP =
      Pattern.compile("laptop +: ok=\\d+ +changed=(\\d+) +unreachable=(\\d+) +failed=(\\d+)");

  @TempDir static Path folder = Path.of("");
  private static PackagedLaptop it;
  private static Set<String> before = Set.of();

  @BeforeAll
  static void boot() throws Exception {
    for (String program : List.of("ansible-playbook", "ssh", "ssh-keygen")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), "needs " + program);
    }
    Path deb = PackagedLaptop.built(PackagedLaptop.DEB);
    it = PackagedLaptop.boot(folder);
    it.laptop().put(deb, PackagedLaptop.PUT);
    before = it.files();
  }

  @AfterAll
  static void end() {
    if (it != null) {
      it.close();
    }
  }

  /** What ansible changed; it has to reach the laptop, and to succeed. */
  private static int play(String state, String deb, int seconds) throws Exception {
    Built.Ended ended = played(state, deb, "\"reportSeconds\": " + seconds);
    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertFalse(ended.out().contains(it.token()), "the token is not shown");
    var recap = RECAP.matcher(ended.out());
    assertTrue(recap.find(), ended.out());
    assertEquals("0 0", recap.group(2) + " " + recap.group(3), ended.out());
    return Integer.parseInt(recap.group(1));
  }

  private static Built.Ended played(String state, String deb, String setting) throws Exception {
    Path variables =
        Files.writeString(
            folder.resolve("variables.json"),
            """
            { "porchlight_state": "%s", "porchlight_package": "%s", "porchlight_token": "%s",
              "porchlight_settings": { "server": "%s", %s } }
            """
                .formatted(state, deb, it.token(), CentralBeside.ADDRESS, setting));
    return BootedLaptop.run(
        LONGEST,
        List.of(
            BootedLaptop.file("ansible"),
            it.laptop().folder().toString(),
            folder.resolve("ansible").toString(),
            variables.toString()));
  }

  private static String version() {
    return it.laptop().root("dpkg-query", "-W", "-f", "${Version}", "porchlight");
  }

  @Test
  @Order(1)
  void it_installs_and_central_has_heard_of_the_laptop_when_it_ends() throws Exception {
    assertTrue(play("present", PackagedLaptop.PUT, 600) > 0);
    assertTrue(it.isActive());
    var devices = it.central().devices();
    assertEquals(1, devices.size(), devices::toString);
    assertTrue(devices.get(0).standing().equals("active") && devices.get(0).reported());
    assertEquals("", it.laptop().script("ls /etc/porchlight | grep token || true"));
  }

  @Test
  @Order(2)
  void played_again_it_changes_nothing() throws Exception {
    String pid = it.property("MainPID");
    assertEquals(0, play("present", PackagedLaptop.PUT, 600));
    assertEquals(pid, it.property("MainPID"));
  }

  @Test
  @Order(3)
  void a_setting_that_is_changed_is_the_services_at_once() throws Exception {
    String pid = it.property("MainPID");
    assertEquals(2, play("present", PackagedLaptop.PUT, 660), "the file, and the restart");
    assertNotEquals(pid, it.property("MainPID"));
    assertTrue(it.laptop().script("cat /etc/porchlight/managed.json").contains("660"));
    assertEquals(0, play("present", PackagedLaptop.PUT, 660));
  }

  @Test
  @Order(4)
  void a_setting_that_nobody_reads_fails_the_play_and_is_named() throws Exception {
    Built.Ended ended = played("present", PackagedLaptop.PUT, "\"reportSecond\": 660");
    assertNotEquals(0, ended.code(), ended.out());
    assertTrue(ended.out().contains("reportSecond: there is no such setting"), ended.out());
    assertEquals(2, play("present", PackagedLaptop.PUT, 660), "mended: the file, and the restart");
  }

  @Test
  @Order(5)
  void a_newer_package_goes_over_the_older_one_and_keeps_who_it_is() throws Exception {
    String device = it.identity("device");
    it.newer("0.2.0");
    assertEquals(1, play("present", "/root/0.2.0.deb", 660));
    assertEquals("0.2.0", version());
    assertEquals(device, it.identity("device"));
    assertTrue(it.isActive());
    assertEquals(0, play("present", "/root/0.2.0.deb", 660));
  }

  @Test
  @Order(6)
  void absent_it_told_central_and_left_nothing() throws Exception {
    assertTrue(play("absent", PackagedLaptop.PUT, 660) > 0);
    assertEquals(List.of(), it.central().devices(), "retired: no longer listed");
    assertEquals("", it.changedSince(before));
    assertEquals(0, play("absent", PackagedLaptop.PUT, 660));
  }
}
