package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Setting;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

/** What strangers reach of a Mac, and what listens there. */
class MacFirewallTest extends MacWithFirewall {
  private static Reading<AlfState> tool(String file) {
    return SocketFilter.read(new Answer.Said(0, MacCaptures.text("firewall/" + file)));
  }

  private static String profileText(String state) {
    return MacCaptures.text("firewall/SPFirewallDataType_json_off_no-admin_27.json")
        .replace(
            "\"spfirewall_globalstate_allow_all\"", "\"spfirewall_globalstate_" + state + "\"");
  }

  private static Map<Setting, Boolean> settings(String file) {
    return SocketFilter.settings(new Answer.Said(0, MacCaptures.text("firewall/" + file)));
  }

  private static String words(Firewall.Side side) {
    assertEquals(Inbound.PORTS, side.inbound());
    return side.ports().stream().map(Firewall.Ports::word).toList().toString();
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
    "'Firewall is enabled. (State = 1)\nFirewall is set to block all non-essential incoming"
        + " connections', BLOCK_ALL",
  })
  void block_all_is_read_in_both_its_wordings(String text, AlfState state) {
    assertEquals(state, known(SocketFilter.read(new Answer.Said(0, text))));
  }

  @Test
  void a_tool_that_contradicts_itself_says_nothing() {
    for (String text :
        java.util.List.of(
            "Firewall is enabled. (State = 2)\nFirewall has block all state set to disabled.",
            "Firewall is disabled. (State = 0)\nBlock all ENABLED! ")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(SocketFilter.read(new Answer.Said(0, text))));
    }
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
    String shared =
        stock + "anchor \"com.apple.internet-sharing\" all\nanchor \"com.apple/*\" all\n";
    assertEquals(false, known(Pf.loaded(new Answer.Said(0, shared))));
    String scrubbed = "scrub-anchor \"com.apple.internet-sharing\" all fragment reassemble\n";
    assertEquals(false, known(Pf.loaded(new Answer.Said(0, scrubbed))));
    String nosy = "anchor \"com.apple.internet-sharing.mine\" all\n";
    assertEquals(true, known(Pf.loaded(new Answer.Said(0, nosy))));
    String loud = "No ALTQ support in kernel\nALTQ related functions disabled\nStatus: Enabled\n";
    assertEquals(true, known(Pf.isOn(new Answer.Said(0, loud))));
    var person =
        mac("Firewall is disabled. (State = 0)\n")
            .says(
                Pf.INFO,
                new Answer.Said(1, "", MacCaptures.text("firewall/pfctl-s-info_not-root_26.txt")))
            .says(Pf.FILE, "anchor \"com.apple/*\"\nblock in all # mine\n");
    assertEquals(Inbound.UNKNOWN, known(MacFirewall.read(person)).ipv4().inbound());
  }
}
