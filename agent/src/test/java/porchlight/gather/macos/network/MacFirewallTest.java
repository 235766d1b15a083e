package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.macos.MacCaptures.known;
import static porchlight.gather.macos.MacCaptures.why;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Setting;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** What strangers reach of a Mac, and what listens there. */
class MacFirewallTest {
  private static final String HEAD =
      """
      Active Internet connections (including servers)
      Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
      """;
  private static final String FOUR =
      HEAD
          + """
          tcp4       0      0  127.0.0.1.64342        127.0.0.1.57332        ESTABLISHED
          tcp46      0      0  *.61118                *.*                    LISTEN
          tcp4       0      0  *.22                   *.*                    LISTEN
          tcp4       0      0  127.0.0.1.27403        *.*                    LISTEN
          tcp4       0      0  10.0.0.5.54322         93.184.216.34.443      CLOSE_WAIT
          udp4       0      0  *.68                   *.*
          udp4       0      0  *.*                    *.*
          udp4       0      0  10.0.0.5.53111         9.9.9.9.443
          """;
  private static final String SIX =
      HEAD
          + """
          tcp6       0      0  *.22                   *.*                    LISTEN
          tcp6       0      0  fe80::1%lo0.8080       *.*                    LISTEN
          tcp6       0      0  fd00::5.9000           *.*                    LISTEN
          udp6       0      0  *.5353                 *.*
          icm6       0      0  *.*                    *.*
          """;
  private static final Question SW_VERS = Run.of("sw_vers");

  private static String swVers(String version) {
    return "ProductName:\tmacOS\nProductVersion:\t" + version + "\nBuildVersion:\t24F74\n";
  }

  private static Reading<AlfState> tool(String file) {
    return SocketFilter.read(new Answer.Said(0, MacCaptures.text("firewall/" + file)));
  }

  private static Reading<AlfState> profile(String text) {
    return FirewallProfile.read(new Answer.Said(0, text));
  }

  private static String profileText(String state) {
    return MacCaptures.text("firewall/SPFirewallDataType_json_off_no-admin_27.json")
        .replace(
            "\"spfirewall_globalstate_allow_all\"", "\"spfirewall_globalstate_" + state + "\"");
  }

  private static Told mac(String state) {
    return new Told()
        .says(SW_VERS, swVers("26.5"))
        .says(SocketFilter.STATE, state)
        .says(Pf.INFO, "Status: Disabled for 1 days   Debug: Urgent\n")
        .says(SystemExtensions.LIST, "0 extension(s)\n")
        .says(Netstat.SOCKETS, FOUR)
        .says(Netstat.SOCKETS6, SIX);
  }

  @ParameterizedTest
  @CsvSource({
    "socketfilterfw_getglobalstate_enabled.txt, PROGRAMS",
    "socketfilterfw_getglobalstate_disabled_no-root_26.5.txt, OFF",
    "socketfilterfw_getglobalstate_state2_new-wording_15.txt, BLOCK_ALL",
    "socketfilterfw_getglobalstate_state2_old-wording.txt, BLOCK_ALL",
    "socketfilterfw_all-get_alf-error-stealth_13.x.txt, PROGRAMS",
  })
  void only_the_number_of_the_tool_is_trusted(String file, AlfState state) {
    assertEquals(state, known(tool(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "'Firewall is enabled. (State = 1)\nBlock all ENABLED! ', BLOCK_ALL",
    "'Firewall is enabled. (State = 1)\nBlock all DISABLED! ', PROGRAMS",
    "'Firewall is enabled. (State = 1)\nFirewall has block all state set to enabled.', BLOCK_ALL",
    "'Firewall is disabled. (State = 0)\nFirewall has block all state set to disabled.', OFF",
  })
  void block_all_is_read_in_both_its_wordings(String text, AlfState state) {
    assertEquals(state, known(SocketFilter.read(new Answer.Said(0, text))));
  }

  @Test
  void every_captured_profile_is_read_and_the_one_that_was_cut_off_is_not() {
    assertEquals(
        AlfState.OFF,
        known(profile(MacCaptures.text("firewall/SPFirewallDataType_json_off_no-admin_27.json"))));
    assertEquals(
        AlfState.PROGRAMS,
        known(
            profile(
                MacCaptures.text(
                    "firewall/SPFirewallDataType_json_on_block+local_no-admin.json"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(profile(MacCaptures.text("firewall/SPFirewallDataType_json_15_excerpt.json"))));
    assertEquals(AlfState.BLOCK_ALL, known(profile(profileText("block_all"))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(profile(profileText("something_new"))));
  }

  private static Map<Setting, Boolean> settings(String file) {
    return SocketFilter.settings(new Answer.Said(0, MacCaptures.text("firewall/" + file)));
  }

  @Test
  void settings_are_told_in_each_wording_and_what_is_an_error_is_not() {
    assertEquals(
        Map.of(Setting.ALLOW_BUILT_IN, true, Setting.ALLOW_DOWNLOADED, true),
        settings("socketfilterfw_all-get_alf-error-stealth_13.x.txt"));
    assertEquals(
        Map.of(Setting.STEALTH, true), settings("socketfilterfw_getstealthmode_on_26.5.txt"));
    assertEquals(
        Map.of(Setting.STEALTH, false), settings("socketfilterfw_getstealthmode_off_26.5.txt"));
    assertEquals(Map.of(Setting.STEALTH, true), settings("socketfilterfw_setstealthmode_on.txt"));
    assertEquals(
        Map.of(),
        SocketFilter.settings(new Answer.Said(0, "Stealth mode enabled\nStealth mode disabled")));
    assertEquals(
        Map.of(Setting.STEALTH, true),
        FirewallProfile.settings(
            new Answer.Said(
                0,
                MacCaptures.text(
                    "firewall/SPFirewallDataType_json_on_block+local_no-admin.json"))));
  }

  @Test
  void settings_are_told_of_a_firewall_that_is_on_only() {
    var on = mac("Firewall is enabled. (State = 1)\nFirewall stealth mode is on\n");
    assertEquals(Map.of(Setting.STEALTH, true), known(MacFirewall.read(on)).settings());
    var off = mac("Firewall is disabled. (State = 0)\nFirewall stealth mode is on\n");
    assertEquals(Map.of(), known(MacFirewall.read(off)).settings());
  }

  @Test
  void a_firewall_that_is_off_lets_everybody_in() {
    var firewall = known(MacFirewall.read(mac("Firewall is disabled. (State = 0)\n")));
    assertEquals(Inbound.OPEN, firewall.ipv4().inbound());
    assertEquals(Inbound.OPEN, firewall.ipv6().inbound());
  }

  @Test
  void a_firewall_that_is_on_lets_in_what_listens() {
    var firewall = known(MacFirewall.read(mac("Firewall is enabled. (State = 1)\n")));
    assertEquals("[22/tcp, 61118/tcp, 68/udp]", words(firewall.ipv4()));
    assertEquals("[22/tcp, 9000/tcp, 61118/tcp, 5353/udp]", words(firewall.ipv6()));
    var blind =
        mac("Firewall is enabled. (State = 1)\n").says(Netstat.SOCKETS6, new Answer.Missing());
    assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(blind)).ipv4().inbound());
  }

  @Test
  void block_all_lets_in_what_the_network_itself_needs() {
    var firewall = known(MacFirewall.read(mac("Firewall is on. (State = 2)\n")));
    assertEquals("[68/udp, 500/udp, 4500/udp, 5353/udp]", words(firewall.ipv4()));
    assertEquals("[500/udp, 546/udp, 4500/udp, 5353/udp]", words(firewall.ipv6()));
  }

  private static String words(Firewall.Side side) {
    assertEquals(Inbound.PORTS, side.inbound());
    return side.ports().stream().map(Firewall.Ports::word).toList().toString();
  }

  @Test
  void on_macos_15_the_tool_is_not_asked_while_the_profile_answers() {
    var fifteen =
        mac("Firewall is disabled. (State = 0)\n")
            .says(SW_VERS, swVers("15.5"))
            .says(
                FirewallProfile.PROFILE,
                MacCaptures.text("firewall/SPFirewallDataType_json_on_block+local_no-admin.json"));
    assertEquals(Inbound.PORTS, known(MacFirewall.read(fifteen)).ipv4().inbound());
    assertTrue(!fifteen.asked().contains(SocketFilter.STATE.text()));
    var refused =
        mac("").says(SocketFilter.STATE, new Answer.Said(1, "Must be root to change settings.\n"));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacFirewall.read(refused)));
  }

  @Test
  void pf_that_is_on_filters_only_with_rules_of_somebody_s_own() {
    String stock = MacCaptures.text("firewall/pfctl-sr_default-ruleset.txt");
    assertEquals(false, known(Pf.loaded(new Answer.Said(0, stock))));
    assertEquals(
        true,
        known(
            Pf.isOn(
                new Answer.Said(
                    0, MacCaptures.text("firewall/pfctl-si_enabled_trimmed_2026-04.txt")))));
    var root =
        mac("Firewall is disabled. (State = 0)\n")
            .says(Pf.INFO, "Status: Enabled for 1 days   Debug: Urgent\n")
            .says(Pf.RULES, stock + "block drop in all\n");
    assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(root)).ipv4().inbound());
    assertEquals(
        Inbound.OPEN, known(MacFirewall.read(root.says(Pf.RULES, stock))).ipv4().inbound());
    var person =
        mac("Firewall is disabled. (State = 0)\n")
            .says(
                Pf.INFO,
                new Answer.Said(1, "", MacCaptures.text("firewall/pfctl-s-info_not-root_26.txt")))
            .says(Pf.FILE, "anchor \"com.apple/*\"\nblock in all # mine\n");
    assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(person)).ipv4().inbound());
  }

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
