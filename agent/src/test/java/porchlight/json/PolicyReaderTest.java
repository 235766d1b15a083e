package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
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

class PolicyReaderTest extends PolicyTexts {
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
