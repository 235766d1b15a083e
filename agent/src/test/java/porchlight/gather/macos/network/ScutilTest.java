package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

class ScutilTest {
  private static Reading<Dns> dns(String text) {
    return Scutil.read(new Answer.Said(0, text));
  }

  private static List<String> servers(Reading<Dns> dns) {
    return known(dns).resolvers().stream()
        .map(one -> one.address() + (one.link().isEmpty() ? "" : "@" + one.link()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "router_old-reach-format_10.12, 192.168.1.1@en0",
    "router-v6-and-v4_26.5_excerpt, 2001:db8:a025:452d:3a88:71ff:fe3f:76@en0 192.168.1.1@en0",
    "local-etc-resolver-test-domain, 8.8.8.8 1.1.1.1",
    "split-vpn-corp-domain,"
        + " 192.168.1.87@en4 192.168.1.1@en4 8.8.8.8@en4 1.1.1.1@en4 10.100.0.2",
    "eduvpn-split-supplemental_10.15.3_excerpt,"
        + " 10.83.200.1@utun2 fdbf:5677:c5d:e515::1@utun2 8.8.8.8@en0 8.8.4.4@en0",
    "openvpn_no-primary-dns_2018, ''",
  })
  void the_resolvers_are_those_that_the_system_uses_in_its_order(String file, String expected) {
    var reading = dns(MacCaptures.text("dns/scutil-dns_" + file + ".txt"));
    assertEquals(
        Stream.of(expected.split(" ", -1)).filter(one -> !one.isEmpty()).toList(),
        servers(reading));
  }

  @Test
  void a_server_that_the_reporter_replaced_is_not_guessed() {
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(dns(MacCaptures.text("dns/scutil-dns_ppp-vpn-fortinet_10.15.4_excerpt.txt"))));
  }

  @Test
  void a_link_local_server_is_read_without_its_link_and_nothing_is_said_of_encryption() {
    var reading =
        dns(
            """
            DNS configuration

            resolver #3
              nameserver[1] : fe80::1%en0
              if_index : 4 (en0)
            """);
    assertEquals(
        List.of(new Resolver("fe80::1", "en0", Transport.NOT_TOLD)), known(reading).resolvers());
  }

  @Test
  void rows_that_lost_their_blanks_are_rows() {
    assertEquals(
        List.of("9.9.9.9@en0"),
        servers(
            dns(
                "DNS configuration\n\nresolver #1\nnameserver[0] : 9.9.9.9\nif_index : 4 (en0)\n")));
  }

  @Test
  void without_a_network_there_is_no_server() {
    assertEquals(List.of(), servers(dns("No DNS configuration available\n")));
  }

  @Test
  void scutil_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(Scutil.read(new Answer.Missing())));
  }

  @Test
  void scutil_that_is_denied_says_so() {
    assertEquals(
        Reason.NEEDS_PRIVILEGE, why(Scutil.read(new Answer.Said(1, "", "Permission denied"))));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    for (String odd :
        List.of(
            "",
            "usage: scutil",
            "DNS configuration\n",
            "DNS configuration\n  nameserver[0] : 8.8.8.8\n",
            "DNS configuration (for scoped queries)\n\nresolver #1\n  nameserver[0] : 8.8.8.8\n",
            "DNS configuration\n\nresolver #1\n  nameserver[0] : evil.example\n",
            """
            DNS configuration

            resolver #1
              flags    : Scoped
              flags    : Request A records
            """,
            "DNS configuration\n\nresolver #1\n  nameserver[0] : 8.8.8.8\n  order : many\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(dns(odd)), odd);
    }
  }
}
