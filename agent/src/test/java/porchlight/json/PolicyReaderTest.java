package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.checks.Check;
import porchlight.checks.DnsResolvers;
import porchlight.checks.Firewall;
import porchlight.checks.HostsFile;
import porchlight.checks.ListeningServices;
import porchlight.checks.OsPatches;
import porchlight.checks.OsSupport;
import porchlight.checks.RemoteAccessTools;
import porchlight.checks.Vpn;
import porchlight.checks.WifiEncryption;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Network;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Wifi;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;

class PolicyReaderTest {
  private static final String KNOWN =
      "wifi-encryption, firewall, listening-services, dns-resolvers, vpn, os-patches, os-support,"
          + " disk-encryption, reboot-pending, auto-updates, hosts-file,"
          + " screen-lock, wifi-auto-join, auto-login, dns-encryption, clock, reporting, "
          + "name-broadcast, gateway-identity, place, phishing-protection, "
          + "proxy, password-manager, remote-access-tools, antivirus, system-integrity, management, "
          + "trusted-roots, sharing, dns-integrity, dns-filtering, captive-portal, tls-interception, router-exposure";
  private static final String SECURITIES =
      "one of open, wep, wpa, wpa-wpa2, owe, wpa2, wpa2-wpa3, wpa3, enterprise";
  private static final String SEVERITIES = "one of critical, high, medium, low, info";

  private static Policy read(String text) {
    return PolicyReader.read("policy.json", text);
  }

  /** A policy whose second rule is this one, so that messages have a place to name. */
  private static String ruled(String rule) {
    return "{'revision': 1, 'rules': [{'check': 'vpn', 'severity': 'low'}, " + rule + "]}";
  }

  private static Check check(String rule) {
    return read(ruled(rule).replace('\'', '"')).rules().get(1).check();
  }

  /** Bad policies, and the one line that refuses each; {@code '} stands for {@code "} in both. */
  private static final String[][] REFUSED = {
    {"", "not JSON: it is empty"},
    {"[]", "expected an object, found a list"},
    {"'policy'", "expected an object, found 'policy'"},
    {"{}", "revision: missing; expected a whole number from 1 to 2147483647"},
    {"{'revision': '1'}", "revision: expected a whole number from 1 to 2147483647, found '1'"},
    {"{'revision': 0}", "revision: expected a whole number from 1 to 2147483647, found 0"},
    {"{'revision': -3}", "revision: expected a whole number from 1 to 2147483647, found -3"},
    {"{'revision': 1.5}", "revision: expected a whole number from 1 to 2147483647, found 1.5"},
    {
      "{'revision': 99999999999999999999}",
      "revision: expected a whole number from 1 to 2147483647, found 99999999999999999999"
    },
    {"{'revision': null}", "revision: expected a whole number from 1 to 2147483647, found null"},
    {"{'revision': 1}", "rules: missing; expected a list of objects"},
    {"{'revision': 1, 'rules': {}}", "rules: expected a list of objects, found an object"},
    {"{'revision': 1, 'rules': []}", "rules: expected at least one rule, found a list"},
    {"{'revision': 1, 'rules': ['vpn']}", "rules[0]: expected an object, found 'vpn'"},
    {"{'revision': 1, 'tells': true, 'rules': []}", "tells: expected an object, found true"},
    {
      "{'revision': 1, 'tells': {'deviceName': 1}, 'rules': []}",
      "tells.deviceName: expected true or false, found 1"
    },
    {
      "{'revision': 1, 'tells': {'deviceNames': true}, 'rules': []}",
      "tells.deviceNames: there is no such setting; did you mean 'deviceName'? known here:"
          + " deviceName, networkNames"
    },
    {
      "{'revision': 1, 'rule': [], 'rules': [{'check': 'vpn', 'severity': 'low'}]}",
      "rule: there is no such setting; did you mean 'rules'? known here: revision, tells, place, rules, probes"
    },
    {"{'revision': 1, 'revision': 2, 'rules': []}", null},
    {"{'revision': 1, 'rules': [", null},
    {"{'revision': 1, 'rules': []} {}", null},
    {"{revision: 1}", null},
    {ruled("{'severity': 'high'}"), "rules[1].check: missing; expected a text"},
    {ruled("{'check': 7, 'severity': 'high'}"), "rules[1].check: expected a text, found 7"},
    {
      ruled("{'check': 'wifi-encrpytion', 'severity': 'high'}"),
      "rules[1].check: unknown check 'wifi-encrpytion'; did you mean 'wifi-encryption'? known: "
          + KNOWN
    },
    {
      ruled("{'check': 'wifi', 'severity': 'high'}"),
      "rules[1].check: unknown check 'wifi'; did you mean 'wifi-encryption'? known: " + KNOWN
    },
    {
      ruled("{'check': 'karma', 'severity': 'high'}"),
      "rules[1].check: unknown check 'karma'; known: " + KNOWN
    },
    {
      ruled("{'check': 'a\\nb', 'severity': 'high'}"),
      "rules[1].check: unknown check 'a b'; known: " + KNOWN
    },
    {ruled("{'check': 'vpn', 'severity': 'low'}"), "rules[1].check: 'vpn' has a rule already"},
    {ruled("{'check': 'firewall'}"), "rules[1].severity: missing; expected " + SEVERITIES},
    {
      ruled("{'check': 'firewall', 'severity': 'urgent'}"),
      "rules[1].severity: expected " + SEVERITIES + ", found 'urgent'"
    },
    {
      ruled("{'check': 'firewall', 'severity': 'HIGH'}"),
      "rules[1].severity: expected " + SEVERITIES + ", found 'HIGH'"
    },
    {
      ruled("{'check': 'firewall', 'severity': 'high', 'minimum': 'wpa2'}"),
      "rules[1].minimum: there is no such setting; known here: check, severity, places"
    },
    {
      ruled("{'check': 'wifi-encryption', 'severity': 'high', 'minimum': 'wpa9'}"),
      "rules[1].minimum: expected " + SECURITIES + ", found 'wpa9'"
    },
    {
      ruled("{'check': 'wifi-encryption', 'severity': 'high', 'minimum': 2}"),
      "rules[1].minimum: expected " + SECURITIES + ", found 2"
    },
    {
      ruled("{'check': 'wifi-encryption', 'severity': 'high', 'vpnExcuses': 'yes'}"),
      "rules[1].vpnExcuses: expected true or false, found 'yes'"
    },
    {
      ruled("{'check': 'wifi-encryption', 'severity': 'high', 'vpnexcuses': true}"),
      "rules[1].vpnexcuses: there is no such setting; did you mean 'vpnExcuses'? known here:"
          + " check, severity, minimum, vpnExcuses, places"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': '22/tcp'}"),
      "rules[1].allowed: expected a list of texts, found '22/tcp'"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': ['22/tcp', '22']}"),
      "rules[1].allowed[1]: expected ports such as 22/tcp or 1000-2000/udp, found '22'"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': ['9-1/tcp']}"),
      "rules[1].allowed[0]: expected ports such as 22/tcp or 1000-2000/udp, found '9-1/tcp'"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': ['65536/tcp']}"),
      "rules[1].allowed[0]: expected ports such as 22/tcp or 1000-2000/udp, found '65536/tcp'"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': ['22/sctp']}"),
      "rules[1].allowed[0]: expected ports such as 22/tcp or 1000-2000/udp, found '22/sctp'"
    },
    {
      ruled("{'check': 'listening-services', 'severity': 'low', 'allowed': [22]}"),
      "rules[1].allowed[0]: expected ports such as 22/tcp or 1000-2000/udp, found 22"
    },
    {
      ruled("{'check': 'dns-resolvers', 'severity': 'low', 'allowed': ['10.0.0.0/33']}"),
      "rules[1].allowed[0]: expected an address or a range such as 192.168.0.0/16, found"
          + " '10.0.0.0/33'"
    },
    {
      ruled("{'check': 'dns-resolvers', 'severity': 'low', 'refused': ['dns.example']}"),
      "rules[1].refused[0]: expected an address or a range such as 192.168.0.0/16, found"
          + " 'dns.example'"
    },
    {
      ruled("{'check': 'os-patches', 'severity': 'low', 'maximumListAgeDays': -1}"),
      "rules[1].maximumListAgeDays: expected a whole number from 0 to 3650, found -1"
    },
    {
      ruled("{'check': 'os-patches', 'severity': 'low', 'maximumListAgeDays': '7'}"),
      "rules[1].maximumListAgeDays: expected a whole number from 0 to 3650, found '7'"
    },
    {
      ruled("{'check': 'os-support', 'severity': 'low', 'extendedCounts': null}"),
      "rules[1].extendedCounts: expected true or false, found null"
    },
    {
      ruled("{'check': 'hosts-file', 'severity': 'low', 'allowed': ['*.example.com']}"),
      "rules[1].allowed[0]: expected a name such as example.com, found '*.example.com'"
    },
    {
      ruled(
          "{'check': 'remote-access-tools', 'severity': 'low', 'allowed': ['ninjaone', 'nynja']}"),
      "rules[1].allowed[1]: expected one of anydesk, chrome-remote-desktop, dwservice,"
          + " gnome-remote-desktop, krdp, krfb, logmein, macos-remote-management, macos-screen-sharing, meshcentral, ninjaone, nomachine, radmin, realvnc, rustdesk,"
          + " screenconnect, splashtop, tactical-rmm, take-control, teamviewer, vino, vnc, wayvnc, windows-remote-assistance, windows-remote-desktop,"
          + " windows-remote-management, x11vnc, x2go, xpra, xrdp, found 'nynja'"
    },
  };

  @TestFactory
  Stream<DynamicTest> a_bad_policy_is_refused_in_one_line() {
    assertTrue(REFUSED.length >= 30, "only " + REFUSED.length);
    return Stream.of(REFUSED)
        .map(row -> DynamicTest.dynamicTest("> " + row[0], () -> refused(row[0], row[1])));
  }

  private static void refused(String policy, @Nullable String message) {
    var refused = assertThrows(Refused.class, () -> read(policy.replace('\'', '"')));
    String said = String.valueOf(refused.getMessage());
    assertEquals(1, said.lines().count(), said);
    if (message == null) { // Jackson's own words, which are not ours to hold
      assertTrue(said.startsWith("policy.json: not JSON: "), said);
    } else {
      assertEquals("policy.json: " + message, said.replace('"', '\''));
    }
  }

  @Test
  void the_packed_policy_has_a_rule_for_every_check() {
    var ruled = new HashSet<String>();
    PolicyReader.packed().rules().forEach(rule -> ruled.add(rule.check().id()));
    assertEquals(ruled, new HashSet<>(PolicyReader.checks()));
    var permitted = new HashSet<String>();
    for (Class<?> kind : Check.class.getPermittedSubclasses()) {
      permitted.add(Check.idOf(kind.asSubclass(Check.class)));
    }
    assertEquals(permitted, new HashSet<>(PolicyReader.checks()));
    assertTrue(permitted.size() >= 7);
  }

  @Test
  void what_is_left_out_is_as_in_the_packed_policy_and_lists_are_empty() {
    assertEquals(
        new WifiEncryption(Wifi.Security.OWE, true),
        check("{'check': 'wifi-encryption', 'severity': 'high'}"));
    assertEquals(new Firewall(), check("{'check': 'firewall', 'severity': 'high'}"));
    assertEquals(
        new ListeningServices(List.of()),
        check("{'check': 'listening-services', 'severity': 'high'}"));
    assertEquals(
        new DnsResolvers(List.of(), List.of()),
        check("{'check': 'dns-resolvers', 'severity': 'high'}"));
    assertEquals(new OsPatches(7), check("{'check': 'os-patches', 'severity': 'high'}"));
    assertEquals(new OsSupport(false), check("{'check': 'os-support', 'severity': 'high'}"));
    assertEquals(new HostsFile(List.of()), check("{'check': 'hosts-file', 'severity': 'high'}"));
    assertEquals(
        new Vpn(false),
        read("{\"revision\": 1, \"rules\": [{\"check\": \"vpn\", \"severity\": \"high\"}]}")
            .rules()
            .get(0)
            .check());
    var packed = new ArrayList<Check>();
    PolicyReader.packed().rules().forEach(rule -> packed.add(rule.check()));
    assertTrue(
        packed.containsAll(
            List.of(
                new WifiEncryption(Wifi.Security.OWE, true),
                new Firewall(),
                new Vpn(false),
                new OsPatches(7),
                new OsSupport(false))));
  }

  @Test
  void what_is_told_is_by_default_as_in_the_packed_policy() {
    Policy policy =
        read("{\"revision\": 1, \"rules\": [{\"check\": \"vpn\", \"severity\": \"high\"}]}");
    assertEquals(PolicyReader.packed().tells(), policy.tells());
    assertFalse(policy.tells().networkNames());
  }

  @Test
  void every_parameter_arrives() {
    assertEquals(
        new WifiEncryption(Wifi.Security.WPA3, false),
        check(
            "{'check': 'wifi-encryption', 'severity': 'high', 'minimum': 'wpa3', 'vpnExcuses':"
                + " false}"));
    assertEquals(
        new ListeningServices(
            List.of(new Ports(Protocol.TCP, 22, 22), new Ports(Protocol.UDP, 1000, 2000))),
        check(
            "{'check': 'listening-services', 'severity': 'high', 'allowed': ['22/tcp',"
                + " '1000-2000/udp']}"));
    assertEquals(
        new DnsResolvers(
            List.of(
                Network.of("10.0.0.0/8").orElseThrow(), Network.of("2001:db8::/32").orElseThrow()),
            List.of(Network.of("192.0.2.1").orElseThrow())),
        check(
            "{'check': 'dns-resolvers', 'severity': 'high', 'allowed': ['10.0.0.0/8',"
                + " '2001:db8::/32'], 'refused': ['192.0.2.1']}"));
    assertEquals(
        new OsPatches(0),
        check("{'check': 'os-patches', 'severity': 'high', 'maximumListAgeDays': 0}"));
    assertEquals(
        new HostsFile(List.of("intra.example.com")),
        check("{'check': 'hosts-file', 'severity': 'high', 'allowed': ['intra.example.com']}"));
    assertEquals(
        new RemoteAccessTools(List.of(Tool.NINJAONE, Tool.TACTICAL_RMM)),
        check(
            "{'check': 'remote-access-tools', 'severity': 'high', 'allowed': ['ninjaone',"
                + " 'tactical-rmm']}"));
    assertEquals(
        new OsSupport(true),
        check("{'check': 'os-support', 'severity': 'high', 'extendedCounts': true}"));
  }

  @Test
  void severities_and_the_order_of_rules_are_kept() {
    Policy policy =
        read(
            "{\"revision\": 9, /* why */ \"rules\": [ // more\n"
                + "{\"check\": \"vpn\", \"severity\": \"info\"},"
                + "{\"check\": \"firewall\", \"severity\": \"critical\"}]}");
    assertEquals(9, policy.revision());
    assertEquals(
        List.of(
            new Rule(Severity.INFO, new Vpn(false)), new Rule(Severity.CRITICAL, new Firewall())),
        policy.rules());
  }
}
