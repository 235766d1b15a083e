package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class MacFirewallUnreadTest extends MacWithFirewall {
  @Test
  void where_pf_or_other_makers_cannot_be_read_nothing_is_called_open() {
    for (Question hidden : List.of(SystemExtensions.LIST, Pf.INFO)) {
      var mac = mac("Firewall is disabled. (State = 0)\n").says(hidden, new Answer.TimedOut());
      assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(mac)).ipv4().inbound());
      assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(mac)).ipv6().inbound());
    }
  }

  @Test
  void a_filter_of_another_maker_is_named_and_a_vpn_is_none() {
    String vpn =
        MacCaptures.text(
            "firewall/systemextensionsctl-list_protonvpn-active_avg-mbam-terminated.txt");
    assertEquals(Optional.empty(), known(OtherFilters.inbound(new Answer.Said(0, vpn))));
    String snitch =
        vpn.replace("ch.protonvpn.mac.Transparent-Proxy", "at.obdev.littlesnitch.networkextension");
    assertEquals(
        Optional.of("Little Snitch"), known(OtherFilters.inbound(new Answer.Said(0, snitch))));
    assertEquals(
        Optional.empty(),
        known(
            OtherFilters.inbound(
                new Answer.Said(
                    0, snitch.replace("[activated enabled]", "[activated waiting for user]")))));
    var mac = mac("Firewall is disabled. (State = 0)\n").says(SystemExtensions.LIST, snitch);
    var side = known(MacFirewall.read(mac)).ipv4();
    assertEquals(Inbound.UNKNOWN, side.inbound());
    assertTrue(side.why().contains("Little Snitch"));
  }

  @Test
  void what_listens_is_named_as_far_as_may_be_seen() {
    var mac =
        new Told()
            .says(Netstat.SOCKETS, FOUR)
            .says(Netstat.SOCKETS6, SIX)
            .says(
                Lsof.SOCKETS,
                """
                p501
                csshd
                f3
                PTCP
                n*:22
                f4
                PUDP
                n*:5353
                p7
                cApp Two
                f1
                PUDP
                n*:5353
                """);
    var services = known(MacListening.read(mac)).services();
    assertTrue(services.contains(new Service(Protocol.TCP, "0.0.0.0", 22, Reach.IPV4, "sshd")));
    assertTrue(services.contains(new Service(Protocol.TCP, "::", 61118, Reach.BOTH, "")));
    assertTrue(
        services.contains(new Service(Protocol.TCP, "127.0.0.1", 27403, Reach.LOOPBACK, "")));
    assertTrue(services.contains(new Service(Protocol.TCP, "fe80::1", 8080, Reach.LOOPBACK, "")));
    assertTrue(services.contains(new Service(Protocol.UDP, "::", 5353, Reach.IPV6, "")));
    assertEquals(8, services.size(), services.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp6 0 0 2001:db8:1:2:3:4:5:6.443*.* LISTEN",
        "tcp6 0 0 *.443 *.*LISTEN",
        "tcp6 0 0 *.443 *.*",
        "udp6 0 0 2001:db8:1:2:3:4:5:6.443*.*"
      })
  void columns_that_run_into_each_other_hide_nothing(String row) {
    var said = new Answer.Said(0, HEAD + row + "\n");
    assertEquals(Reason.NOT_UNDERSTOOD, why(Netstat.read(Netstat.SOCKETS6, said)), row);
  }

  @Test
  void connections_by_several_ways_below_the_others_wait_for_nobody() {
    String more =
        FOUR
            + """
            Active Multipath Internet connections
            Proto/ID  Flags      Local Address          Foreign Address        (state)
            mptcp/00                                                           ESTABLISHED
             tcp4/01  00000013   10.0.0.5.52111         93.184.216.34.443      ESTABLISHED
             tcp6/02  00000012   2001:db8::5.52112      2001:db8::6.443        ESTABLISHED
            """;
    assertEquals(
        known(Netstat.read(Netstat.SOCKETS, new Answer.Said(0, FOUR))),
        known(Netstat.read(Netstat.SOCKETS, new Answer.Said(0, more))));
    String waits = more + "mptcp/01                                   LISTEN\n";
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(Netstat.read(Netstat.SOCKETS, new Answer.Said(0, waits))));
  }

  @Test
  void a_tool_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(MacFirewall.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(MacListening.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(Pf.filters(new Told())));
  }

  @Test
  void a_tool_that_is_denied_says_so() {
    var denied = new Answer.Said(1, "", "Permission denied");
    assertEquals(Reason.NEEDS_PRIVILEGE, why(SocketFilter.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(FirewallProfile.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Netstat.read(Netstat.SOCKETS, denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Pf.isOn(denied)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Firewall is enabled.",
        "(State = 7)",
        "(State = 0)(State = 1)\n(State = 0)\n(State = 1)",
        "Firewall is disabled. (State = 0)\nBlock all ENABLED!"
      })
  void what_is_not_understood_is_not_guessed(String text) {
    if (!text.startsWith("(State = 0)(")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(SocketFilter.read(new Answer.Said(0, text))), text);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(profile(text)));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(Netstat.read(Netstat.SOCKETS, new Answer.Said(0, text))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(Netstat.read(Netstat.SOCKETS, new Answer.Said(0, HEAD + List.of(text) + "\n"))));
  }
}
