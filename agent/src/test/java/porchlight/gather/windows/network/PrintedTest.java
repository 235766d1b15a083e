package porchlight.gather.windows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Dns;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.facts.Vpn.Path;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Scrambled;
import porchlight.machine.Answer;

/** What programs of Windows print of the network, where its own tables do not answer. */
class PrintedTest {
  private static Told says(String ipconfig) {
    return new Told().says(IpConfig.ALL, ipconfig);
  }

  private static List<String> servers(String ipconfig) {
    return known(WinDns.read(says(ipconfig))).resolvers().stream()
        .map(Dns.Resolver::address)
        .toList();
  }

  private static List<String> gateways(Told machine) {
    return known(WinGateway.read(machine)).hops().stream().map(Hop::address).toList();
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "de-win8-ipconfig-all-wlan-dual-stack, fe80::1 192.168.2.1, 192.168.2.1 fe80::1",
    "en-server2016-ipconfig-all-2024, 192.168.5.1, 192.168.5.1",
    "en-win10-ipconfig-all-tailscale, 10.50.13.1, 10.50.13.1",
    "en-win7-ipconfig-all, 192.168.22.151, 192.168.22.1",
    "fr-win11-ipconfig-all-wifi-dns-public, 8.8.8.8 1.1.1.1, 10.33.79.254",
    "ru-win10-ipconfig-all-vm-dhcp, 192.168.119.1, 10.0.2.2",
    "zh-cn-server-dc-static-dns-loopback, ::1 127.0.0.1, 192.168.140.2",
    "zh-cn-server-ipconfig-all-dhcp-two-dns, 100.100.2.136 100.100.2.138, 172.22.255.253",
  })
  void name_servers_and_gateways_are_read_in_every_language_and_in_none(
      String file, String dns, String gateways) {
    String said = text("ipconfig/" + file + ".txt");
    for (String one :
        List.of(
            said, Scrambled.words(said), said.replace("\n", "\r\r\n").replace(" :", "\u00A0:"))) {
      assertEquals(words(dns), servers(one), one);
      assertEquals(words(gateways), gateways(says(one)), one);
    }
  }

  @Test
  void name_servers_stand_in_nothing_less_than_all() {
    String said = text("ipconfig/ja-win10-ipconfig-wifi.txt");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(says(said))));
    assertEquals(List.of("192.168.12.1"), gateways(says(said)));
    assertEquals(List.of("192.168.12.1"), gateways(says(Scrambled.words(said))));
  }

  @Test
  void an_adapter_s_own_rows_are_told() {
    var adapters =
        known(
            IpConfig.read(
                new Answer.Said(0, text("ipconfig/en-win10-ipconfig-all-tailscale.txt"))));
    assertEquals(2, adapters.size());
    assertEquals("Unknown adapter Tailscale", adapters.getFirst().name());
    assertEquals("Tailscale Tunnel", adapters.getFirst().description());
    var wired = adapters.get(1);
    assertEquals("f8:e4:3b:ad:f2:6d", wired.mac());
    assertEquals("internal.companyname.com", wired.suffix());
    assertEquals("10.50.13.1", wired.dhcpServer());
    assertEquals(
        "10.50.13.132/24",
        wired.addresses().getFirst().first().text() + "/" + wired.addresses().getFirst().prefix());
    var fixed =
        known(
            IpConfig.read(
                new Answer.Said(0, text("ipconfig/zh-cn-server-dc-static-dns-loopback.txt"))));
    assertEquals("", fixed.getFirst().dhcpServer());
  }

  @Test
  void name_servers_without_ipv6_follow_the_dhcp_server() {
    String leased = text("ipconfig/en-win7-ipconfig-all.txt");
    String plain = leased.replaceAll("(?m)^ +(?:DHCPv6|Link-local IPv6).*\n", "");
    assertEquals(List.of("192.168.22.151"), servers(plain));
    String byHand = plain.replaceAll("(?m)^ +(?:Lease|DHCP Server).*\n", "");
    assertEquals(List.of("192.168.22.151"), servers(byHand));
    String none = plain.replaceAll("(?m)^ +DNS Servers.*\n", "");
    assertEquals(List.of(), servers(none));
    String cut = none.replaceAll("(?m)^ +NetBIOS.*\n", "");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(says(cut))));
    String headless = leased.replaceAll("(?ms)^ +Default Gateway.*?(?=\\n\\S|\\z)", "");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(says(headless))));
    String another =
        leased.replaceAll("(?m)^( +)DNS Servers", "$1Something. . . : new\n$1DNS Servers");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(says(another))));
  }

  @Test
  void a_label_may_have_a_colon_of_its_own() {
    String labelled =
        text("ipconfig/en-win7-ipconfig-all.txt")
            .replace(
                "Link-local IPv6 Address . . . . . : ", "Vínculo: dirección IPv6 local. . . : ")
            .replaceAll("(?m)^ +IPv4 Address.*\n +Subnet Mask.*\n", "");
    assertTrue(labelled.contains("Vínculo: "));
    assertEquals(List.of("192.168.22.151"), servers(labelled));
  }

  @Test
  void a_server_of_wins_is_asked_for_no_names_here() {
    String leased = text("ipconfig/en-win7-ipconfig-all.txt");
    String wins =
        leased.replaceAll(
            "(?m)^( +)NetBIOS",
            "$1Primary WINS Server . . . : 192.168.22.9\n"
                + "$1Secondary WINS Server . : 192.168.22.8\n$1NetBIOS");
    assertEquals(List.of("192.168.22.151"), servers(wins));
    assertEquals(List.of(), servers(wins.replaceAll("(?m)^ +DNS Servers.*\n", "")));
    String plain = wins.replaceAll("(?m)^ +(?:DHCPv6|Link-local IPv6|DNS Servers).*\n", "");
    assertEquals(List.of(), servers(plain.replace("Primary WINS Server", "主 WINS 服务器")));
  }

  @ParameterizedTest
  @CsvSource({
    "de-win-arp-a-fritzbox-net, 192.168.178.1, 12, e0:28:6d:00:00:91, 1",
    "de-win7-arp-a-two-interfaces, 192.168.31.16, 13, 00:0a:f7:00:00:b2, 2",
    "es-win10-arp-a-vbox, 10.0.2.1, 4, 52:54:00:12:35:00, 1",
    "es-win10-arp-a, 192.168.1.1, 13, ec:f4:51:00:00:ce, 1",
    "es-win11-arp-a-warp-empty-mac, 192.168.1.1, 10, fc:22:f4:00:00:70, 2",
    "fr-win-arp-a-no-gateway-entry, 192.168.1.1, 4, '', 0",
    "ja-win-arp-a, 192.168.1.1, 13, 00:25:36:00:00:c5, 9",
  })
  void neighbours_are_read_in_every_language_and_in_none(
      String file, String address, long index, String mac, int count) {
    String said = text("arp/" + file + ".txt");
    for (String one : List.of(said, Scrambled.table(said), said.replace("\n", "\r\n"))) {
      var table = known(ArpPrint.read(new Answer.Said(0, one)));
      assertEquals(mac, table.mac(address, Adapter.numbered(index, "", "")), one);
      assertEquals("", table.mac(address, Adapter.numbered(99, "", "")));
      assertEquals(count, table.all().size(), one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en-server-route-print-two-default-routes, 10.129.0.1 172.16.5.1",
    "en-win10-route-print-many-adapters, 192.168.31.1",
    "en-win11-route-print-ipv6-default-only, fe80::eedd:24ff:fe00:ced5",
  })
  void default_routes_are_read_in_every_language_and_in_none(String file, String expected) {
    String said = text("route/" + file + ".txt");
    String german = said.replace("On-link", "Auf Verbindung");
    for (String one : List.of(said, Scrambled.table(said), german, said.replace("\n", "\r\n"))) {
      assertEquals(words(expected), gateways(new Told().says(RoutePrint.PRINT, one)), one);
    }
  }

  @Test
  void routes_and_adapters_and_neighbours_are_put_together() {
    var machine =
        says(text("ipconfig/en-win10-ipconfig-all-tailscale.txt"))
            .says(
                RoutePrint.PRINT,
                text("route/en-win10-route-print-many-adapters.txt")
                    .replace("192.168.31.221", "10.50.13.132")
                    .replace("192.168.31.1 ", "10.50.13.1 ")
                    .replace("Software Loop", "Loop"))
            .says(
                ArpPrint.TABLE,
                """
                Interface: 10.50.13.132 --- 0x10
                  10.50.13.1  e0-28-6d-00-00-91  dynamic
                  10.50.13.9  e0-28-6d-00-00-91  dynamic
                """);
    var hop = known(WinGateway.read(machine)).hops().getFirst();
    assertEquals(new Hop("10.50.13.1", "Ethernet adapter Ethernet 2", "e0:28:6d:00:00:91"), hop);
    var vpn = known(WinVpn.read(machine));
    assertEquals(new Path.Direct("Ethernet adapter Ethernet 2"), vpn.ipv4());
    assertEquals(new Path.NoRoute(), vpn.ipv6());
    var lan = known(WinLan.read(machine)).attachments().getFirst();
    assertEquals(Kind.WIRED, lan.kind());
    assertEquals(List.of("10.50.13.9"), lan.routers().getFirst().alike());
    assertEquals("10.50.13.1", known(lan.lease()).server());
  }

  @Test
  void a_table_that_is_cut_off_tells_no_way_of_ipv6() {
    String cut = text("route/en-server-route-print-two-default-routes.txt");
    assertEquals(Reason.NOT_SUPPORTED, why(WinVpn.read(new Told().says(RoutePrint.PRINT, cut))));
    String full = text("route/en-win10-route-print-many-adapters.txt");
    int six = full.indexOf("fe80::/64");
    var within = new Told().says(RoutePrint.PRINT, full.substring(0, six));
    assertEquals(false, known(RoutePrint.read(within.ask(RoutePrint.PRINT), List.of())).whole6());
    var whole = new Told().says(RoutePrint.PRINT, full);
    assertEquals(true, known(RoutePrint.read(whole.ask(RoutePrint.PRINT), List.of())).whole6());
    String none = cut.replaceAll("(?m)^ +0\\.0\\.0\\.0 .*\n", "");
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(WinGateway.read(new Told().says(RoutePrint.PRINT, none))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinLan.read(new Told().says(RoutePrint.PRINT, none))));
  }

  @Test
  void getmac_ties_hardware_addresses_to_guids() {
    assertEquals(
        Map.of(
            "d8:b3:2f:00:00:4b",
            "{2A7F7D56-2979-401A-81FB-C4582F97EFF7}",
            "0a:00:27:00:00:12",
            "{F4C2CB11-998D-42CA-B051-1FA4B74C8AAB}"),
        GetMac.read(new Answer.Said(0, text("getmac/en-win11-getmac.txt"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-netsh-winhttp-direct", "fr-win11-netsh-winhttp-direct"})
  void no_proxy_of_services_is_one_sentence(String file) {
    String said = text("proxy/" + file + ".txt");
    for (String one : List.of(said, Scrambled.labels(said))) {
      assertEquals(List.of(), known(WinHttpPrint.read(new Answer.Said(0, one))));
    }
  }

  @Test
  void a_proxy_of_services_is_the_first_of_two_rows() {
    String said =
        """

        Current WinHTTP proxy settings:

            Proxy Server(s) :  http=proxy.example:8080;https=10.0.0.1:3128
            Bypass List     :  *.example
        """;
    assertEquals(
        "[Fixed[host=proxy.example, port=8080], Fixed[host=10.0.0.1, port=3128]]",
        known(WinHttpPrint.read(new Answer.Said(0, Scrambled.labels(said)))).toString());
    for (String odd :
        List.of("", "x", "Title:\n    a\n    b\n", "Title:\n    a :  ??\n    b : c\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(WinHttpPrint.read(new Answer.Said(0, odd))), odd);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", ":\n: :\n", "\uFFFD\u0000 garbage", "1.2.3.4\n", "=====\n"})
  void what_is_not_understood_is_not_guessed(String odd) {
    var said = new Answer.Said(0, odd);
    assertEquals(Reason.NOT_UNDERSTOOD, why(IpConfig.read(said)));
    assertEquals(Reason.NOT_UNDERSTOOD, why(RoutePrint.read(said, List.of())));
    assertEquals(Reason.NOT_UNDERSTOOD, why(ArpPrint.read(said)));
    assertEquals(Map.of(), GetMac.read(said));
  }

  @Test
  void a_program_that_is_missing_or_denied_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(IpConfig.read(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(RoutePrint.read(new Answer.Denied(), List.of())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(ArpPrint.read(new Answer.Denied())));
    assertEquals(Reason.TOOL_MISSING, why(WinGateway.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(WinDns.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(WinVpn.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(WinLan.read(new Told())));
    assertTrue(GetMac.read(new Answer.Denied()).isEmpty());
    assertEquals(Optional.empty(), Macs.of("ff-ff-ff-ff-ff-ff"));
  }

  @Test
  void a_print_that_is_cut_anywhere_brings_no_exception_and_no_other_servers() {
    String said = text("ipconfig/fr-win11-ipconfig-all-wifi-dns-public.txt");
    var all = List.of("8.8.8.8", "1.1.1.1");
    for (int end = 0; end < said.length(); end += 3) {
      if (WinDns.read(says(said.substring(0, end))) instanceof Known<Dns>(var dns)) {
        assertTrue(dns.resolvers().size() <= all.size(), dns.toString());
      }
    }
  }
}
