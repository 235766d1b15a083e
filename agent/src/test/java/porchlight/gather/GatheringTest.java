package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.cli.FactsGatherer;
import porchlight.facts.Fact;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure;
import porchlight.facts.SampleFacts;

class GatheringTest {
  private static final Reading<RouterExposure> ASKED =
      Reading.known(new RouterExposure(Optional.of(SampleFacts.AT), List.of()));

  private static Reading<RouterExposure> gathered(Probes probes) {
    var facts = new SampleFacts().routerExposure(ASKED).build();
    return new Gathering(
            EnumSet.of(Fact.ROUTER_EXPOSURE), Gathering.USUAL_LIMIT, fact -> {}, Probing.of(probes))
        .gather(new FactsGatherer(facts), SampleFacts.AT)
        .routerExposure();
  }

  private static Probes probes(boolean routerExposure) {
    Probes usual = Probes.USUAL;
    return new Probes(
        usual.off(),
        usual.intervalMinutes(),
        usual.names(),
        usual.portals(),
        usual.sites(),
        routerExposure);
  }

  @Test
  void the_router_is_asked_only_when_the_policy_says_so() {
    assertEquals(Reading.known(RouterExposure.NOT_ASKED), gathered(Probes.USUAL));
    assertEquals(ASKED, gathered(probes(true)));
  }

  @Test
  void offline_the_router_is_not_asked_which_is_a_lack_only_where_it_should_be() {
    assertEquals(
        Reading.known(RouterExposure.NOT_ASKED), gathered(probes(false).turnedOff("--offline")));
    assertEquals(
        Reading.unknown(Reason.TURNED_OFF, "--offline"),
        gathered(probes(true).turnedOff("--offline")));
  }
}
