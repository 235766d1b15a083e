package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.json.tree.Json;

/**
 * The agent as it is installed on a booted machine, as root and as a person without privileges:
 * every fact is held to what the machine's own tools, or a stranger beside it, say at that time.
 */
class BootedIT {
  /** Facts of which the rest, or a part, is root's business. */
  private static final Set<String> FOR_ROOT = Set.of("firewall", "wifi-auto-join");

  private static final String HOST =
      "readlink -f /etc/resolv.conf; cat /etc/resolv.conf; ip route; ip -o link; nft -s list"
          + " ruleset || true";

  private static BootedLaptop laptop;
  private static String host = "";

  @BeforeAll
  static void boot() throws Exception {
    host = hostState();
    laptop = BootedLaptop.boot();
  }

  @AfterAll
  static void no_trace_is_left_on_the_host() throws Exception {
    if (laptop != null) {
      laptop.close();
      assertEquals(host, hostState());
    }
  }

  private static String hostState() throws Exception {
    return Built.run(List.of("bash", "-c", HOST), Map.of()).out();
  }

  @BeforeEach
  void a_usual_laptop() {
    laptop.script(
        """
        umount /sys/class/net 2>/dev/null || true
        systemctl stop radio.service NetworkManager systemd-resolved dnsmasq unbound 2>/dev/null || true
        rm -rf /run/systemd/resolve /run/radio /etc/resolv.conf
        echo nameserver 10.70.0.1 >/etc/resolv.conf
        ufw --force disable >/dev/null
        systemctl start ssh apt-daily.timer apt-daily-upgrade.timer
        systemctl reset-failed
        """);
  }

  /** Without whose process it is, and without neighbours that the kernel met in between. */
  private static String comparable(String reading) {
    return reading
        .replaceAll("\"process\":\"[^\"]*\"", "\"process\":\"?\"")
        .replaceAll("\"mac\":\"[^\"]*\"", "\"mac\":\"?\"");
  }

  @Test
  void everything_is_known_to_root_and_a_person_misses_only_what_is_roots() {
    radio("Cafe: net\\5", 1, 0, 392);
    laptop.script(
        "systemctl start systemd-resolved; ln -sf ../run/systemd/resolve/stub-resolv.conf"
            + " /etc/resolv.conf; resolvectl dns wlan0 10.70.0.1");
    laptop.script("ufw allow 22/tcp >/dev/null; ufw --force enable >/dev/null");
    laptop.meetTheGateway();
    Map<String, String> root = laptop.facts("root").facts();
    Map<String, String> worker = laptop.facts("worker").facts();
    assertTrue(root.size() >= 15, root.toString());
    assertEquals(root.keySet(), worker.keySet());
    var missed = new TreeSet<String>();
    root.forEach((name, reading) -> {
      // Sharing is not read on Linux, and what the network would say was not asked.
      assertFalse(
          reading.startsWith("unknown")
              && !name.equals("sharing")
              && !reading.contains("turned-off"),
          () -> "not known to root: " + name + reading);
      String persons = comparable(worker.getOrDefault(name, ""));
      String roots = comparable(reading);
      if (!persons.equals(roots)) {
        assertTrue(
            persons.contains("needs-privilege"), () -> name + ": " + persons + "\nroot: " + roots);
        missed.add(name);
      }
    });
    assertTrue(missed.contains("firewall"), missed.toString());
    assertTrue(FOR_ROOT.containsAll(missed), missed.toString());
    Json.Obj check = laptop.agent("root", "check");
    check
        .get("findings")
        .flatMap(Json::asItems)
        .orElseThrow()
        .forEach(finding ->
            assertFalse(
                finding
                    .asObject()
                    .orElseThrow()
                    .text("reason")
                    .orElse("")
                    .equals("needs-privilege"),
                finding.toString()));
  }

  @Test
  void the_wifi_network_is_told_as_network_manager_describes_it() {
    int seen = 0;
    for (var network :
        List.of(
            new Network("wpa2", 1, 392), new Network("open", 0, 0), new Network("owe", 1, 2184))) {
      radio("Cafe: net\\5", network.flags, 0, network.rsn);
      String expected =
          "{\"state\":\"joined\",\"link\":\"wlan0\",\"network\":\"Cafe: net\\\\5\",\"security\":\""
              + network.word
              + "\"}";
      assertEquals(expected, laptop.facts("root", "wifi").fact("wifi"));
      assertEquals(expected, laptop.facts("worker", "wifi").fact("wifi"));
      seen++;
    }
    assertEquals(3, seen);
  }

  private record Network(String word, int flags, int rsn) {}

  @Test
  void the_firewall_is_what_a_stranger_beside_it_finds() {
    assertEquals("open", stranger(2222));
    assertEquals(
        "{\"ipv4\":{\"inbound\":\"open\"},\"ipv6\":{\"inbound\":\"open\"}}",
        laptop.facts("root", "firewall").fact("firewall"));
    laptop.script("ufw --force enable >/dev/null");
    assertEquals("blocked", stranger(2222));
    assertEquals("blocked", stranger(22));
    String closed = laptop.facts("root", "firewall").fact("firewall");
    assertTrue(closed.startsWith("{\"ipv4\":{\"inbound\":\"blocked\""), closed);
    laptop.script("ufw allow 22/tcp >/dev/null");
    assertEquals("blocked", stranger(2222));
    assertEquals("open", stranger(22));
    String ssh = laptop.facts("root", "firewall").fact("firewall");
    assertTrue(ssh.startsWith("{\"ipv4\":{\"inbound\":\"ports\",\"ports\":[\"22/tcp\"]"), ssh);
    assertTrue(ssh.contains("\"ipv6\":{\"inbound\":\"ports\",\"ports\":[\"22/tcp\"]"), ssh);
    assertEquals("unknown needs-privilege", laptop.facts("worker", "firewall").fact("firewall"));
    laptop.script("ufw delete allow 22/tcp >/dev/null");
  }

  /** A refusal comes from the laptop itself, so the packet got in. */
  private static String stranger(int port) {
    var ended = laptop.in("lan", "timeout", "0.7", "bash", "-c", "</dev/tcp/10.70.0.10/" + port);
    return ended.code() == 124 ? "blocked" : "open";
  }

  @Test
  void updates_are_those_that_apt_itself_would_install() {
    String lines =
        laptop.script(
            "apt-get -s -o Debug::NoLocking=true dist-upgrade | grep '^Inst .*Debian-Security' ||"
                + " true");
    var expected =
        lines
            .lines()
            .map(line -> line.split(" ", 3)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    var told = new TreeSet<String>();
    Json.Obj patches =
        laptop
            .facts("worker", "patches")
            .json()
            .get("patches")
            .flatMap(Json::asObject)
            .flatMap(one -> one.get("known"))
            .flatMap(Json::asObject)
            .orElseThrow();
    patches
        .get("pending")
        .flatMap(Json::asItems)
        .orElseThrow()
        .forEach(
            one -> told.add(one.asObject().flatMap(update -> update.text("name")).orElseThrow()));
    assertEquals(expected, told);
    assertTrue(told.size() > 3, "real updates wait in the image: " + told);
  }

  @Test
  void settings_of_the_machine_are_read_where_systemd_keeps_them() {
    assertEquals(
        "{\"byItself\":true,\"by\":\"unattended-upgrades\",\"gaps\":[]}",
        laptop.facts("worker", "updating").fact("updating"));
    laptop.root("systemctl", "stop", "apt-daily-upgrade.timer");
    assertEquals(
        "{\"byItself\":false,\"by\":\"unattended-upgrades\",\"gaps\":[\"apt-daily-upgrade.timer is"
            + " off\"]}",
        laptop.facts("worker", "updating").fact("updating"));

    String device = laptop.facts("worker", "device").fact("device");
    assertTrue(device.contains("\"name\":\"" + laptop.root("hostname") + "\""), device);
    assertTrue(device.contains("\"version\":\"12 (bookworm)\""), device);
    assertTrue(
        laptop
            .facts("worker", "os-support")
            .fact("os-support")
            .contains("\"system\":\"Debian 12\""));
    assertTrue(
        laptop.facts("worker", "screen-lock").fact("screen-lock").contains("\"no-desktop\""));
    assertTrue(laptop.facts("worker", "reboot").fact("reboot").contains("\"does-not-apply\""));
  }

  @Test
  void the_way_out_is_the_kernels() {
    String told;
    String before;
    do { // the kernel may forget a neighbour at any time
      laptop.meetTheGateway();
      before = hop("10.70.0.1") + "," + hop("fd70::1");
      told = laptop.facts("worker", "gateway").fact("gateway");
    } while (!before.equals(hop("10.70.0.1") + "," + hop("fd70::1")));
    assertEquals("{\"hops\":[" + before + "]}", told);
    assertEquals(
        "{\"ipv4\":{\"via\":\"direct\",\"link\":\"wlan0\"},\"ipv6\":{\"via\":\"direct\",\"link\":\"wlan0\"}}",
        laptop.facts("worker", "vpn").fact("vpn"));
  }

  /** As the kernel knows it now. */
  private static String hop(String address) {
    String mac =
        laptop.script(
            "ip neigh show \"$1\" dev wlan0 | grep -o '..:..:..:..:..:..' || true", address);
    return "{\"address\":\"%s\",\"link\":\"wlan0\",\"mac\":\"%s\"}".formatted(address, mac);
  }

  @Test
  void what_listens_is_what_ss_says() {
    laptop.root("systemctl", "start", "systemd-resolved");
    var expected =
        laptop
            .root("ss", "-H", "-tuln")
            .lines()
            .map(line ->
                line.split("\\s+", 6)[4].replaceAll(".*:", "") + "/" + line.split("\\s+", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(expected.containsAll(List.of("22/tcp", "53/udp")), expected.toString());
    for (String who : List.of("root", "worker")) {
      var told = new TreeSet<String>();
      var processes = new TreeSet<String>();
      Json.Obj listening =
          laptop
              .facts(who, "listening")
              .json()
              .get("listening")
              .flatMap(Json::asObject)
              .flatMap(one -> one.get("known"))
              .flatMap(Json::asObject)
              .orElseThrow();
      for (Json one : listening.get("services").flatMap(Json::asItems).orElseThrow()) {
        Json.Obj service = one.asObject().orElseThrow();
        told.add(
            ((Json.Num) service.get("port").orElseThrow()).literal()
                + "/"
                + service.text("protocol").orElseThrow());
        processes.add(service.text("process").orElseThrow());
      }
      assertEquals(expected, told, who);
      assertEquals(who.equals("root"), processes.contains("sshd"), processes.toString());
    }
  }

  /**
   * The network that a mock of NetworkManager says wlan0 has joined; the kernel's word that it is a
   * radio is made up too.
   */
  private static void radio(String ssid, int flags, int wpa, int rsn) {
    laptop.scriptFile(
        "radio", ssid, Integer.toString(flags), Integer.toString(wpa), Integer.toString(rsn));
  }
}
