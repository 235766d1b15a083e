package porchlight.gather.linux.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

/** Who answers names, in the words of resolvectl. */
class ResolvectlTest extends SystemdResolved {
  private static List<Resolver> status(String text) {
    var reading = Resolvectl.servers(new Answer.Said(0, text));
    return reading instanceof Known<List<Resolvectl.Server>>(var found)
        ? found.stream().map(Resolvectl.Server::resolver).toList()
        : List.of(new Resolver(reading.toString(), "", Transport.NOT_TOLD));
  }

  private static String server(String word) {
    return ResolvectlServer.of(word, Transport.PLAIN).map(one -> one.address().text()).orElse("?");
  }

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
      assertEquals("2001:db8::1", server(word), word);
    }
    assertEquals("192.0.2.1", server("192.0.2.1:5353%2#x"));
    assertEquals("?", server("dns.example"));
    var machine =
        new Told()
            .says(ResolvConf.FILE, STUB)
            .says(
                Resolvectl.STATUS,
                global("-") + link("wlan0", "+DefaultRoute", "192.168.1.1 what?", "lan"));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(LinuxDns.read(machine)));
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
}
