package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of the .rpm, put in by rpm itself on a booted Debian (no other distribution can be had
 * here): its scripts are run by systemd's own rules; dependencies and SELinux are not looked at.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RpmPackageIT {
  @TempDir static Path folder = Path.of("");
  private static PackagedLaptop it;
  private static Set<String> before = Set.of();

  @BeforeAll
  static void boot() throws Exception {
    Path rpm = PackagedLaptop.built(PackagedLaptop.RPM);
    it = PackagedLaptop.boot(folder);
    it.laptop().put(rpm, "/root/porchlight.rpm");
    in("dpkg -i /var/cache/rpm-debs/*.deb >/dev/null 2>&1; rpm --initdb");
    before = it.files();
  }

  @AfterAll
  static void end() {
    if (it != null) {
      it.close();
    }
  }

  private static String in(String script, String... arguments) {
    return it.laptop().script(script, arguments);
  }

  @Test
  @Order(1)
  void rpm_with_three_variables_puts_the_laptop_on_the_list_within_a_minute() throws Exception {
    it.installAndReport("rpm -i --nodeps /root/porchlight.rpm");
    assertTrue(it.isActive());
    assertEquals("enabled", it.laptop().root("systemctl", "is-enabled", "porchlight"));
    assertEquals("porchlight", in("stat -c %U /proc/$1", it.property("MainPID")));
    assertEquals(
        "",
        in(
            "grep -rlF -- \"$1\" /etc /var /run /usr/lib/porchlight 2>/dev/null || true",
            it.token()));
  }

  @Test
  @Order(2)
  void an_upgrade_keeps_who_it_is_and_what_was_edited_and_what_is_disabled() throws Exception {
    String identity = in("cat /var/lib/porchlight/identity.json");
    in("echo '// ours' >>/etc/porchlight/agent.json; rpm -U --force --nodeps /root/porchlight.rpm");
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    assertEquals(identity, in("cat /var/lib/porchlight/identity.json"));
    assertEquals("// ours", in("tail -1 /etc/porchlight/agent.json"));
    in("systemctl -q disable --now porchlight; rpm -U --force --nodeps /root/porchlight.rpm");
    assertEquals("inactive", it.property("ActiveState"));
    assertEquals("disabled", in("systemctl is-enabled porchlight || true"));
  }

  @Test
  @Order(3)
  void erased_it_said_goodbye_and_left_what_was_edited_only() throws Exception {
    String said = in("rpm -e --nodeps porchlight 2>&1");
    assertTrue(said.contains("porchlight: central was told"), said);
    assertEquals(List.of(), it.central().devices(), "retired: no longer listed");
    assertEquals(
        "/etc/porchlight/agent.json.rpmsave",
        in(
            "find / -xdev -name '*porchlight*' ! -path '/root/*' ! -path '/proc/*' ! -path '/run/*' ! -path '/tmp/*' ! -path '/var/log/*' -type f; ls -d /etc/porchlight/*"));
    in("rm -r /etc/porchlight");
    assertEquals("", it.changedSince(before));
  }

  @Test
  @Order(4)
  void what_was_refused_is_said_right_and_the_installation_goes_on() throws Exception {
    String refused =
        in("PORCHLIGHT_REPORT_SECONDS=soon rpm -i --nodeps /root/porchlight.rpm 2>&1 || true");
    assertTrue(refused.contains("PORCHLIGHT_REPORT_SECONDS"), refused);
    assertEquals("disabled", in("systemctl is-enabled porchlight || true"));
    in("PORCHLIGHT_REPORT_SECONDS=600 rpm --reinstall --nodeps /root/porchlight.rpm");
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    assertEquals("enabled", in("systemctl is-enabled porchlight"));
    in("rpm -e --nodeps porchlight");
    assertEquals("", it.changedSince(before));
  }
}
