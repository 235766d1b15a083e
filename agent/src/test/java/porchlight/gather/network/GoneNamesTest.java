package porchlight.gather.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.checks.CaptivePortal;
import porchlight.checks.DnsFiltering;
import porchlight.checks.DnsIntegrity;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Probe.DnsQuery;

/**
 * An honest network on the day when one of the names that are asked by default is gone or moved.
 */
class GoneNamesTest {
  private static final Probes USUAL = Probes.USUAL;
  private static final List<String> RESOLVERS =
      List.of("192.168.1.1", "9.9.9.9", "1.1.1.2", "208.67.222.222");

  /** Says what is true, but of that one name. */
  private record Internet(String gone, String instead) implements Machine {
    @Override
    public Answer ask(porchlight.machine.Question question) {
      return switch (question) {
        case DnsQuery query when query.name().equals(gone) && !isRoot(query) -> said(instead);
        case DnsQuery query -> said(isRoot(query) ? "rcode NOERROR\nflags qr" : truth(query));
        case Probe probe -> new Answer.Failed("no such name");
        default -> new Answer.Missing();
      };
    }

    private static boolean isRoot(DnsQuery query) {
      return USUAL.names().authorities().contains(query.server());
    }

    private static Answer said(String lines) {
      return new Answer.Said(0, lines + "\n");
    }

    private static String truth(DnsQuery query) {
      String found = "rcode NOERROR\nflags qr rd ra\nanswer ";
      for (Probes.Known known : USUAL.names().known()) {
        if (known.name().equals(query.name())) {
          boolean ipv4 = query.type() == Probe.Type.A;
          for (IpAddress address : known.addresses()) {
            if (address.isIpv4() == ipv4) {
              return found + query.type() + " " + address.text();
            }
          }
        }
      }
      for (Probes.Identity identity : USUAL.names().identities()) {
        if (identity.name().equals(query.name())) {
          return found + "TXT it is me";
        }
      }
      for (Probes.FilterTest test : USUAL.names().filters()) {
        if (test.name().equals(query.name())) {
          return found + "A 203.0.113." + test.name().length();
        }
      }
      return "rcode NXDOMAIN\nflags qr rd ra\nauthority SOA com";
    }
  }

  private static Facts facts(Machine internet, String resolver) {
    var dns = new Dns(List.of(new Dns.Resolver(resolver, "", Dns.Transport.PLAIN)), "test");
    Facts sample = new SampleFacts().dns(Reading.known(dns)).build();
    var first =
        new First(
            SampleFacts.AT, USUAL, sample.dns(), sample.gateway(), sample.vpn(), sample.lan());
    return new SampleFacts()
        .dns(Reading.known(dns))
        .dnsAnswers(DnsAsking.read(internet, first, List.of()))
        .portal(PortalAsking.read(internet, first))
        .tlsChains(TlsAsking.read(internet, first))
        .build();
  }

  private static List<String> defaults() {
    var names = new ArrayList<String>();
    USUAL.names().identities().forEach(one -> names.add(one.name()));
    USUAL.names().filters().forEach(one -> names.add(one.name()));
    names.add(USUAL.names().signing().orElseThrow().good());
    names.add(USUAL.names().signing().orElseThrow().broken());
    return names;
  }

  @Test
  void every_default_name_is_told_from_a_lie_when_it_is_gone_or_moved() {
    int seen = 0;
    for (String name : defaults()) {
      for (String instead :
          List.of(
              "rcode NXDOMAIN\nflags qr rd ra\nauthority SOA "
                  + name.substring(name.lastIndexOf('.') + 1),
              "rcode NOERROR\nflags qr rd ra\nauthority SOA " + name,
              "rcode NOERROR\nflags qr rd ra\nanswer A 203.0.113.200",
              "rcode SERVFAIL\nflags qr rd ra")) {
        for (String resolver : RESOLVERS) {
          Facts facts = facts(new Internet(name, instead), resolver);
          String scene = name + " at " + resolver + ": " + instead;
          Verdict integrity = new DnsIntegrity().judge(facts);
          assertNotEquals(Outcome.FAIL, integrity.outcome(), scene + integrity);
          Verdict filtering = new DnsFiltering(true).judge(facts);
          assertNotEquals(Outcome.PASS, filtering.outcome(), scene + filtering);
          assertEquals(Outcome.UNKNOWN, new CaptivePortal().judge(facts).outcome(), scene);
          assertEquals(
              Outcome.UNKNOWN, new TlsInterception(List.of()).judge(facts).outcome(), scene);
          seen++;
        }
      }
    }
    assertTrue(seen >= 100, "scenes: " + seen);
  }

  @Test
  void while_all_of_them_are_there_an_honest_network_is_honest() {
    for (String resolver : RESOLVERS) {
      Verdict verdict = new DnsIntegrity().judge(facts(new Internet("", ""), resolver));
      assertEquals(Outcome.PASS, verdict.outcome(), resolver + verdict);
      assertEquals(Optional.empty(), verdict.reason());
    }
  }
}
