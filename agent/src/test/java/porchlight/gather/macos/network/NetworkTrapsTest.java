package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Network;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** What misleads about the network of a Mac, one by one. */
class NetworkTrapsTest {
  private static Answer said(String text) {
    return new Answer.Said(0, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firewall/socketfilterfw_getstealthmode_off_26.5.txt",
        "firewall/socketfilterfw_getstealthmode_on_26.5.txt",
        "firewall/socketfilterfw_setstealthmode_on.txt",
        "firewall/socketfilterfw_getloggingmode_on_10.14.txt",
        "firewall/socketfilterfw_getblockall_disabled_no-root_2026-07.txt",
        "firewall/socketfilterfw_listapps_new-grammar_26.txt",
        "firewall/socketfilterfw_apps_kolide.txt",
      })
  void what_lacks_the_number_of_the_state_is_not_a_state(String file) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(SocketFilter.read(said(MacCaptures.text(file)))), file);
  }

  @Test
  void allow_all_is_how_a_firewall_that_is_off_is_called() {
    String off = MacCaptures.text("firewall/SPFirewallDataType_json_off_no-admin_27.json");
    assertTrue(off.contains("spfirewall_globalstate_allow_all"));
    assertEquals(AlfState.OFF, known(FirewallProfile.read(said(off))));
  }

  @Test
  void what_must_be_root_to_change_settings_is_no_state() {
    var refused = new Answer.Said(0, "Must be root to change settings.\n");
    assertEquals(Reason.NEEDS_PRIVILEGE, why(SocketFilter.read(refused)));
    var both =
        new Told()
            .says(SocketFilter.STATE, refused)
            .says(FirewallProfile.PROFILE, new Answer.TimedOut());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacFirewall.read(both)));
  }

  @Test
  void pf_that_is_enabled_keeps_nobody_out() {
    var machine =
        new Told()
            .says(
                SocketFilter.STATE,
                MacCaptures.text(
                    "firewall/socketfilterfw_getglobalstate_disabled_no-root_26.5.txt"))
            .says(Pf.INFO, MacCaptures.text("firewall/pfctl-si_enabled_trimmed_2026-04.txt"))
            .says(Pf.RULES, MacCaptures.text("firewall/pfctl-sr_default-ruleset.txt"))
            .says(SystemExtensions.LIST, "0 extension(s)\n");
    assertEquals(Inbound.OPEN, known(MacFirewall.read(machine)).ipv4().inbound());
  }

  @Test
  void idle_tunnels_have_nothing_but_link_local_addresses_and_one_with_more_is_real() {
    String many = MacCaptures.text("ifconfig/ifconfig_apple-silicon_many-utun_vpn-utun8_14.6.txt");
    for (int i = 0; i <= 8; i++) {
      var link = new LinkName("utun" + i);
      int start = many.indexOf(link.value() + ": flags");
      var config = known(Ifconfig.read(Ifconfig.LINK.on(link), link, said(many.substring(start))));
      assertEquals(i == 8, config.isRoutable(), link.value());
    }
  }

  @Test
  void what_ifconfig_says_of_the_next_interface_is_not_of_this_one() {
    String text = MacCaptures.text("ifconfig/ifconfig_facter_mac.txt");
    var en0 = new LinkName("en0");
    int start = text.indexOf("en0: flags");
    var config = known(Ifconfig.read(Ifconfig.LINK.on(en0), en0, said(text.substring(start))));
    assertEquals(1, config.networks().stream().map(Network::toString).distinct().count());
    Run other = Ifconfig.LINK.on(new LinkName("en7"));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(Ifconfig.read(other, new LinkName("en7"), said(text.substring(start)))));
  }

  @Test
  void a_list_of_vpns_that_says_connected_is_not_asked_and_makes_no_tunnel() {
    String list = MacCaptures.text("vpn/scutil-nc-list_tailscale-connected-after-down_26.5.txt");
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacVpn.read(question -> said(list))));
    assertTrue(MacVpn.QUESTIONS.stream().noneMatch(question -> question.text().contains("--nc")));
  }

  @Test
  void octets_without_their_zeros_are_the_same_address() {
    for (String file : List.of("arp/arp-an_16-entries_10.7.txt")) {
      known(Arp.read(said("\n" + MacCaptures.text(file) + "\n")))
          .values()
          .forEach(mac -> assertTrue(mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}"), mac));
    }
    assertEquals("00:04:ed:f2:96:dc", Mac.of("0:4:ed:f2:96:dc").orElseThrow());
    assertTrue(Mac.of("(incomplete)").isEmpty());
  }

  @Test
  void netstat_without_n_is_not_what_we_ask() {
    String names = MacCaptures.text("route/netstat-r_names_10.14.6.txt");
    var read = Routes.read(said(names));
    assertTrue(
        read instanceof porchlight.facts.Reading.Unknown<?>
            || known(read).defaults().stream().allMatch(row -> !row.gateway().isEmpty()));
  }

  @Test
  void resolv_conf_and_static_servers_are_no_list_of_resolvers() {
    for (String file :
        List.of(
            "dns/resolv.conf_comcast_13.x.txt",
            "networksetup/getdnsservers_google-static.txt",
            "networksetup/getdnsservers_none.txt",
            "dns/profiles-P_DNSSettings_nextdns-doh_excerpt.txt")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Scutil.read(said(MacCaptures.text(file)))), file);
    }
  }
}
