package porchlight.gather.windows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Origin;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/**
 * Name servers, by Windows' own tables and its registry; and how neighbours are asked for names.
 */
class WinDnsTest {
  private static final String CACHE =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Dnscache";
  private static final String CLIENT =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient";
  private static final String NETBT =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\NetBT\\Parameters";
  private static final String NRPT = CACHE + "\\Parameters\\DnsPolicyConfig";
  private static final String GROUP = CLIENT + "\\DnsPolicyConfig";

  private static String absent(String key) {
    return key + "]\nabsent\n";
  }

  private static String key(String key, String... values) {
    return key + "]\n" + String.join("\n", values) + "\n";
  }

  /** Nothing set but by DHCP and by hand. */
  private static Told machine() {
    return new Told()
        .says(Adapters.NATIVE, WinMachine.ADAPTERS)
        .says(Interfaces.SETTINGS4, WinMachine.SETTINGS)
        .says(Nrpt.LOCAL_RULES, absent(NRPT))
        .says(Nrpt.POLICY_RULES, absent(GROUP))
        .says(DnsPolicy.POLICY, absent(CLIENT))
        .says(Doh.SERVICE, key(CACHE + "\\Parameters"))
        .says(Doh.SETTINGS, key(CACHE + "\\InterfaceSpecificParameters"))
        .says(Doh.ABLE_SERVERS, able("9.9.9.9"))
        .says(Doh.NATIVE, library(0));
  }

  private static String able(String server) {
    String key = CACHE + "\\Parameters\\DohWellKnownServers";
    return key(key) + key(key + "\\" + server, "\"Template\"=\"https://dns.example/dns-query\"");
  }

  /** What the library says of the radio's adapter. */
  private static String library(int flags) {
    String settings =
        "settings=" + WinMachine.WIFI + "\nfamily=4\nversion=3\nflags=0\nnameServer=9.9.9.9\n";
    return flags == 0
        ? settings
        : settings
            + "\nserver=0\nsettings="
            + WinMachine.WIFI
            + "\nfamily=4\nprofile=0\ntype=1\nflags="
            + flags
            + "\n";
  }

  private static String doh(int flags, String template) {
    String key = CACHE + "\\InterfaceSpecificParameters";
    return key(key)
        + key(
            key + "\\" + WinMachine.WIFI + "\\DohInterfaceSettings\\Doh\\9.9.9.9",
            String.format("\"DohFlags\"=hex(b):%02x,00,00,00,00,00,00,00", flags),
            "\"DohTemplate\"=\"" + template + "\"");
  }

  private static Transport transport(Told machine) {
    return known(WinDns.read(machine)).resolvers().stream()
        .filter(one -> one.address().equals("9.9.9.9"))
        .findFirst()
        .orElseThrow()
        .transport();
  }

  @Test
  void all_adapters_that_are_up_are_asked_the_preferred_one_first() {
    assertEquals(
        new Dns(
            List.of(
                new Resolver("10.177.0.1", "Ethernet 3", Transport.NOT_TOLD, Origin.AUTOMATIC),
                new Resolver("192.168.0.102", "Wi-Fi", Transport.PLAIN, Origin.NOT_TOLD),
                new Resolver("9.9.9.9", "Wi-Fi", Transport.PLAIN, Origin.BY_HAND)),
            "Windows"),
        known(WinDns.read(machine())));
  }

  @Test
  void who_set_a_server_is_told() {
    String leased =
        WinMachine.SETTINGS.replace("\"NameServer\"=\"9.9.9.9\"", "\"NameServer\"=\"\"");
    String forNetwork = leased.replace("\"NameServer\"=\"\"", "\"ProfileNameServer\"=\"9.9.9.9\"");
    assertEquals(Origin.AUTOMATIC, origin(machine().says(Interfaces.SETTINGS4, leased)));
    assertEquals(Origin.BY_HAND, origin(machine().says(Interfaces.SETTINGS4, forNetwork)));
    assertEquals(Origin.NOT_TOLD, origin(machine().says(Interfaces.SETTINGS4, "nonsense")));
    assertEquals(
        Origin.NOT_TOLD, origin(machine().says(Interfaces.SETTINGS4, WinMachine.KEY + "]\n")));
  }

  private static Origin origin(Told machine) {
    return known(WinDns.read(machine)).resolvers().getLast().origin();
  }

  @ParameterizedTest
  @CsvSource({
    "1, '', AUTHENTICATED",
    "2, https://dns.quad9.net/dns-query, AUTHENTICATED",
    "5, '', OPPORTUNISTIC",
    "6, https://dns.quad9.net/dns-query, OPPORTUNISTIC",
    "16, '', OPPORTUNISTIC",
    "2, '', NOT_TOLD",
    "8, '', NOT_TOLD",
    "0, '', NOT_TOLD",
  })
  void encryption_is_what_is_set_and_what_the_library_confirms(
      int flags, String template, Transport expected) {
    var set = machine().says(Doh.SETTINGS, doh(flags, template));
    assertEquals(expected, transport(set.says(Doh.NATIVE, library(3))));
    Transport alone = transport(set.says(Doh.NATIVE, library(0)));
    assertEquals(
        flags == 0 ? Transport.PLAIN : flags == 16 ? Transport.OPPORTUNISTIC : Transport.NOT_TOLD,
        alone);
    assertEquals(Transport.PLAIN, transport(set.says(Doh.NATIVE, new Answer.Missing())));
    assertEquals(Transport.NOT_TOLD, transport(set.says(Doh.NATIVE, new Answer.TimedOut())));
  }

  @Test
  void that_a_server_could_encrypt_says_nothing() {
    assertEquals(Transport.PLAIN, transport(machine()));
    var unable = machine().says(Doh.SETTINGS, doh(1, "")).says(Doh.NATIVE, library(1));
    assertEquals(Transport.NOT_TOLD, transport(unable.says(Doh.ABLE_SERVERS, able("1.1.1.1"))));
  }

  @ParameterizedTest
  @CsvSource({"1, PLAIN", "2, AUTHENTICATED", "3, NOT_TOLD", "4, NOT_TOLD"})
  void a_policy_on_encryption_counts(int number, Transport expected) {
    var set = machine().says(Doh.SETTINGS, doh(1, "")).says(Doh.NATIVE, library(1));
    String policy = key(CLIENT, "\"DoHPolicy\"=dword:0000000" + number);
    assertEquals(expected, transport(set.says(DnsPolicy.POLICY, policy)));
  }

  @Test
  void settings_that_cannot_be_read_leave_the_way_untold() {
    for (ReadRegistry question : List.of(Doh.SETTINGS, Doh.SERVICE, DnsPolicy.POLICY)) {
      assertEquals(Transport.NOT_TOLD, transport(machine().says(question, new Answer.Denied())));
      assertEquals(Transport.NOT_TOLD, transport(machine().says(question, "nonsense")));
    }
    String auto = key(CACHE + "\\Parameters", "\"EnableAutoDoh\"=dword:00000002");
    assertEquals(Transport.NOT_TOLD, transport(machine().says(Doh.SERVICE, auto)));
  }

  private static String rule(String root, String name, int options, String servers) {
    return key(root)
        + key(
            root + "\\{one}",
            "\"Name\"=hex(7):" + utf16(name) + "00,00",
            String.format("\"ConfigOptions\"=dword:%08x", options),
            "\"GenericDNSServers\"=\"" + servers + "\"");
  }

  private static String utf16(String text) {
    var out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("%02x,00,", c)));
    return out + "00,00,";
  }

  private static List<String> servers(Told machine) {
    return known(WinDns.read(machine)).resolvers().stream().map(Resolver::address).toList();
  }

  @Test
  void a_rule_for_all_names_is_before_the_adapters() {
    String all = rule(NRPT, ".", 8, "6.6.6.6;2001:db8::6");
    assertEquals(List.of("6.6.6.6", "2001:db8::6"), servers(machine().says(Nrpt.LOCAL_RULES, all)));
    assertEquals(
        List.of("6.6.6.6", "2001:db8::6"),
        servers(machine().says(Nrpt.POLICY_RULES, all.replace(NRPT, GROUP))));
    String some = rule(NRPT, ".corp.example", 8, "6.6.6.6");
    assertEquals(3, servers(machine().says(Nrpt.LOCAL_RULES, some)).size());
  }

  @Test
  void rules_of_a_company_switch_the_others_off_and_an_empty_key_may() {
    String all = rule(NRPT, ".", 8, "6.6.6.6");
    var both = machine().says(Nrpt.LOCAL_RULES, all);
    String some = rule(GROUP, ".corp.example", 8, "10.0.0.1");
    assertEquals(3, servers(both.says(Nrpt.POLICY_RULES, some)).size());
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(both.says(Nrpt.POLICY_RULES, key(GROUP)))));
    assertEquals(3, servers(machine().says(Nrpt.POLICY_RULES, key(GROUP))).size());
  }

  @Test
  void rules_that_cannot_be_read_may_send_names_anywhere() {
    for (ReadRegistry question : List.of(Nrpt.LOCAL_RULES, Nrpt.POLICY_RULES)) {
      assertEquals(
          Reason.NEEDS_PRIVILEGE, why(WinDns.read(machine().says(question, new Answer.Denied()))));
      assertEquals(
          Reason.TOOL_MISSING, why(WinDns.read(machine().says(question, new Answer.Missing()))));
      assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(machine().says(question, "nonsense"))));
    }
    var printed =
        machine()
            .says(Adapters.NATIVE, new Answer.TimedOut())
            .says(IpConfig.ALL, text("ipconfig/en-win7-ipconfig-all.txt"));
    assertEquals(1, servers(printed).size());
    printed.says(Nrpt.POLICY_RULES, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinDns.read(printed)));
    for (String odd :
        List.of(
            rule(NRPT, ".", 8, "here"),
            rule(NRPT, ".", 4, ""),
            rule(NRPT, ".com", 8, "6.6.6.6"),
            rule(NRPT, ".de", 8, "6.6.6.6"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(WinDns.read(machine().says(Nrpt.LOCAL_RULES, odd))));
    }
  }

  @Test
  void a_resolver_on_this_laptop_is_told_and_no_more() {
    var local =
        machine()
            .says(
                Adapters.NATIVE,
                WinMachine.ADAPTERS.replace(
                    "dns=192.168.0.102,9.9.9.9", "dns=::ffff:127.0.2.2,fec0:0:0:ffff::3%12"));
    assertEquals(
        new Resolver("127.0.2.2", "Wi-Fi", Transport.NOT_TOLD, Origin.NOT_TOLD),
        known(WinDns.read(local)).resolvers().getLast());
    assertEquals(2, servers(local).size());
  }

  private static Told asking(String policy, String service, String node, String netbios) {
    return new Told()
        .says(Adapters.NATIVE, WinMachine.ADAPTERS)
        .says(DnsPolicy.POLICY, key(CLIENT, policy))
        .says(Doh.SERVICE, key(CACHE + "\\Parameters", service))
        .says(Netbios.NODE, key(NETBT, node))
        .says(
            Netbios.LINKS,
            key(NETBT + "\\Interfaces")
                + key(
                    NETBT + "\\Interfaces\\Tcpip_" + WinMachine.WIFI,
                    "\"NetbiosOptions\"=dword:0000000" + netbios));
  }

  private static String ways(Told machine) {
    NameBroadcast told = known(WinNameBroadcast.read(machine));
    return String.join(
            " ", told.asking().stream().map(one -> one.way().word() + "@" + one.link()).toList())
        + told.unseen().map(unseen -> " " + unseen.reason()).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', 0, llmnr@ mdns@ netbios@Wi-Fi",
    "'', '', '', 1, llmnr@ mdns@ netbios@Wi-Fi",
    "'', '', '', 2, llmnr@ mdns@",
    "'\"EnableMulticast\"=dword:00000000', '', '', 2, mdns@",
    "'\"EnableMDNS\"=dword:00000000', '', '', 2, llmnr@",
    "'', '\"EnableMDNS\"=dword:00000000', '', 2, llmnr@",
    "'\"EnableNetbios\"=dword:00000000', '', '', 1, llmnr@ mdns@",
    "'', '', '\"NodeType\"=dword:00000002', 1, llmnr@ mdns@",
    "'', '', '\"DhcpNodeType\"=dword:00000002', 1, llmnr@ mdns@",
    "'', '', '\"NodeType\"=dword:00000008', 1, llmnr@ mdns@ netbios@Wi-Fi",
    "'\"EnableMulticast\"=\"0\"', '', '', 2, mdns@ NOT_UNDERSTOOD",
  })
  void neighbours_are_asked_unless_it_is_switched_off(
      String policy, String service, String node, String netbios, String expected) {
    assertEquals(expected, ways(asking(policy, service, node, netbios)));
  }

  @Test
  void what_is_missing_or_denied_of_that_is_unseen() {
    assertEquals(" TOOL_MISSING", ways(new Told()));
    var usual = asking("", "", "", "2");
    assertEquals(
        "NEEDS_PRIVILEGE", ways(usual.says(DnsPolicy.POLICY, new Answer.Denied())).strip());
    var denied = asking("", "", "", "2").says(Netbios.LINKS, new Answer.Denied());
    assertEquals("llmnr@ mdns@ NEEDS_PRIVILEGE", ways(denied));
  }
}
