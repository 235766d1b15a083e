package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.network.Nearby;
import porchlight.gather.windows.ports.Listeners;
import porchlight.machine.Answer;

/** What the rules of the firewall of Windows let in. */
class FwRulesTest {
  private static final String IN = "v2.31|Action=Allow|Active=TRUE|Dir=In|";

  /** One rule in the words of its interface, as it comes: TCP for everybody from anywhere. */
  private static String rule(String... changed) {
    String rule =
        """

        rule=0
        action=1
        profiles=2147483647
        protocol=6
        localPorts=*
        remotePorts=*
        remoteAddresses=*
        localAddresses=*
        interfaceTypes=All
        interfaces=0
        program=
        service=
        edge=0
        secure=0
        """;
    for (String change : changed) {
      String key = change.substring(0, change.indexOf('=') + 1);
      rule =
          rule.contains("\n" + key)
              ? rule.replaceFirst("\n" + key + ".*\n", "\n" + change + "\n")
              : rule + change + "\n";
    }
    return rule;
  }

  private static Firewall with(String... rules) {
    return WinFirewallTest.of(
        WinFirewallTest.laptop()
            .says(FwCom.FIREWALL, WinFirewallTest.com(4) + String.join("", rules)));
  }

  private static String words(Reached reached) {
    return reached.inbound() == Inbound.OPEN
        ? "open"
        : reached.ports().stream().map(Ports::word).collect(Collectors.joining(" "));
  }

  private static String four(String... rules) {
    return words(with(rules).ipv4().ordinary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localPorts=3389 | 3389/tcp",
        "localPorts=80,443,5000-5010 | 80/tcp 443/tcp 5000-5010/tcp",
        "localPorts=* | open",
        "localPorts=1-40000 | open",
        "localPorts=RPC-EPMap | 135/tcp",
        "localPorts=Odd | open",
        "localPorts=22;remoteAddresses=LocalSubnet | 22/tcp",
        "localPorts=22;remoteAddresses=10.0.0.0/255.0.0.0 | 22/tcp",
        "localPorts=22;remoteAddresses=Internet | 22/tcp",
        "localPorts=22;remoteAddresses=Odd | 22/tcp",
        "localPorts=22;remoteAddresses=192.168.1.5/255.255.255.255 | ''",
        "localPorts=22;remoteAddresses=192.168.1.5-192.168.1.5 | ''",
        "localPorts=22;remoteAddresses=DefaultGateway | ''",
        "localPorts=22;remoteAddresses=fe80::/64 | ''",
        "localPorts=22;interfaceTypes=RemoteAccess | ''",
        "localPorts=22;interfaceTypes=Wireless | 22/tcp",
        "localPorts=22;profiles=3 | ''",
        "localPorts=22;profiles=4 | 22/tcp",
        "localPorts=22;remotePorts=67 | ''",
        "localPorts=22;secure=1 | ''",
        "protocol=1 | ''",
        "protocol=256 | open",
        "localPorts=22;localAddresses=224.0.0.251 | ''",
        "protocol=17;localPorts=5353 | 5353/udp",
      })
  void a_rule_for_everybody_opens_what_it_names(String change, String expected) {
    assertEquals(expected, four(rule(change.split(";", -1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "program=anydesk.exe | 7070/tcp",
        "program=other.exe | ''",
        "program=svchost.exe;service=RpcSs | 135/tcp",
        "program=svchost.exe;service=Other | ''",
        "protocol=17;program=svchost.exe;service=Dhcp;localPorts=68;remotePorts=* | 68/udp",
        "protocol=256;program=svchost.exe;service=* | 135/tcp 68/udp",
        "program=AnyDesk.exe;localPorts=80 | ''",
        "package=1;protocol=256 | ''",
        "localPorts=RPC | ''",
      })
  void a_rule_for_a_program_opens_where_that_listens(String change, String expected) {
    assertEquals(expected, four(rule(change.split(";", -1))));
  }

  @Test
  void who_picks_its_port_or_a_link_local_address_reaches_more() {
    Firewall dhcp =
        with(
            rule(
                "protocol=17",
                "localPorts=68",
                "remotePorts=67",
                "program=svchost.exe",
                "service=Dhcp"));
    assertEquals("", words(dhcp.ipv4().ordinary()));
    assertEquals("68/udp", words(dhcp.ipv4().crafted()));
    Firewall link = with(rule("localPorts=22", "remoteAddresses=fe80::/64"));
    assertEquals("", words(link.ipv6().ordinary()));
    assertEquals("22/tcp", words(link.ipv6().crafted()));
    assertEquals("", words(link.ipv4().crafted()));
  }

  @Test
  void what_blocks_everybody_comes_before_what_allows() {
    String open = rule("localPorts=22,80");
    assertEquals("80/tcp", four(open, rule("action=0", "localPorts=22")));
    assertEquals(
        "22/tcp 80/tcp",
        four(open, rule("action=0", "localPorts=22", "remoteAddresses=10.0.0.0/8")));
    assertEquals("22/tcp 80/tcp", four(open, rule("action=0", "localPorts=22", "program=x.exe")));
    assertEquals(
        "22/tcp 80/tcp", four(open, rule("action=0", "localPorts=22", "interfaceTypes=Lan")));
    for (String some : List.of("owner=1", "callers=1")) {
      assertEquals("22/tcp 80/tcp", four(open, rule("action=0", "localPorts=22", some)));
    }
    assertEquals("", four(rule("program=AnyDesk.exe"), rule("action=0", "localPorts=7070")));
    assertEquals("", four(rule("protocol=256"), rule("action=0", "protocol=256")));
  }

  @Test
  void programs_that_cannot_be_told_leave_their_rules_open() {
    var told =
        WinFirewallTest.laptop()
            .says(
                FwCom.FIREWALL,
                WinFirewallTest.com(4) + rule("program=x.exe") + rule("localPorts=22"))
            .says(Listeners.QUESTIONS.getFirst(), new Answer.TimedOut());
    Reached reached = WinFirewallTest.of(told).ipv4().ordinary();
    assertEquals(Inbound.UNKNOWN, reached.inbound());
    assertEquals("22/tcp", words(reached));
    // A socket whose program is not told may be anybody's.
    told.says(
        Listeners.QUESTIONS.getFirst(),
        "listener=tcp\naddress=0.0.0.0\nport=99\npid=5\nprogram=\n");
    assertEquals("22/tcp 99/tcp", words(WinFirewallTest.of(told).ipv4().ordinary()));
  }

  /** Another person's process is not shown to a standard person. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "program=Music.exe;package=? | package=1;protocol=256 | UNKNOWN",
        "program=Music.exe | package=1;protocol=256 | BLOCKED",
        "program=Music.exe;package=1 | package=1;protocol=256 | PORTS",
        "program=Music.exe;package=? | package=1;protocol=17 | BLOCKED",
        "program=Music.exe;package=? | program=music.exe;service=Tunes | UNKNOWN",
        "program=Music.exe;package=? | service=* | UNKNOWN",
        "program=Music.exe;package=? | program=other.exe;service=Tunes | BLOCKED",
        "program=lsass.exe;package=? | package=1;protocol=256 | BLOCKED",
        "program=System;package=? | package=1;protocol=256 | BLOCKED",
        "program=db.exe;package=?;services=Db | package=1;protocol=256 | BLOCKED",
      })
  void an_app_that_is_not_shown_may_be_behind_a_port(String socket, String rule, String expected) {
    String listener = "listener=tcp\naddress=0.0.0.0\nport=57621\npid=5\n";
    var told =
        WinFirewallTest.laptop()
            .says(FwCom.FIREWALL, WinFirewallTest.com(4) + rule(rule.split(";", -1)))
            .says(Listeners.QUESTIONS.getFirst(), listener + socket.replace(';', '\n') + "\n");
    Reached reached = WinFirewallTest.of(told).ipv4().ordinary();
    assertEquals(expected, reached.inbound().name());
    told.says(
        FwCom.FIREWALL,
        WinFirewallTest.com(4) + rule(rule.split(";", -1)) + rule("action=0", "localPorts=57621"));
    assertEquals("BLOCKED", WinFirewallTest.of(told).ipv4().ordinary().inbound().name());
  }

  @Test
  void a_policy_may_leave_out_what_was_allowed_here_and_bring_its_own() {
    var told =
        WinFirewallTest.laptop()
            .says(FwCom.FIREWALL, WinFirewallTest.com(4) + rule("localPorts=22"))
            .says(
                FwPolicies.BY_GROUP,
                WinFirewallTest.GROUP
                    + "]\n"
                    + WinFirewallTest.GROUP
                    + "\\PublicProfile]\n\"AllowLocalPolicyMerge\"=dword:00000000\n")
            .says(
                FwPolicies.GROUP_RULES,
                WinFirewallTest.GROUP
                    + "\\FirewallRules]\n\"{A}\"=\""
                    + IN
                    + "Protocol=6|Profile=Public|LPort=5985|Name=x|\"\n");
    assertEquals("5985/tcp", words(WinFirewallTest.of(told).ipv4().ordinary()));
  }

  private static FwRule text(String rest) {
    return known(RuleText.read(IN + rest, Nearby.UNTOLD)).orElseThrow();
  }

  @Test
  void a_rule_of_the_registry_says_the_same() {
    FwRule rule =
        text(
            "Protocol=17|Profile=Private|Profile=Public|LPort=80|LPort2_10=5000-5010|RPort=67|RA4=LocalSubnet|"
                + "IFType=Wireless|App=%SystemRoot%\\system32\\svchost.exe|Svc=Dhcp|Name=@x,-1|Edge=FALSE|");
    assertEquals(6, rule.profiles());
    assertEquals(17, rule.protocol());
    assertEquals(List.of("5000-5010", "80"), rule.ports().stream().sorted().toList());
    assertEquals(Scope.CRAFTED, rule.scope(false));
    assertEquals(Scope.NOBODY, rule.scope(true), "for IPv4 alone");
    assertEquals("svchost.exe", rule.program());
    assertEquals("Dhcp", rule.service());
    assertTrue(rule.narrow());
    assertEquals(Scope.ORDINARY, text("Protocol=6|LPort=1|").scope(true));
    assertEquals(Scope.NOBODY, text("Protocol=6|LPort=1|Security=Authenticate|").scope(true));
    assertTrue(text("AppPkgId=S-1-15-2|LUOwn=S-1-5|").isBound());
    assertEquals(7, text("").profiles());
    assertEquals(FwRule.ANY_PROTOCOL, text("").protocol());
  }

  @Test
  void rules_that_are_off_or_for_what_goes_out_do_not_count() {
    assertTrue(
        known(RuleText.read("v2.31|Action=Allow|Active=FALSE|Dir=In|", Nearby.UNTOLD)).isEmpty());
    assertTrue(
        known(RuleText.read("v2.31|Action=Block|Active=TRUE|Dir=Out|App=x|", Nearby.UNTOLD))
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v2.31",
        "v2.31|Active=TRUE|Dir=In|",
        "v2.31|Action=Allow|Active=PERHAPS|Dir=In|",
        "v2.31|Action=Allow|Active=TRUE|Dir=Up|",
        "v2.31|Action=Odd|Active=TRUE|Dir=In|",
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Profile=Odd|",
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=many|",
        "v2.31|Action=Allow|Active=TRUE|Dir=In|odd|",
        "\uFFFD\u0000",
      })
  void a_rule_that_is_not_understood_could_let_anybody_in(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(RuleText.read(text, Nearby.UNTOLD)));
    Told told =
        new Told()
            .says(
                FwRegistry.OWN_RULES,
                Keys.header(FwRegistry.OWN_RULES.key())
                    + "\"a\"=\""
                    + text.replace("\u0000", "")
                    + "\"\n");
    assertEquals(Reason.NOT_UNDERSTOOD, why(FwRegistry.rules(told, FwRegistry.OWN_RULES)));
  }
}
