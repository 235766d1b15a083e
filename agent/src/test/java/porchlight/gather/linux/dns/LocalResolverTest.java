package porchlight.gather.linux.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import porchlight.machine.Question.ReadFile;

class LocalResolverTest {
  private static final ReadFile DNSMASQ = new ReadFile("/proc/174/cmdline");
  private static final ReadFile UNBOUND = new ReadFile("/proc/199/cmdline");
  private static final ReadFile STUBBY = new ReadFile("/proc/218/cmdline");
  private static final ReadFile TEST = Dnsmasq.FOLDER.file("test");
  private static final ReadFile REMOTE = Unbound.FOLDERS.get(0).file("remote-control.conf");
  private static final String ANCHOR = "root-auto-trust-anchor-file.conf";
  private static final ReadFile ZONE = Unbound.FOLDERS.get(0).file("zone.conf");

  private static String captured(String name) {
    return Captures.text("dns/local-" + name + ".txt");
  }

  private static Told laptop(String ss) {
    return new Told()
        .says(ResolvConf.FILE, "nameserver 127.0.0.1\n")
        .says(Listener.SOCKETS, captured(ss));
  }

  private static Told dnsmasq(String settings) {
    return laptop("dnsmasq-ss")
        .says(DNSMASQ, captured("dnsmasq-cmdline"))
        .says(Dnsmasq.SETTINGS, "# nothing\n")
        .says(Dnsmasq.FOLDER, "README.dpkg-dist\ntest")
        .says(TEST, settings);
  }

  private static Told unbound(String zone, String now) {
    return laptop("unbound-ss")
        .says(UNBOUND, captured("unbound-cmdline"))
        .says(Unbound.SETTINGS, captured("unbound-unbound.conf"))
        .says(Unbound.FOLDERS.get(0), "remote-control.conf\n" + ANCHOR + "\nzone.conf")
        .says(REMOTE, captured("unbound-remote-control.conf"))
        .says(
            Unbound.FOLDERS.get(0).file(ANCHOR),
            captured("unbound-root-auto-trust-anchor-file.conf"))
        .says(ZONE, zone)
        .says(Unbound.FORWARDS, now);
  }

  private static void asks(Told machine, String by, Resolver... resolvers) {
    assertEquals(Reading.known(new Dns(List.of(resolvers), by)), LinuxDns.read(machine));
  }

  private static Resolver resolver(String address, Transport transport) {
    return new Resolver(address, "", transport);
  }

  private static Reason reason(Told machine) {
    var reading = LinuxDns.read(machine);
    assertTrue(reading instanceof Unknown<Dns>, reading.toString());
    return ((Unknown<Dns>) reading).reason();
  }

  private static Told behindResolved(Told machine, String server) {
    return machine
        .says(ResolvConf.FILE, "nameserver 127.0.0.53\n")
        .says(
            Resolvectl.STATUS,
            "Global\n  Protocols: +LLMNR -mDNS -DNSOverTLS DNSSEC=no\n  DNS Servers: "
                + server
                + "\n");
  }

  @Test
  void a_resolver_behind_systemd_resolved_is_asked_whom_it_asks() {
    asks(
        behindResolved(dnsmasq("no-resolv\nserver=192.0.2.1\n"), "127.0.0.1"),
        "systemd-resolved",
        resolver("192.0.2.1", Transport.PLAIN));
  }

  @Test
  void how_queries_travel_on_from_an_unknown_resolver_behind_systemd_resolved_is_not_told() {
    asks(
        behindResolved(laptop("dnsmasq-ss-user"), "127.0.0.1:53 192.0.2.1"),
        "systemd-resolved",
        resolver("127.0.0.1", Transport.NOT_TOLD),
        resolver("192.0.2.1", Transport.PLAIN));
  }

  @Test
  void how_queries_travel_on_from_tailscale_is_not_told() {
    asks(
        new Told().says(ResolvConf.FILE, "nameserver 100.100.100.100\nnameserver 192.0.2.1\n"),
        "resolv.conf",
        resolver("100.100.100.100", Transport.NOT_TOLD),
        resolver("192.0.2.1", Transport.PLAIN));
    asks(
        behindResolved(new Told(), "100.100.100.100 fd7a:115c:a1e0::53"),
        "systemd-resolved",
        resolver("100.100.100.100", Transport.NOT_TOLD),
        resolver("fd7a:115c:a1e0::53", Transport.NOT_TOLD));
    asks(
        dnsmasq("no-resolv\nserver=100.100.100.100\n"),
        "dnsmasq",
        resolver("100.100.100.100", Transport.NOT_TOLD));
  }

  @Test
  void only_root_is_told_which_program_listens() {
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(laptop("dnsmasq-ss-user")));
  }

  @Test
  void where_nobody_listens_no_name_is_answered() {
    asks(laptop("dnsmasq-ss").says(Listener.SOCKETS, ""), "nobody: nothing listens at 127.0.0.1");
  }

  @Test
  void dnsmasq_asks_the_servers_of_its_settings_and_of_its_list() {
    asks(
        dnsmasq("no-resolv\nserver=10.0.0.53 # home\nserver=/corp.example/10.9.9.9\n"),
        "dnsmasq",
        resolver("10.0.0.53", Transport.PLAIN));
    asks(
        dnsmasq("server=10.0.0.53@wlan0\n")
            .says(new ReadFile("/run/dnsmasq/resolv.conf"), "nameserver 10.0.0.1\n"),
        "dnsmasq",
        resolver("10.0.0.53", Transport.PLAIN),
        resolver("10.0.0.1", Transport.PLAIN));
    asks(dnsmasq("no-resolv\nserver=127.0.0.1\n"), "dnsmasq");
  }

  @Test
  void what_dnsmasq_may_be_told_elsewhere_is_unknown() {
    for (String line :
        List.of(
            "resolv-file=/srv/other",
            "conf-file=/srv/other",
            "conf-dir=/srv/other",
            "servers-file=/srv/other",
            "conf-script=/srv/other",
            "enable-dbus",
            "server=dns.example",
            "server=/#/10.0.0.1",
            "address=/#/10.0.0.1")) {
      assertEquals(Reason.NOT_SUPPORTED, reason(dnsmasq(line + "\n")), line);
    }
  }

  @Test
  void resolvers_on_the_laptop_are_followed_and_a_ring_is_noticed() {
    asks(
        dnsmasq("no-resolv\nserver=127.0.0.1#5300\n")
            .says(
                Listener.SOCKETS,
                captured("dnsmasq-ss")
                    + "udp UNCONN 0 0 127.0.0.1:5300 0.0.0.0:* users:((\"stubby\",pid=218,fd=3))\n")
            .says(STUBBY, captured("stubby-cmdline"))
            .says(Stubby.SETTINGS, captured("stubby-stubby.yml")),
        "dnsmasq",
        resolver("145.100.185.15", Transport.AUTHENTICATED),
        resolver("145.100.185.16", Transport.AUTHENTICATED),
        resolver("185.49.141.37", Transport.AUTHENTICATED),
        resolver("2001:610:1:40ba:145:100:185:15", Transport.AUTHENTICATED),
        resolver("2001:610:1:40ba:145:100:185:16", Transport.AUTHENTICATED),
        resolver("2a04:b900:0:100::38", Transport.AUTHENTICATED));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(dnsmasq("no-resolv\nserver=127.0.0.2\n")));
  }

  @Test
  void unbound_asks_the_internet_by_itself_or_its_forwarders() {
    asks(unbound("", ""), "unbound", resolver("127.0.0.1", Transport.PLAIN));
    String zone = "forward-zone:\n name: \".\"\n forward-addr: 9.9.9.9@853#dns.quad9.net\n";
    String tls = " forward-tls-upstream: yes\n";
    String trust = "server:\n tls-cert-bundle: \"/etc/ssl/certs/ca-certificates.crt\"\n";
    String now = ". IN forward 9.9.9.9\n";
    asks(unbound(zone, now), "unbound", resolver("9.9.9.9", Transport.PLAIN));
    asks(unbound(zone + tls, now), "unbound", resolver("9.9.9.9", Transport.ENCRYPTED));
    asks(unbound(zone + tls + trust, now), "unbound", resolver("9.9.9.9", Transport.AUTHENTICATED));
    asks(
        unbound(zone + tls + " forward-first: yes\n" + trust, now),
        "unbound",
        resolver("9.9.9.9", Transport.OPPORTUNISTIC));
    String others = "forward-zone:\n name: corp.example\n forward-addr: 10.9.9.9\n";
    asks(
        unbound(others, "corp.example. IN forward 10.9.9.9\n"),
        "unbound",
        resolver("127.0.0.1", Transport.PLAIN));
  }

  @Test
  void what_one_zone_of_unbound_demands_is_not_taken_for_another() {
    String encrypted =
        "forward-zone:\n name: corp.example\n forward-addr: 10.9.9.9\n forward-tls-upstream: yes\n";
    String plain = "forward-zone:\n name: .\n forward-addr: 9.9.9.9\n";
    var laptop = unbound(encrypted, ". IN forward 9.9.9.9\n");
    laptop.says(Unbound.SETTINGS, captured("unbound-unbound.conf") + plain);
    asks(laptop, "unbound", resolver("9.9.9.9", Transport.PLAIN));
  }

  @Test
  void settings_of_unbound_may_have_several_values_and_no_blank_before_the_first() {
    String zone =
        """
        server:
          access-control: 127.0.0.0/8 allow  # this laptop
          local-zone: "lan." static
          username:""
        forward-zone:
          name:"."
          forward-addr:9.9.9.9@853#dns.quad9.net
        """;
    asks(unbound(zone, ". IN forward 9.9.9.9\n"), "unbound", resolver("9.9.9.9", Transport.PLAIN));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(unbound("server:\n allow\n", "")));
  }

  @Test
  void what_unbound_was_told_while_it_runs_counts() {
    asks(
        unbound("", captured("unbound-list-forwards")),
        "unbound",
        resolver("10.70.0.54", Transport.NOT_TOLD),
        resolver("10.70.0.53", Transport.NOT_TOLD));
    var broken = unbound("", "").says(Unbound.FORWARDS, new Answer.Said(1, "", "error: could not"));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(broken));
    assertEquals(Reason.NOT_SUPPORTED, reason(unbound("include: \"/srv/other.conf\"\n", "")));
    assertEquals(
        Reason.NOT_SUPPORTED, reason(unbound("stub-zone:\n name: .\n stub-addr: 10.9.9.9\n", "")));
  }

  @Test
  void stubby_proves_only_what_it_is_told_to() {
    String settings = captured("stubby-stubby.yml");
    var laptop = laptop("stubby-ss").says(STUBBY, captured("stubby-cmdline"));
    laptop.says(
        Stubby.SETTINGS, settings.replace("AUTHENTICATION_REQUIRED", "AUTHENTICATION_NONE"));
    assertEquals(Transport.ENCRYPTED, first(laptop));
    laptop.says(
        Stubby.SETTINGS,
        settings.replace(
            "  - GETDNS_TRANSPORT_TLS\n", "  - GETDNS_TRANSPORT_TLS\n  - GETDNS_TRANSPORT_UDP\n"));
    assertEquals(Transport.OPPORTUNISTIC, first(laptop));
    laptop.says(Stubby.SETTINGS, "upstream_recursive_servers: []\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(laptop));
  }

  private static Transport first(Told laptop) {
    var reading = LinuxDns.read(laptop);
    assertTrue(reading instanceof Known<Dns>, reading.toString());
    return ((Known<Dns>) reading).value().resolvers().get(0).transport();
  }

  @Test
  void a_program_that_is_not_read_is_unknown() {
    var laptop = laptop("dnsmasq-ss");
    laptop.says(Listener.SOCKETS, captured("dnsmasq-ss").replace("dnsmasq", "dnscrypt-proxy"));
    assertEquals(Reason.NOT_SUPPORTED, reason(laptop));
  }

  @Test
  void missing_denied_and_not_understood_are_told_apart() {
    assertEquals(
        Reason.TOOL_MISSING,
        reason(laptop("dnsmasq-ss").says(Listener.SOCKETS, new Answer.Missing())));
    assertEquals(
        Reason.TOOL_MISSING, reason(laptop("unbound-ss").says(UNBOUND, "unbound\u0000-d\u0000")));
    var denied = dnsmasq("").says(Dnsmasq.SETTINGS, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(denied));
    assertEquals(
        Reason.TOOL_MISSING, reason(laptop("stubby-ss").says(STUBBY, captured("stubby-cmdline"))));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(unbound("what?", "")));
    assertEquals(
        Reason.NOT_UNDERSTOOD, reason(laptop("dnsmasq-ss").says(Listener.SOCKETS, "what?")));
    int spoilt =
        Garbled.eachAnswer(
            captured("dnsmasq-ss"),
            answer ->
                assertNotNull(
                    LinuxDns.read(dnsmasq("server=10.0.0.53").says(Listener.SOCKETS, answer))));
    assertTrue(spoilt > 100);
  }
}
