package porchlight.gather.linux.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class LinuxDnsTest {
  private static final String STUB = "nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch .\n";

  @Test
  void every_captured_state_of_systemd_resolved_is_read() {
    int seen = 0;
    for (String file : Captures.matching("dns/resolved-*-status*.txt")) {
      var expected = new ArrayList<Resolver>();
      if (file.contains("two-servers") || file.endsWith("user.txt")) {
        expected.add(wlan0("10.60.0.10", Transport.PLAIN));
        expected.add(wlan0("10.60.0.11", Transport.PLAIN));
      } else if (file.contains("dot-link-strict")) {
        expected.add(wlan0("10.60.0.10", Transport.ENCRYPTED));
      } else if (file.contains("dot-strict-no-server")) {
        expected.add(wlan0("10.60.0.11", Transport.ENCRYPTED));
      } else if (file.contains("opportunistic")) {
        expected.add(wlan0("10.60.0.10", Transport.OPPORTUNISTIC));
      } else if (file.endsWith("hijack-status.txt")) {
        expected.add(wlan0("10.60.0.12", Transport.PLAIN));
      } else {
        expected.add(wlan0(file.contains("yes") ? "10.60.0.10" : "10.60.0.11", Transport.PLAIN));
      }
      var machine =
          new Told().says(ResolvConf.FILE, STUB).says(Resolvectl.STATUS, Captures.text(file));
      var reading = LinuxDns.read(machine);
      assertEquals(dns("systemd-resolved", expected), reading, file);
      seen++;
    }
    assertTrue(seen >= 7, "states: " + seen);
  }

  @Test
  void the_three_grammars_of_strangers_are_read() {
    assertEquals(
        List.of(
            new Resolver("192.168.1.12", "enp34s0", Transport.PLAIN),
            new Resolver("192.168.1.13", "enp34s0", Transport.PLAIN),
            new Resolver("fe80::861e:a3ff:feb1:f8e7", "enp34s0", Transport.PLAIN)),
        status(Captures.text("dns/external/resolvectl-status-fedora.txt")));
    assertEquals(
        List.of(
            new Resolver("192.168.1.1", "wlp4s0", Transport.PLAIN),
            new Resolver("fdb8:7b34:b3d9::1", "wlp4s0", Transport.PLAIN)),
        status(Captures.text("dns/external/resolvectl-status-many-links.txt")));
    assertEquals(
        List.of(
            new Resolver("10.64.0.254", "eno1", Transport.PLAIN),
            new Resolver("fd64::fffe", "eno1", Transport.PLAIN)),
        status(Captures.text("dns/external/resolvectl-status-fallback.txt")));
    String old =
        Captures.text("dns/external/resolvectl-status-ubuntu2004.txt")
            + """

            Link 2 (eth0)
                  Current Scopes: DNS
            DefaultRoute setting: yes
                   LLMNR setting: yes
              DNSOverTLS setting: opportunistic
              Current DNS Server: 192.168.1.1
                     DNS Servers: 192.168.1.1
                                  2001:db8::53
                      DNS Domain: ~.
                                  lan
            """;
    assertEquals(
        List.of(
            new Resolver("192.168.1.1", "eth0", Transport.OPPORTUNISTIC),
            new Resolver("2001:db8::53", "eth0", Transport.OPPORTUNISTIC)),
        status(old));
  }

  @Test
  void global_servers_are_read_as_systemd_252_prints_them() {
    assertEquals(
        List.of(new Resolver("10.70.0.1", "", Transport.AUTHENTICATED)),
        status(Captures.text("dns/resolved-global-dot-252.txt")));
  }

  @Test
  void with_no_server_at_all_the_fallback_is_asked() {
    String none =
        Captures.text("dns/external/resolvectl-status-fallback.txt")
            .replaceAll("(?m)^ +DNS Servers:.*\n", "");
    var found = status(none);
    assertEquals(12, found.size());
    assertEquals(new Resolver("1.1.1.1", "", Transport.PLAIN), found.get(0));
    assertEquals("2620:fe::9", found.get(11).address());
  }

  @Test
  void a_vpn_that_draws_all_names_is_the_only_one_asked() {
    String both = link("wlan0", "+DefaultRoute", "192.168.1.1", "lan");
    assertEquals(
        List.of("10.8.0.1"),
        addresses(status(global("-") + both + link("tun0", "+DefaultRoute", "10.8.0.1", "~."))));
    assertEquals(
        List.of("192.168.1.1"),
        addresses(status(global("-") + both + link("tun0", "-DefaultRoute", "10.8.0.1", "~corp"))));
    assertEquals(
        List.of("192.168.1.1", "10.8.0.1"),
        addresses(status(global("-") + both + link("tun0", "+DefaultRoute", "10.8.0.1", "corp"))));
  }

  @Test
  void a_certificate_is_checked_only_where_encryption_is_demanded_globally() {
    String strict = link("wlan0", "+DefaultRoute +DNSOverTLS", "9.9.9.9#dns.quad9.net", "lan");
    assertEquals(Transport.ENCRYPTED, status(global("-") + strict).get(0).transport());
    assertEquals(Transport.AUTHENTICATED, status(global("+") + strict).get(0).transport());
    String own = global("+").stripTrailing() + "\n  DNS Servers: 1.1.1.1#one.one.one.one\n";
    assertEquals(List.of(new Resolver("1.1.1.1", "", Transport.AUTHENTICATED)), status(own));
  }

  @Test
  void servers_are_read_in_every_dress_or_not_at_all() {
    for (String word :
        List.of(
            "2001:db8::1",
            "[2001:db8::1]:853",
            "[2001:db8::1]:853%2#dns.example",
            "2001:db8::1%eth0",
            "[2001:db8::1%eth0]:853",
            "2001:db8::1#dns.example")) {
      assertEquals("2001:db8::1", ResolvectlServer.address(word).orElse("?"), word);
    }
    assertEquals("192.0.2.1", ResolvectlServer.address("192.0.2.1:5353%2#x").orElse("?"));
    assertTrue(ResolvectlServer.address("dns.example").isEmpty());
    var machine =
        new Told()
            .says(ResolvConf.FILE, STUB)
            .says(
                Resolvectl.STATUS,
                global("-") + link("wlan0", "+DefaultRoute", "192.168.1.1 what?", "lan"));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(LinuxDns.read(machine)));
  }

  @Test
  void a_stub_is_never_taken_for_who_answers() {
    int seen = 0;
    for (String file : Captures.matching("dns/resolved-*-stub-resolv.conf.txt")) {
      String stub = Captures.text(file);
      assertEquals(
          Reason.TOOL_MISSING, reason(LinuxDns.read(new Told().says(ResolvConf.FILE, stub))));
      String list = Captures.text("dns/resolved-plain-uplink-resolv.conf.txt");
      var found =
          resolvers(
              LinuxDns.read(
                  new Told().says(ResolvConf.FILE, stub).says(ResolvConf.BEHIND_STUB, list)));
      assertEquals(1, found.size(), file);
      assertTrue(found.get(0).address().startsWith("10.60.0."), file);
      seen++;
    }
    assertTrue(seen >= 5, "stubs: " + seen);
  }

  @Test
  void without_resolvectl_the_list_beside_the_stub_is_taken() {
    int seen = 0;
    for (String file : Captures.matching("dns/resolved-*-uplink-resolv.conf.txt")) {
      var machine =
          new Told()
              .says(ResolvConf.FILE, Captures.text("dns/resolved-plain-stub-resolv.conf.txt"))
              .says(ResolvConf.BEHIND_STUB, Captures.text(file));
      var found = resolvers(LinuxDns.read(machine));
      assertEquals(1, found.size(), file);
      assertTrue(found.get(0).address().startsWith("10.60.0."), file);
      assertEquals(Transport.NOT_TOLD, found.get(0).transport());
      seen++;
    }
    assertTrue(seen >= 5, "lists: " + seen);
    var none =
        new Told().says(ResolvConf.FILE, STUB).says(ResolvConf.BEHIND_STUB, "# No DNS servers\n");
    assertEquals(List.of(), resolvers(LinuxDns.read(none)));
  }

  @Test
  void a_file_that_goes_around_the_stub_is_plain() {
    String file = Captures.text("dns/resolved-plain-uplink-resolv.conf.txt");
    assertEquals(
        dns("systemd-resolved", List.of(new Resolver("10.60.0.11", "", Transport.PLAIN))),
        LinuxDns.read(new Told().says(ResolvConf.FILE, file)));
  }

  @Test
  void a_file_by_hand_does_not_count_where_programs_ask_systemd_resolved() {
    var machine =
        new Told()
            .says(ResolvConf.FILE, "nameserver 9.9.9.9\n")
            .says(ResolvConf.BEHIND_STUB, "nameserver 192.168.1.1\n")
            .says(Nsswitch.FILE, "hosts: files myhostname resolve [!UNAVAIL=return] dns # x\n")
            .says(
                Resolvectl.STATUS,
                global("-") + link("wlan0", "+DefaultRoute", "192.168.1.1", "lan"));
    assertEquals(List.of("192.168.1.1"), addresses(resolvers(LinuxDns.read(machine))));
    machine.says(Nsswitch.FILE, "hosts: files dns\n");
    assertEquals(List.of("9.9.9.9"), addresses(resolvers(LinuxDns.read(machine))));
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, new Answer.Denied()))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, "<html>what?</html>"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, "nameserver example.org"))));
    assertEquals(
        Reason.TOOL_MISSING, reason(LinuxDns.read(new Told().says(ResolvConf.FILE, STUB))));
    for (var error :
        Map.of(
                "Failed to get global data: Connection timed out", Reason.TIMED_OUT,
                "sd_bus_open_system: No such file or directory", Reason.TOOL_MISSING,
                "Failed to get global data: Access denied", Reason.NEEDS_PRIVILEGE,
                "what?", Reason.NOT_UNDERSTOOD)
            .entrySet()) {
      var machine =
          new Told()
              .says(ResolvConf.FILE, STUB)
              .says(Resolvectl.STATUS, new Answer.Said(1, "", error.getKey()));
      assertEquals(error.getValue(), reason(LinuxDns.read(machine)), error.getKey());
    }
  }

  @Test
  void a_status_that_is_not_understood_is_never_an_empty_list_of_resolvers() {
    for (String status :
        List.of(
            "",
            "Global\n  DNS Servers: example.org\n",
            "Global\n  DNS Servers: 9.9.9.999\n",
            "\u0000\ufffd\ufffd\n")) {
      var machine = new Told().says(ResolvConf.FILE, STUB).says(Resolvectl.STATUS, status);
      assertEquals(Reason.NOT_UNDERSTOOD, reason(LinuxDns.read(machine)), status);
    }
  }

  @Test
  void spoilt_answers_are_never_an_exception() {
    int spoilt = 0;
    for (String file : Captures.matching("dns/**.txt")) {
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                assertNotNull(LinuxDns.read(new Told().says(ResolvConf.FILE, answer)));
                assertNotNull(Resolvectl.resolvers(answer));
                assertNotNull(NmcliDns.servers(answer));
                assertFalse(Nsswitch.prefersResolved(answer));
              });
    }
    assertTrue(spoilt > 3000, "spoilt: " + spoilt);
  }

  private static String global(String tls) {
    return "Global\n  Protocols: +LLMNR " + tls + "DNSOverTLS DNSSEC=no/unsupported\n\n";
  }

  private static String link(String name, String protocols, String servers, String domain) {
    String tls = protocols.contains("DNSOverTLS") ? "" : " -DNSOverTLS";
    return """
    Link 2 (%s)
        Current Scopes: DNS
             Protocols: %s%s -mDNS
                        DNSSEC=no/unsupported
           DNS Servers: %s
            DNS Domain: %s

    """
        .formatted(name, protocols, tls, servers, domain);
  }

  private static List<Resolver> status(String text) {
    var reading = Resolvectl.resolvers(new Answer.Said(0, text));
    return reading instanceof Known<List<Resolver>>(var found)
        ? found
        : List.of(new Resolver(reading.toString(), "", Transport.NOT_TOLD));
  }

  private static List<String> addresses(List<Resolver> resolvers) {
    return resolvers.stream().map(Resolver::address).toList();
  }

  private static List<Resolver> resolvers(Reading<Dns> reading) {
    if (reading instanceof Known<Dns>(var dns)) {
      return dns.resolvers();
    }
    throw new AssertionError(reading);
  }

  private static Reason reason(Reading<Dns> reading) {
    return reading instanceof Unknown<Dns>(var reason, var detail) ? reason : Reason.TURNED_OFF;
  }

  private static Resolver wlan0(String address, Transport transport) {
    return new Resolver(address, "wlan0", transport);
  }

  private static Reading<Dns> dns(String by, List<Resolver> resolvers) {
    return Reading.known(new Dns(resolvers, by));
  }
}
