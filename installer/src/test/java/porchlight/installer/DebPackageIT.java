package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** The life of the .deb on a booted Debian, one step after the other, from apt to purge. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebPackageIT {
  @TempDir static Path folder = Path.of("");

  /** What systemd-analyze says has to be below it. */
  private static final double MOST_EXPOSED = 2.0;

  /** The sandbox hides the one, and shows it at the other. */
  private static final String HIDDEN = "/lib/modules";

  private static final String SHOWN = "/run/porchlight/modules";

  private static final Set<String> OF_THE_NETWORK =
      Set.of(
          "captive-portal",
          "dns-filtering",
          "dns-integrity",
          "gateway-identity",
          "place",
          "reporting",
          "tls-interception");

  private static PackagedLaptop it;
  private static Set<String> before = Set.of();

  @BeforeAll
  static void boot() throws Exception {
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

  private static String in(String script, String... arguments) {
    return it.laptop().script(script, arguments);
  }

  @Test
  @Order(1)
  void apt_with_three_variables_puts_the_laptop_on_the_list_within_a_minute() throws Exception {
    it.installAndReport("apt-get install -y /root/porchlight.deb");
    assertTrue(it.isActive());
    assertEquals("enabled", it.laptop().root("systemctl", "is-enabled", "porchlight"));
  }

  @Test
  @Order(2)
  void the_token_is_nowhere_any_more() {
    assertEquals(
        "",
        in(
            "grep -rlF -- \"$1\" /etc /var /run /usr/lib/porchlight /usr/lib/systemd 2>/dev/null || true",
            it.token()));
    assertEquals("0", in("journalctl --no-pager | grep -cF -- \"$1\" || true", it.token()));
    assertEquals(
        "",
        in(
            "ls /etc/porchlight/enrollment-token /var/lib/porchlight/enrollment-token 2>/dev/null || true"));
  }

  @Test
  @Order(3)
  void it_runs_as_its_own_user_with_two_capabilities_in_a_system_that_it_cannot_write() {
    String pid = it.property("MainPID");
    assertEquals("porchlight", in("stat -c %U /proc/$1", pid));
    assertEquals("0000000000001004", in("awk '/^CapEff/ { print $2 }' /proc/$1/status", pid));
    assertEquals(
        "Read-only",
        in("nsenter -t $1 -m touch /etc/porchlight/x 2>&1 | grep -o Read-only || true", pid));
    String exposure =
        in(
            "systemd-analyze security --no-pager porchlight.service | sed -n 's/.*level for .*: \\([0-9.]*\\) .*/\\1/p'");
    assertTrue(Double.parseDouble(exposure) < MOST_EXPOSED, exposure);
    System.out.println("exposure of the service: " + exposure);
    assertEquals("10", in("ps -o ni= -p $1 | tr -d ' '", pid));
    assertEquals(
        "268435456 500ms", it.property("MemoryMax") + " " + it.property("CPUQuotaPerSecUSec"));
    assertEquals("root:root 755", in("stat -c '%U:%G %a' /usr/lib/porchlight/cache"));
  }

  /** What a sandbox hides would be taken for what is not there. */
  @Test
  @Order(4)
  void every_place_on_the_printed_list_looks_the_same_from_inside() throws Exception {
    in("mkdir -p /usr/lib/modules/99.0.0-new /home/worker/.mozilla; systemctl restart porchlight");
    var places =
        Files.readAllLines(Path.of("../agent/src/main/resources/porchlight/commands/linux.txt"))
            .stream()
            .map(line -> line.split(" ", -1))
            .filter(words -> words.length >= 3 && words[0].equals("?") && words[2].startsWith("/"))
            .map(words -> words[2])
            .filter(place -> !place.contains("{") && !place.equals("/proc"))
            .filter(place -> !place.equals(HIDDEN))
            .distinct()
            .toList();
    assertTrue(places.size() > 150, places::toString);
    String differing =
        in(
            """
            pid=$1 hidden=$2 shown=$3; shift 3
            for place; do
              outside=$place
              [ "$place" != "$shown" ] || outside=$hidden
              [ "$(ls -A1 "$outside" 2>&1)" = "$(nsenter -t "$pid" -m ls -A1 "$place" 2>&1)" ] || echo "$place"
            done
            """,
            Stream.concat(Stream.of(it.property("MainPID"), HIDDEN, SHOWN), places.stream())
                .toArray(String[]::new));
    assertEquals("99.0.0-new", in("nsenter -t $1 -m ls $2", it.property("MainPID"), SHOWN));
    assertEquals("", in("nsenter -t $1 -m ls $2/", it.property("MainPID"), HIDDEN));
    in("rm -r /usr/lib/modules /home/worker/.mozilla");
    assertEquals("", differing);
  }

  @Test
  @Order(5)
  void the_service_sees_of_the_laptop_what_root_sees() throws Exception {
    in(
        "runs=$(uname -r); for kernel in $runs 99.${runs#*.}; do install -D /dev/null /usr/lib/modules/$kernel/vmlinuz; done");
    in(
        "rm /var/lib/porchlight/last-check.json; ufw allow 22/tcp >/dev/null; ufw --force enable >/dev/null; systemctl restart porchlight");
    PackagedLaptop.await(
        Duration.ofSeconds(60), () -> in("ls /var/lib/porchlight").contains("last-check.json"));
    Map<String, String> service = outcomes("--cached");
    Map<String, String> root = outcomes("--offline");
    // What the network says, and what is remembered of it, is not the same twice; nor what a busy
    // machine had no time for.
    root.keySet().removeAll(OF_THE_NETWORK);
    root.keySet().retainAll(service.keySet());
    service.keySet().retainAll(root.keySet());
    assertTrue(root.size() >= 20, root::toString);
    assertEquals(root, service);
    assertEquals("pass", service.get("firewall"), "the rules are loaded, and seen");
    assertEquals("fail", service.get("reboot-pending"), "a newer kernel is seen");
    in("ufw --force disable >/dev/null; rm -r /usr/lib/modules");
  }

  private static Map<String, String> outcomes(String how) throws Exception {
    var all = new TreeMap<String, String>();
    var check =
        JsonText.parse(in("/usr/bin/porchlight check --json " + how + " || true"))
            .asObject()
            .orElseThrow();
    for (var item : check.get("findings").flatMap(Json::asItems).orElseThrow()) {
      var finding = item.asObject().orElseThrow();
      if (!finding.text("reason").orElse("").equals("timed-out")) {
        all.put(finding.text("check").orElseThrow(), finding.text("outcome").orElseThrow());
      }
    }
    return all;
  }

  @Test
  @Order(6)
  void what_root_does_by_hand_stays_readable_for_the_service() {
    in("porchlight doctor >/dev/null 2>&1 || true; porchlight enroll --rotate-key");
    assertEquals("", in("find /var/lib/porchlight ! -user porchlight"));
  }

  @Test
  @Order(7)
  void killed_it_is_back() throws Exception {
    String pid = it.property("MainPID");
    in("kill -9 $1", pid);
    PackagedLaptop.await(
        Duration.ofSeconds(40), () -> it.isActive() && !it.property("MainPID").equals(pid));
    assertEquals("1", it.property("NRestarts"));
  }

  @Test
  @Order(8)
  void what_could_not_be_sent_while_the_network_was_away_is_sent_when_it_is_back()
      throws Exception {
    in("ip link set wlan0 down; systemctl restart porchlight");
    PackagedLaptop.await(
        Duration.ofSeconds(60), () -> !in("ls /var/lib/porchlight/spool").isEmpty());
    in("ip link set wlan0 up; ip route add default via 10.70.0.1");
    PackagedLaptop.await(Duration.ofMinutes(2), () -> in("ls /var/lib/porchlight/spool").isEmpty());
  }

  @Test
  @Order(9)
  void an_upgrade_keeps_who_it_is_what_was_set_and_what_was_edited() throws Exception {
    String identity = in("cat /var/lib/porchlight/identity.json");
    String managed = in("cat /etc/porchlight/managed.json");
    String pid = it.property("MainPID");
    in("echo '// ours' >>/etc/porchlight/agent.json");
    it.newer("0.1.1");
    in("apt-get install -y /root/0.1.1.deb </dev/null >/dev/null 2>&1");
    assertEquals("0.1.1", in("dpkg-query -W -f '${Version}' porchlight"));
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    assertNotEquals(pid, it.property("MainPID"));
    assertEquals(identity, in("cat /var/lib/porchlight/identity.json"));
    assertEquals(managed, in("cat /etc/porchlight/managed.json"));
    assertEquals("// ours", in("tail -1 /etc/porchlight/agent.json"));
    assertEquals("", in("find /usr/lib/porchlight/cache ! -newer /root/0.1.1.deb -type f"));
  }

  @Test
  @Order(10)
  void disabled_stays_disabled_and_stopped_stays_stopped() {
    in("systemctl -q stop porchlight");
    it.newer("0.1.2");
    in("dpkg -i /root/0.1.2.deb >/dev/null 2>&1");
    assertEquals("inactive", it.property("ActiveState"));
    in("systemctl -q disable porchlight");
    it.newer("0.1.3");
    in("dpkg -i /root/0.1.3.deb >/dev/null 2>&1");
    assertEquals(
        "disabled inactive",
        in("systemctl is-enabled porchlight || true").strip() + " " + it.property("ActiveState"));
  }

  @Test
  @Order(11)
  void a_variable_that_nobody_reads_is_refused_and_named() {
    String said = in("PORCHLIGHT_SEVER=https://x.example dpkg -i /root/0.1.3.deb 2>&1 || true");
    assertTrue(
        said.contains("PORCHLIGHT_SEVER is read by nobody; did you mean \"PORCHLIGHT_SERVER\"?"),
        said);
    in("dpkg --configure -a >/dev/null 2>&1");
  }

  @Test
  @Order(12)
  void purged_it_said_goodbye_and_left_nothing() throws Exception {
    String said = in("apt-get purge -y porchlight 2>&1");
    assertTrue(said.contains("porchlight: central was told"), said);
    assertEquals(List.of(), it.central().devices(), "retired: no longer listed");
    assertEquals("", it.changedSince(before));
    assertFalse(
        in("journalctl --no-pager -u porchlight | tail -3").isEmpty(), "its log is the journal's");
  }
}
