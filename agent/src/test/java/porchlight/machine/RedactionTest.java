package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.Native;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadStanzas;

class RedactionTest {
  private static final Run NMCLI =
      Run.of("nmcli", "-t").hiding("^yes:[^:]*:((?:[^:\\\\\n]|\\\\.)*)");
  private static final Run IW = Run.of("iw", "dev");
  private static final Native DEVICE = new Native(Native.Subject.DEVICE);
  private static final ReadFile RESOLV = new ReadFile("/etc/resolv.conf");

  private final Map<Question, String> machine = new LinkedHashMap<>();

  private Map<String, String> redacted(boolean everywhere, String... kept) {
    var recording =
        new Recording(
            question -> new Answer.Said(0, Objects.requireNonNull(machine.get(question))));
    machine.keySet().forEach(recording::ask);
    var answers = new LinkedHashMap<String, String>();
    recording
        .redacted(List.of(kept)::contains, everywhere)
        .forEach(one -> answers.put(one.question(), ((Answer.Said) one.answer()).text()));
    return answers;
  }

  private String redacted(Question question, String answer) {
    machine.put(question, answer);
    return Objects.requireNonNull(redacted(true).get(question.text()));
  }

  @Test
  void a_network_has_the_same_stand_in_wherever_it_is_named() {
    machine.put(NMCLI, "yes:WPA2:Smith Family\nno:WPA2:Other\n");
    machine.put(IW, "ssid Smith Family\n");
    var answers = redacted(true);
    assertEquals("yes:WPA2:network-1\nno:WPA2:Other\n", answers.get("$ nmcli -t"));
    assertEquals("ssid network-1\n", answers.get("$ iw dev"));
  }

  @Test
  void the_address_of_an_access_point_is_replaced_in_the_rows_of_nmcli() {
    String rows =
        redacted(
            NMCLI,
            """
            *:3C\\:84\\:6A\\:11\\:22\\:33:cafe:WPA2
             :3C\\:84\\:6A\\:11\\:22\\:34::
            wlan0:3C\\:84\\:6A\\:11\\:22\\:33
            """);
    assertEquals(
        """
        *:02\\:00\\:5e\\:00\\:00\\:01:cafe:WPA2
         :02\\:00\\:5e\\:00\\:00\\:02::
        wlan0:02\\:00\\:5e\\:00\\:00\\:01
        """,
        rows);
  }

  @Test
  void what_a_network_calls_itself_and_this_laptop_in_a_lease_is_not_told() {
    var networkd =
        new Question.ReadSettings("/run/systemd/netif/leases", "3", List.of("DOMAINNAME"));
    machine.put(networkd, "SERVER_ADDRESS=10.0.0.1\nDOMAINNAME=smith.example\n");
    var manager =
        new Question.ReadSettings("/run/NetworkManager/devices", "3", List.of("dhcp4.domain_name"));
    machine.put(manager, "[dhcp4]\ndhcp4.domain_name=smith.example\n");
    var dhclient =
        new Question.ReadSettings("/var/lib/dhcp", "dhclient.v0.leases", List.of("option"));
    machine.put(
        dhclient, "  option host-name \"anns-pc\";\n  option domain-name \"smith.example\";\n");
    var links =
        new Question.ReadSettings("/run/systemd/netif/links", "3", List.of("CAPTIVE_PORTAL"));
    machine.put(links, "CAPTIVE_PORTAL=https://wifi.smith.example:8443/api\n");
    var asked = new Probe.HttpGet(true, "wifi.smith.example", 8443, "/api", 9);
    machine.put(asked, "status 200\njson user-portal-url https://login.smith.example\n");
    var answers = redacted(false);
    assertEquals(5, answers.size());
    answers.forEach((question, answer) -> assertFalse(question.contains("smith"), question));
    answers.forEach((question, answer) -> assertFalse(answer.contains("smith"), answer));
    answers.forEach((question, answer) -> assertFalse(answer.contains("ann"), answer));
  }

  @Test
  void the_owner_of_a_home_and_the_id_of_the_installation_are_not_told() {
    var mounts = new ReadFile("/proc/self/mountinfo");
    machine.put(mounts, "9 1 0:9 / /home/alice/.cache rw - ext4 /dev/sda1 rw\n");
    var boot = new ListFolder("/boot");
    machine.put(boot, "vmlinuz-0-rescue-0123456789abcdef0123456789abcdef\nvmlinuz-6.10\n");
    var answers = redacted(false);
    assertEquals(
        "9 1 0:9 / /home/person-1/.cache rw - ext4 /dev/sda1 rw\n", answers.get(mounts.text()));
    assertEquals("vmlinuz-0-rescue-machine-2\nvmlinuz-6.10\n", answers.get(boot.text()));
  }

  @Test
  void an_escaped_name_is_known_unescaped() {
    machine.put(NMCLI, "yes:WPA2:Smith\\: upstairs\n");
    machine.put(IW, "ssid Smith: upstairs\n");
    assertFalse(redacted(true).toString().contains("Smith"));
  }

  @Test
  void a_short_name_is_replaced_where_it_is_a_name() {
    machine.put(NMCLI, "yes:WPA2:Jo\n");
    machine.put(IW, "Jo joins\n");
    var answers = redacted(true);
    assertEquals("yes:WPA2:network-1\n", answers.get("$ nmcli -t"));
    assertEquals("Jo joins\n", answers.get("$ iw dev"));
  }

  @Test
  void a_name_within_another_word_is_none() {
    machine.put(DEVICE, "name=deb\nfamily=Debian GNU/Linux\n");
    assertEquals("name=laptop-1\nfamily=Debian GNU/Linux\n", redacted(true).get("? native device"));
  }

  @Test
  void a_name_that_answers_need_can_be_replaced_in_its_place_only() {
    machine.put(DEVICE, "name=debian\n");
    machine.put(new ReadFile("/etc/os-release"), "ID=debian\n");
    assertEquals("ID=laptop-1\n", redacted(true).get("? read /etc/os-release"));
    var careful = redacted(false);
    assertEquals("ID=debian\n", careful.get("? read /etc/os-release"));
    assertEquals("name=laptop-1\n", careful.get("? native device"));
  }

  @Test
  void the_domain_that_a_network_hands_out_is_replaced() {
    assertEquals(
        "search domain-1\nnameserver 192.168.1.1\n",
        redacted(RESOLV, "search smith.example\nnameserver 192.168.1.1\n"));
  }

  @Test
  void names_of_files_are_replaced_in_the_questions_too() {
    var folder = new ListFolder("/etc/NetworkManager/system-connections");
    machine.put(NMCLI, "yes:WPA2:Smith\n");
    machine.put(folder, "Smith.nmconnection");
    machine.put(folder.file("Smith.nmconnection"), "ssid=Smith\n");
    var answers = redacted(true);
    assertEquals("network-1.nmconnection", answers.get(folder.text()));
    assertEquals(
        "ssid=network-1\n",
        answers.get("? read /etc/NetworkManager/system-connections/network-1.nmconnection"));
  }

  @ParameterizedTest
  @CsvSource({
    "a4:5e:60:c1:02:03, 02:00:5e:00:00:01",
    "A4:5E:60:C1:02:03, 02:00:5e:00:00:01",
    "A4\\:5E\\:60\\:C1\\:02\\:03, 02\\:00\\:5e\\:00\\:00\\:01",
    "a4-5e-60-c1-02-03, 02-00-5e-00-00-01",
    "wlxa45e60c10203, wlx02005e000001",
    "enxa45e60c10203: up, enx02005e000001: up",
    "81.2.69.160/24, 198.18.0.1/24",
    "81.2.69.160-81.2.69.190, 198.18.0.1-198.18.0.2",
    "dst=81.2.69.160 x, dst=198.18.0.1 x",
    "2a02:6b8:b010:9020:1::2, 2001:db8:0:1::1002",
    "fe80::a65e:60ff:fec1:203%wlan0, fe80::1001%wlan0",
  })
  void an_address_has_a_stand_in(String address, String standIn) {
    assertEquals(standIn, redacted(IW, address));
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.1",
    "10.8.0.1/24",
    "127.0.0.53",
    "169.254.1.1",
    "172.31.0.1",
    "100.64.0.1",
    "224.0.0.251",
    "255.255.255.255",
    "0.0.0.0/0",
    "9.9.9.9",
    "2620:fe::fe",
    "::1",
    "fd12::1",
    "ff02::fb",
    "00:00:00:00:00:00",
    "ff:ff:ff:ff:ff:ff",
    "33:33:00:00:00:fb",
    "01:00:5e:00:00:fb",
    "libexample 1.2.3.4-1",
    "v1.2.3.4+git",
    "1.2.3.4~rc1",
    "1.2.3",
    "1.2.3.4.5",
    "12:34",
    "wlan0",
    "2024-01-02 03:04:05",
    "2026:11"
  })
  void what_names_nobody_stays(String text) {
    assertEquals(text, redacted(IW, text));
  }

  @Test
  void the_same_address_has_the_same_stand_in() {
    String clean = redacted(IW, "81.2.69.160 81.2.69.161 81.2.69.160");
    assertEquals("198.18.0.1 198.18.0.2 198.18.0.1", clean);
  }

  @Test
  void an_address_that_is_judged_by_can_be_kept() {
    machine.put(RESOLV, "nameserver 85.255.112.36\nnameserver 81.2.69.160\n");
    assertEquals(
        "nameserver 85.255.112.36\nnameserver 198.18.0.1\n",
        redacted(true, "85.255.112.36").get("? read /etc/resolv.conf"));
  }

  @Test
  void the_kernels_hexadecimal_addresses_are_replaced_and_the_ports_stay() {
    var tcp = new ReadFile("/proc/net/tcp");
    assertEquals(
        "0: 0100007F:0277 00000000:0000 0A\n1: 0101A8C0:C001 010012C6:01BB 01\n",
        redacted(tcp, "0: 0100007F:0277 00000000:0000 0A\n1: 0101A8C0:C001 A0450251:01BB 01\n"));
    var tcp6 = new ReadFile("/proc/net/tcp6");
    String clean =
        redacted(
            tcp6,
            "0: 00000000000000000000000000000000:0016 B806022A201090100000010002000000:01BB 0A\n");
    assertTrue(clean.startsWith("0: 00000000000000000000000000000000:0016 B80D0120"), clean);
    assertFalse(clean.contains("B806022A"), clean);
  }

  @Test
  void versions_of_packages_stay() {
    var status = new ReadStanzas("/var/lib/dpkg/status", List.of("Package", "Version"));
    String text = "Package: example\nVersion: 8.1.2.3\n\n";
    assertEquals(text, redacted(status, text));
  }

  @Test
  void what_a_failure_says_is_redacted_too() {
    var recording =
        new Recording(question ->
            question.equals(IW)
                ? new Answer.Failed("no route from 81.2.69.160")
                : new Answer.TimedOut());
    recording.ask(IW);
    recording.ask(RESOLV);
    assertEquals(
        List.of(
            new Recorded.Exchange("$ iw dev", new Answer.Failed("no route from 198.18.0.1")),
            new Recorded.Exchange("? read /etc/resolv.conf", new Answer.TimedOut())),
        recording.redacted(address -> false, true));
  }
}
