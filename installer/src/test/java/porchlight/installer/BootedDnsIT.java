package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who answers names on a booted machine, in real systemd-resolved, NetworkManager, dnsmasq, unbound
 * and stubby, and in every state of resolv.conf.
 */
class BootedDnsIT {
  private static final String PLAIN = "10.70.0.1 plain by resolv.conf";

  private static BootedLaptop laptop;

  @BeforeAll
  static void boot() throws Exception {
    laptop = BootedLaptop.boot();
  }

  @AfterAll
  static void close() {
    if (laptop != null) {
      laptop.close();
    }
  }

  @BeforeEach
  void nothing_is_set() {
    laptop.script(
        """
        systemctl stop systemd-resolved NetworkManager dnsmasq unbound stubby 2>/dev/null || true
        ip link del vpn0 2>/dev/null || true
        chattr -i /etc/resolv.conf 2>/dev/null || true
        rm -rf /run/systemd/resolve /run/NetworkManager /etc/resolv.conf /etc/systemd/resolved.conf.d
        rm -f /etc/dnsmasq.d/test /etc/unbound/unbound.conf.d/test.conf /etc/NetworkManager/system-connections/*
        echo nameserver 10.70.0.1 >/etc/resolv.conf
        systemctl reset-failed
        """);
  }

  /** Both who may look must say the same. */
  private static void everybody(String expected) {
    assertEquals(expected, laptop.facts("root", "dns").dns(), "root");
    assertEquals(expected, laptop.facts("worker", "dns").dns(), "worker");
  }

  /** Root knows; a person is told that it takes a privilege. */
  private static void rootOnly(String expected) {
    assertEquals(expected, laptop.facts("root", "dns").dns(), "root");
    assertEquals("unknown needs-privilege", laptop.facts("worker", "dns").dns(), "worker");
  }

  private static void resolved(String settings, String links) {
    laptop.script(
        """
        mkdir -p /etc/systemd/resolved.conf.d
        printf '[Resolve]\\n%b\\n' "$1" >/etc/systemd/resolved.conf.d/test.conf
        ln -sfn /run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
        systemctl restart systemd-resolved
        for i in $(seq 100); do resolvectl revert wlan0 2>/dev/null && break; sleep 0.05; done
        """
            + links,
        settings);
  }

  @Test
  void resolved_asks_the_servers_of_the_link_with_the_default_route() {
    resolved("", "resolvectl dns wlan0 10.70.0.1 fd70::1");
    everybody("10.70.0.1 wlan0 plain, fd70::1 wlan0 plain by systemd-resolved");
    laptop.root("ln", "-sfn", "/run/systemd/resolve/resolv.conf", "/etc/resolv.conf");
    everybody("10.70.0.1 plain, fd70::1 plain by systemd-resolved");
    laptop.root("resolvectl", "default-route", "wlan0", "no");
    laptop.root("ln", "-sfn", "/run/systemd/resolve/stub-resolv.conf", "/etc/resolv.conf");
    assertNotEquals(
        "10.70.0.1 wlan0 plain, fd70::1 wlan0 plain by systemd-resolved",
        laptop.facts("worker", "dns").dns());
  }

  @Test
  void only_a_global_demand_for_tls_proves_who_the_server_is() {
    String link = "resolvectl dns wlan0 10.70.0.1#dns.example; resolvectl dnsovertls wlan0 ";
    resolved("", link + "yes");
    everybody("10.70.0.1 wlan0 encrypted by systemd-resolved");
    resolved("", link + "opportunistic");
    everybody("10.70.0.1 wlan0 opportunistic by systemd-resolved");
    resolved("DNSOverTLS=yes", link + "yes");
    everybody("10.70.0.1 wlan0 authenticated by systemd-resolved");
    resolved("DNS=10.70.0.1#dns.example\\nDNSOverTLS=yes", "");
    everybody("10.70.0.1 authenticated by systemd-resolved");
    assertEquals("pass", laptop.outcome("root", "dns-encryption"));
    resolved("DNS=10.70.0.1\\nDNSSEC=yes", "");
    everybody("10.70.0.1 plain by systemd-resolved");
    assertEquals("fail", laptop.outcome("worker", "dns-encryption"));
  }

  /** What the fact above rests on: this very version takes any certificate for a link. */
  @Test
  void resolved_takes_a_certificate_of_nobody_when_tls_is_demanded_for_a_link() throws Exception {
    laptop.script(
        """
        mkdir -p /srv/lan; cd /srv/lan
        openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 3 -subj /CN=nobody 2>/dev/null
        chmod 644 key
        cat >conf <<END
        server:
          interface: 10.70.0.1@853
          access-control: 10.70.0.0/24 allow
          tls-service-key: /srv/lan/key
          tls-service-pem: /srv/lan/cert
          local-data: "there.example. A 192.0.2.7"
          local-zone: "example." static
          username: ""
          chroot: ""
          directory: /srv/lan
          pidfile: ""
          use-syslog: no
          do-daemonize: no
        remote-control:
          control-enable: no
        END
        """);
    laptop.startBeside("unbound", "-d", "-c", "/srv/lan/conf");
    resolved("", "resolvectl dns wlan0 10.70.0.1#dns.example; resolvectl dnsovertls wlan0 yes");
    laptop.script(
        "for i in $(seq 50); do resolvectl query there.example >/dev/null 2>&1 && break; sleep 0.1;"
            + " done");
    assertTrue(laptop.root("resolvectl", "query", "there.example").contains("192.0.2.7"));
    everybody("10.70.0.1 wlan0 encrypted by systemd-resolved");
    resolved("DNSOverTLS=yes", "resolvectl dns wlan0 10.70.0.1#dns.example");
    var refused = laptop.in("root", "timeout", "5", "resolvectl", "query", "there.example");
    assertNotEquals(0, refused.code(), refused.out());
    everybody("10.70.0.1 wlan0 authenticated by systemd-resolved");
  }

  @Test
  void a_vpn_with_names_of_its_own_is_not_asked_for_others_and_one_for_all_names_is() {
    resolved(
        "",
        """
        ip link add vpn0 type veth peer name vpn1; ip link set vpn0 up; ip link set vpn1 up
        ip addr add 10.99.0.2/24 dev vpn0
        resolvectl dns wlan0 10.70.0.1; resolvectl dns vpn0 10.99.0.1
        resolvectl domain vpn0 '~corp.example'; resolvectl default-route vpn0 no
        """);
    everybody("10.70.0.1 wlan0 plain by systemd-resolved");
    laptop.root("resolvectl", "domain", "vpn0", "~.");
    everybody("10.99.0.1 vpn0 plain by systemd-resolved");
  }

  @Test
  void every_state_of_resolv_conf_is_what_the_c_library_makes_of_it() {
    everybody(PLAIN);
    file(
        "# nameserver 9.9.9.9\\n; comment\\nsearch corp.example\\n"
            + " nameserver\\t10.70.0.1 # home\\noptions edns0\\n");
    everybody(PLAIN);
    file("nameserver 10.0.0.1\\nnameserver 10.0.0.2\\nnameserver fd70::1\\nnameserver 10.0.0.4\\n");
    everybody("10.0.0.1 plain, 10.0.0.2 plain, fd70::1 plain by resolv.conf");
    laptop.script("chattr +i /etc/resolv.conf 2>/dev/null || true");
    everybody("10.0.0.1 plain, 10.0.0.2 plain, fd70::1 plain by resolv.conf");
    laptop.script("chattr -i /etc/resolv.conf 2>/dev/null || true");
    String nobody = " by nobody: nothing listens at 127.0.0.1";
    file("");
    everybody(nobody);
    laptop.root("rm", "/etc/resolv.conf");
    everybody(nobody);
    laptop.root("ln", "-s", "/run/nowhere/resolv.conf", "/etc/resolv.conf");
    everybody(nobody);
  }

  private static void file(String text) {
    laptop.script("printf \"$1\" >/etc/resolv.conf", text);
  }

  @Test
  void what_network_manager_writes_is_its_own() {
    laptop.script(
        """
        rm -f /etc/resolv.conf
        cat >/etc/NetworkManager/system-connections/wired.nmconnection <<END
        [connection]
        id=wired
        type=ethernet
        interface-name=wlan0
        [ipv4]
        method=manual
        address1=10.70.0.10/24,10.70.0.1
        dns=10.70.0.53;
        [ipv6]
        method=ignore
        END
        chmod 600 /etc/NetworkManager/system-connections/wired.nmconnection
        printf '[main]\\nplugins=keyfile\\nrc-manager=file\\n' >/etc/NetworkManager/NetworkManager.conf
        systemctl start NetworkManager; nmcli device set wlan0 managed yes; nmcli -w 20 connection up wired >/dev/null
        for i in $(seq 50); do grep -q 10.70.0.53 /etc/resolv.conf && break; sleep 0.1; done
        """);
    everybody("10.70.0.53 plain by NetworkManager");
    assertTrue(
        laptop.root("nmcli", "-g", "IP4.DNS", "device", "show", "wlan0").contains("10.70.0.53"));
  }

  @Test
  void behind_dnsmasq_stand_its_servers() {
    laptop.script(
        "printf 'no-resolv\\nserver=10.70.0.53\\nserver=/corp.example/10.99.0.1\\n'"
            + " >/etc/dnsmasq.d/test; systemctl start dnsmasq");
    file("nameserver 127.0.0.1\\n");
    rootOnly("10.70.0.53 plain by dnsmasq");
    laptop.script(
        "echo server=10.70.0.54#5353 >/etc/dnsmasq.d/test; mkdir -p /run/dnsmasq; echo nameserver"
            + " 10.70.0.1 >/run/dnsmasq/resolv.conf; systemctl restart dnsmasq");
    rootOnly("10.70.0.54 plain, 10.70.0.1 plain by dnsmasq");
    laptop.script(
        "printf 'resolv-file=/srv/other\\n' >/etc/dnsmasq.d/test; systemctl restart dnsmasq");
    assertEquals("unknown not-supported", laptop.facts("root", "dns").dns());
  }

  @Test
  void behind_unbound_stand_its_forwarders_or_the_whole_internet() {
    laptop.script("systemctl start unbound");
    file("nameserver 127.0.0.1\\n");
    rootOnly("127.0.0.1 plain by unbound");
    laptop.root("unbound-control", "forward_add", ".", "10.70.0.53");
    rootOnly("10.70.0.53 not-told by unbound");
    String zone =
        "forward-zone:\\n"
            + " name: .\\n"
            + " forward-addr: 10.70.0.53@853#dns.example\\n"
            + " forward-tls-upstream: yes\\n";
    unbound(zone);
    rootOnly("10.70.0.53 encrypted by unbound");
    unbound(zone + "server:\\n tls-cert-bundle: /etc/ssl/certs/ca-certificates.crt\\n");
    rootOnly("10.70.0.53 authenticated by unbound");
    unbound(zone.replace("yes", "no").replace("@853#dns.example", ""));
    rootOnly("10.70.0.53 plain by unbound");
  }

  private static void unbound(String settings) {
    laptop.script(
        "printf \"$1\" >/etc/unbound/unbound.conf.d/test.conf; systemctl restart unbound",
        settings);
  }

  @Test
  void behind_dnsmasq_before_stubby_stand_the_servers_of_stubby() {
    laptop.script(
        """
        sed -i 's/^  - 127.0.0.1$/  - 127.0.0.1@5300/; /^  - 0::1$/d' /etc/stubby/stubby.yml
        printf 'no-resolv\\nserver=127.0.0.1#5300\\n' >/etc/dnsmasq.d/test
        systemctl start stubby dnsmasq
        for i in $(seq 50); do ss -Hlun 'sport = :5300' | grep -q . && break; sleep 0.1; done
        """);
    file("nameserver 127.0.0.1\\n");
    String told = laptop.facts("root", "dns").dns();
    assertTrue(
        told.startsWith("145.100.185.15 authenticated, 145.100.185.16 authenticated, "), told);
    assertTrue(told.endsWith(" by dnsmasq"), told);
  }
}
