package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyReaderRefusedTest extends PolicyTexts {
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
}
