package porchlight.gather.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.gather.Gathering;
import porchlight.gather.Probing;
import porchlight.gather.linux.LinuxGatherer;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;

/** What is asked of the network is what the policy names, and nothing with {@code --offline}. */
class DeclaredTest {
  private static final Set<Fact> ASKED =
      Set.of(Fact.DNS_ANSWERS, Fact.PORTAL, Fact.TLS_CHAINS, Fact.ROUTER_EXPOSURE);
  private static final List<Network> OWN = List.of(Network.of("192.0.2.53").orElseThrow());

  /** Everything is somebody's own. */
  private static final Probes OURS =
      new Probes(
          Optional.empty(),
          60,
          new Probes.Names(
              List.of("{random}.absent.example"),
              List.of(
                  new Probes.Known(
                      "known.example", List.of(IpAddress.of("192.0.2.1").orElseThrow()))),
              List.of("192.0.2.99"),
              List.of(new Probes.Identity("identity.example", OWN)),
              OWN,
              Optional.of(new Probes.Signing("good.example", "broken.example")),
              List.of(new Probes.FilterTest("filter.example", List.of(), List.of()))),
          List.of(
              new Probes.Portal("portal.example", 80, "/v1/probe", new Probes.Portal.Challenge())),
          List.of(new Probes.Site("site.example", 443, List.of())),
          true);

  private static final Reading<Dns> DNS =
      Reading.known(
          new Dns(List.of(new Dns.Resolver("192.0.2.53", "", Dns.Transport.PLAIN)), "test"));

  /** All words of all probes: servers, ports, names and paths. */
  private static Set<String> asked(Probes probes) {
    var asked = new ConcurrentSkipListSet<String>();
    Facts sample = new SampleFacts().dns(DNS).build();
    var first =
        new First(
            SampleFacts.AT, probes, sample.dns(), sample.gateway(), sample.vpn(), sample.lan());
    Machine silent =
        question -> {
          if (question instanceof Probe probe) {
            asked.addAll(List.of(probe.text().split(" ", -1)));
          }
          return new Answer.TimedOut();
        };
    DnsAsking.read(silent, first, List.of());
    PortalAsking.read(silent, first);
    TlsAsking.read(silent, first);
    return new TreeSet<>(asked);
  }

  private static boolean isName(String word) {
    return word.matches(".*[a-z].*") && word.indexOf('.') > 0;
  }

  @Test
  void every_name_and_address_is_the_policys_own() {
    var asked = asked(OURS);
    assertEquals(
        Set.of(
            "{random}.absent.example",
            "known.example",
            "identity.example",
            "good.example",
            "broken.example",
            "filter.example",
            "portal.example",
            "site.example"),
        new TreeSet<>(asked.stream().filter(DeclaredTest::isName).toList()));
    assertEquals(
        Set.of("192.0.2.53", "192.0.2.99"),
        new TreeSet<>(asked.stream().filter(one -> one.matches("[0-9.]{7,}")).toList()));
  }

  @Test
  void offline_nothing_at_all_is_asked() {
    var asked = new ConcurrentSkipListSet<String>();
    Machine machine =
        question -> {
          if (question instanceof Probe probe) {
            asked.add(probe.text());
          }
          return new Answer.Missing();
        };
    for (Probes probes : List.of(OURS, Probes.USUAL)) {
      var probing = Probing.of(probes.turnedOff("--offline asks nothing"));
      Facts facts =
          new Gathering(ASKED, Gathering.USUAL_LIMIT, fact -> {}, probing)
              .gather(new LinuxGatherer(machine), SampleFacts.AT);
      assertTrue(isOff(facts.dnsAnswers()), facts.dnsAnswers().toString());
      assertTrue(isOff(facts.portal()), facts.portal().toString());
      assertTrue(isOff(facts.tlsChains()), facts.tlsChains().toString());
    }
    assertEquals(Set.of(), asked);
  }

  private static <T> boolean isOff(Reading<T> reading) {
    return reading instanceof Unknown<T>(var reason, var detail)
        && reason == Reason.TURNED_OFF
        && detail.equals("--offline asks nothing");
  }
}
