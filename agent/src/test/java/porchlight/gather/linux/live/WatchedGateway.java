package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import porchlight.checks.GatewayIdentity;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.places.KnownGateways;
import porchlight.places.Secret;

/** A laptop on a real local network that judges its gateway, and remembers it. */
abstract class WatchedGateway {
  static final String GOOD = "no sign of anybody who pretends to be the gateway; ";

  static final Secret SECRET = Secret.of(Secret.text(new byte[Secret.LENGTH])).orElseThrow();

  /** There is no radio here: the cable is what this says. */
  static final Reading<Wifi> CABLE = Reading.known(new Wifi.NotInUse("no radio"));

  final Neighbourhood here = new Neighbourhood();
  KnownGateways known = KnownGateways.NONE;
  Instant now = Instant.parse("2026-11-22T09:00:00Z");

  @AfterEach
  void no_trace() {
    here.close();
  }

  Lan lan() {
    return ((Known<Lan>) LinuxLan.read(here)).value();
  }

  /** A cycle: looks, recalls, judges, then remembers. */
  Verdict look(Reading<Wifi> wifi) {
    Lan lan = lan();
    var facts =
        new SampleFacts()
            .wifi(wifi)
            .lan(Reading.known(lan))
            .remembered(Reading.known(known.recall(lan, wifi, SECRET)))
            .build();
    known = known.learn(lan, wifi, SECRET, now);
    return new GatewayIdentity(3).judge(facts);
  }

  static void assertPasses(String how, Verdict verdict) {
    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertTrue(verdict.because().startsWith(GOOD + how), verdict.because());
  }

  static void assertFails(String why, Verdict verdict) {
    assertEquals(Outcome.FAIL, verdict.outcome(), verdict.toString());
    assertTrue(verdict.because().startsWith(why), verdict.because());
  }
}
