package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real dnf on a booted machine and a repository of ours, signed by a key made here. The machine
 * is a Debian, so a package of the test's own stands for what the .rpm depends on.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DnfPackageIT {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String NEWER = "9.0.0";
  private static final String REPOSITORY = "/srv/yum/repository/yum";

  @TempDir static Path folder = Path.of("");
  private static PackagedLaptop it;
  private static String older = "";

  @BeforeAll
  static void boot() throws Exception {
    Path rpm = PackagedLaptop.built(PackagedLaptop.RPM);
    for (String tool : List.of("rpmbuild", "rpmsign", "createrepo_c", "gpg", "cpio")) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), "needs " + tool);
    }
    it = PackagedLaptop.boot(folder);
    Path srv = it.laptop().folder().resolve("root/srv/yum");
    beside("src/test/yum", rpm.toString(), srv.toString());
    in(
        """
        dpkg -i /var/cache/rpm-debs/*.deb >/dev/null 2>&1
        rpm --initdb
        rpm -i --nosignature /srv/yum/base.rpm
        mkdir -p /etc/yum.repos.d
        sed 's#https://HOST#file:///srv/yum/repository#' /srv/yum/repository/porchlight.repo >/etc/yum.repos.d/porchlight.repo
        """);
    older = in("rpm -qp --qf '%{VERSION}' $(ls $1/*.rpm | grep -v $2)", REPOSITORY, NEWER);
  }

  @AfterAll
  static void end() {
    if (it != null) {
      it.close();
    }
  }

  private static void beside(String... command) {
    Built.Ended ended = BootedLaptop.run(LONGEST, List.of(command));
    assertEquals(0, ended.code(), String.join(" ", command) + ended.out() + ended.err());
  }

  private static String in(String script, String... arguments) {
    return it.laptop().script(script, arguments);
  }

  private static String version() {
    return in("rpm -q --qf '%{VERSION}' porchlight");
  }

  /** In one version, whole, at work, and the laptop that it was. */
  private static void isWhole(String version, String device) throws Exception {
    assertEquals(version, version());
    assertEquals("", in("rpm -V porchlight"));
    assertEquals(
        "",
        in(
            """
            find /usr/lib/porchlight -type f ! -path '*/cache/*' ! -name classes.jsa | sort >/root/there
            rpm -ql porchlight | sort | comm -23 /root/there -
            """));
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    assertEquals(device, it.identity("device"));
  }

  @Test
  @Order(1)
  void dnf_installs_from_a_signed_repository_and_the_laptop_is_on_the_list() throws Exception {
    assertEquals("2", in("grep -c 'gpgcheck=1' /etc/yum.repos.d/porchlight.repo"));
    it.installAndReport("dnf -y install porchlight-" + older);
    assertTrue(it.isActive());
  }

  @Test
  @Order(2)
  void a_newer_one_in_the_repository_goes_over_it() throws Exception {
    String device = it.identity("device");
    in("dnf -y upgrade porchlight >/dev/null 2>&1");
    isWhole(NEWER, device);
  }

  @Test
  @Order(3)
  void rpm_takes_no_older_one_unless_it_is_told_to_and_then_nothing_is_lost() throws Exception {
    String device = it.identity("device");
    String managed = in("cat /etc/porchlight/managed.json");
    String refused = in("rpm -U $1/porchlight-$2-*.rpm 2>&1 && exit 1 || true", REPOSITORY, older);
    assertTrue(refused.contains("(which is newer than porchlight-" + older), refused);
    isWhole(NEWER, device);
    in("rpm -U --oldpackage $1/porchlight-$2-*.rpm 2>/dev/null", REPOSITORY, older);
    isWhole(older, device);
    in("dnf -y upgrade porchlight >/dev/null 2>&1");
    isWhole(NEWER, device);
    in("dnf -y downgrade porchlight >/dev/null 2>&1");
    isWhole(older, device);
    assertEquals(managed, in("cat /etc/porchlight/managed.json"));
    assertEquals("", in("find /var/lib/porchlight ! -user porchlight"));
  }

  @Test
  @Order(4)
  void removed_it_said_goodbye() throws Exception {
    in("dnf -y remove porchlight >/dev/null 2>&1");
    assertEquals(List.of(), it.central().devices(), "retired: no longer listed");
    assertEquals("", in("ls -d /var/lib/porchlight /usr/lib/porchlight 2>/dev/null || true"));
  }

  @Test
  @Order(5)
  void what_was_changed_is_refused() {
    in(
        """
        package=$(ls $1/porchlight-$2-*.rpm)
        printf x | dd of=$package bs=1 seek=2000000 conv=notrunc 2>/dev/null
        """,
        REPOSITORY,
        older);
    var changed = it.laptop().in("root", "dnf", "-y", "install", "porchlight-" + older);
    assertNotEquals(0, changed.code());
    assertTrue((changed.out() + changed.err()).contains("incorrect checksum"), changed.err());
    in(
        "sed -i 's/revision/revisiom/' $1/repodata/repomd.xml; dnf clean all >/dev/null",
        REPOSITORY);
    var listed = it.laptop().in("root", "dnf", "-y", "install", "porchlight");
    assertNotEquals(0, listed.code());
    assertTrue((listed.out() + listed.err()).contains("Bad GPG signature"), listed.err());
    assertEquals("package porchlight is not installed", in("rpm -q porchlight || true"));
  }
}
