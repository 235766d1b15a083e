package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn.Path;

class DnsEncryptionTest {
  private static final DnsEncryption ENCRYPTED = new DnsEncryption(false);
  private static final DnsEncryption PROVEN = new DnsEncryption(true);
  private static final Path TUNNEL = new Path.Tunnel("wg0", "wireguard");

  private static SampleFacts resolvers(Resolver... resolvers) {
    return new SampleFacts().dns(Reading.known(new Dns(List.of(resolvers), "systemd-resolved")));
  }

  private static Resolver resolver(String address, String link, Transport transport) {
    return new Resolver(address, link, transport);
  }

  private static Outcome outcome(DnsEncryption check, Transport transport) {
    return check.judge(resolvers(resolver("9.9.9.9", "wlan0", transport)).build()).outcome();
  }

  private static Verdict under(Path ipv4, Path ipv6, Resolver... resolvers) {
    return ENCRYPTED.judge(resolvers(resolvers).vpn(ipv4, ipv6).build());
  }

  @Test
  void encrypted_and_proven_are_two_things() {
    assertEquals(Outcome.FAIL, outcome(ENCRYPTED, Transport.PLAIN));
    assertEquals(Outcome.FAIL, outcome(ENCRYPTED, Transport.OPPORTUNISTIC));
    assertEquals(Outcome.PASS, outcome(ENCRYPTED, Transport.ENCRYPTED));
    assertEquals(Outcome.PASS, outcome(ENCRYPTED, Transport.AUTHENTICATED));
    assertEquals(Outcome.FAIL, outcome(PROVEN, Transport.PLAIN));
    assertEquals(Outcome.FAIL, outcome(PROVEN, Transport.ENCRYPTED));
    assertEquals(Outcome.PASS, outcome(PROVEN, Transport.AUTHENTICATED));
  }

  @Test
  void what_is_not_told_is_unknown_and_never_hides_a_plain_one() {
    assertEquals(Outcome.UNKNOWN, outcome(ENCRYPTED, Transport.NOT_TOLD));
    Verdict verdict =
        ENCRYPTED.judge(
            resolvers(
                    resolver("127.0.0.1", "", Transport.NOT_TOLD),
                    resolver("192.168.1.1", "", Transport.PLAIN))
                .build());
    assertEquals("queries to 192.168.1.1 are not encrypted", verdict.because());
    assertEquals(Outcome.FAIL, verdict.outcome());
  }

  @Test
  void one_plain_resolver_among_good_ones_fails() {
    var good = resolver("9.9.9.9", "wlan0", Transport.AUTHENTICATED);
    var plain = resolver("192.168.1.1", "wlan0", Transport.PLAIN);
    assertEquals(Outcome.FAIL, ENCRYPTED.judge(resolvers(good, plain).build()).outcome());
  }

  @Test
  void a_resolver_on_this_laptop_that_asks_in_the_clear_fails() {
    Verdict verdict = under(TUNNEL, TUNNEL, resolver("127.0.0.1", "", Transport.PLAIN));
    assertEquals(Outcome.UNKNOWN, verdict.outcome(), "the VPN may carry what it asks");
    verdict = ENCRYPTED.judge(resolvers(resolver("127.0.0.1", "", Transport.PLAIN)).build());
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "this laptop's own resolver asks the internet without encryption", verdict.because());
  }

  @Test
  void a_vpn_for_everything_covers_the_resolvers_of_its_own_link_only() {
    var through = resolver("10.8.0.1", "wg0", Transport.PLAIN);
    var beside = resolver("192.168.1.1", "wlan0", Transport.PLAIN);
    var whoKnows = resolver("10.8.0.1", "", Transport.PLAIN);
    assertEquals(Outcome.PASS, under(TUNNEL, TUNNEL, through).outcome());
    assertEquals(Outcome.FAIL, under(TUNNEL, TUNNEL, through, beside).outcome());
    assertEquals(Outcome.UNKNOWN, under(TUNNEL, TUNNEL, whoKnows).outcome());
    assertEquals(Outcome.FAIL, under(TUNNEL, new Path.Direct("wlan0"), through).outcome());
    var readable = new Path.Tunnel("wg0", "gre");
    assertEquals(Outcome.FAIL, under(readable, readable, through).outcome());
  }

  @Test
  void without_a_resolver_or_a_reading_there_is_no_verdict() {
    assertEquals(Outcome.NOT_APPLICABLE, ENCRYPTED.judge(resolvers().build()).outcome());
    Verdict verdict =
        ENCRYPTED.judge(
            new SampleFacts().dns(Reading.unknown(Reason.NEEDS_PRIVILEGE, "ss")).build());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
  }

  @Test
  void every_way_of_a_query_is_shown() {
    var all = new ArrayList<Resolver>();
    for (Transport transport : Transport.values()) {
      all.add(resolver("192.0.2.1", "eth0", transport));
    }
    var verdict = ENCRYPTED.judge(resolvers(all.toArray(Resolver[]::new)).build());
    assertEquals(all.size() + 1, verdict.evidence().size());
    assertTrue(verdict.evidence().toString().contains("its identity not checked"));
  }
}
