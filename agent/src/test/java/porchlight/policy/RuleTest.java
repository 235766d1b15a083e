package porchlight.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.checks.Vpn;
import porchlight.facts.Fact;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

/** Rules that differ by place. */
class RuleTest {
  private static final Rule LAX = new Rule(Severity.LOW, new Vpn(false));
  private static final Rule STRICT = new Rule(Severity.HIGH, new Vpn(true));

  private static final Spot CAFE = spot(Optional.empty(), Sign.OPEN_WIFI);
  private static final Spot SOMEWHERE = spot(Optional.empty(), Sign.PASSWORD_WIFI);
  private static final Spot HOME =
      spot(Optional.of(new Label(Kind.HOME, By.PERSON, Proof.PASSWORD)), Sign.PASSWORD_WIFI);
  private static final Spot SAID_IN_VAIN =
      spot(Optional.of(new Label(Kind.HOME, By.PERSON, Proof.NOTHING)), Sign.PASSWORD_WIFI);

  private static Spot spot(Optional<Label> label, Sign sign) {
    return new Spot(
        "wlan0",
        Optional.of("A".repeat(22)),
        List.of(sign),
        Reading.known(Optional.empty()),
        label);
  }

  private static Finding judge(Rule rule, Spot... spots) {
    return rule.judge(new SampleFacts().place(spots).build());
  }

  private static Rule strict(Map<Kind, Rule> places) {
    return new Rule(Severity.HIGH, new Vpn(true), places);
  }

  private static Rule lax(Map<Kind, Rule> places) {
    return new Rule(Severity.LOW, new Vpn(false), places);
  }

  @Test
  void a_place_may_ask_for_more() {
    var rule = lax(Map.of(Kind.PUBLIC_HOTSPOT, STRICT));
    assertTrue(judge(rule, CAFE).failsAt(Severity.HIGH));
    assertEquals(Outcome.NOT_APPLICABLE, judge(rule, SOMEWHERE).verdict().outcome());
    assertEquals(Outcome.NOT_APPLICABLE, judge(rule, HOME).verdict().outcome());
    assertTrue(judge(rule, HOME, CAFE).failsAt(Severity.HIGH), "a second network counts too");
  }

  @Test
  void only_what_was_said_may_ask_for_less() {
    var home = strict(Map.of(Kind.HOME, LAX));
    assertEquals(Outcome.NOT_APPLICABLE, judge(home, HOME).verdict().outcome());
    assertEquals(Severity.LOW, judge(home, HOME).severity());
    assertTrue(judge(home, SAID_IN_VAIN).failsAt(Severity.HIGH));
    assertTrue(judge(home, SOMEWHERE).failsAt(Severity.HIGH));
    assertTrue(judge(home, HOME, SOMEWHERE).failsAt(Severity.HIGH));
    // A network can look like a phone's or like one for guests whenever it likes.
    for (Sign disguise : Sign.values()) {
      var everywhere =
          strict(
              Map.of(
                  Kind.PHONE_HOTSPOT,
                  LAX,
                  Kind.GUEST,
                  LAX,
                  Kind.PUBLIC_HOTSPOT,
                  LAX,
                  Kind.WIRED,
                  LAX,
                  Kind.UNKNOWN,
                  LAX));
      assertTrue(
          judge(everywhere, spot(Optional.empty(), disguise)).failsAt(Severity.HIGH),
          disguise.word());
    }
  }

  @Test
  void where_the_place_cannot_be_read_the_rule_is_that_of_an_unknown_one() {
    var facts =
        new SampleFacts().place(Reading.unknown(Reason.TOOL_MISSING, "ip is not there")).build();
    assertTrue(lax(Map.of(Kind.UNKNOWN, STRICT)).judge(facts).failsAt(Severity.HIGH));
    assertTrue(strict(Map.of(Kind.HOME, LAX)).judge(facts).failsAt(Severity.HIGH));
  }

  @Test
  void where_the_kind_cannot_be_told_a_demand_is_not_met_and_not_missed() {
    var rule = lax(Map.of(Kind.PUBLIC_HOTSPOT, STRICT));
    Spot untold =
        new Spot(
            "wlan0",
            Optional.empty(),
            List.of(),
            Reading.known(Optional.empty()),
            Optional.empty());
    for (Finding finding :
        List.of(
            judge(rule, untold),
            rule.judge(
                new SampleFacts()
                    .place(Reading.unknown(Reason.TOOL_MISSING, "ip is not there"))
                    .build()))) {
      assertEquals(Outcome.UNKNOWN, finding.verdict().outcome());
      assertEquals(Severity.HIGH, finding.severity());
    }
    assertEquals(Outcome.UNKNOWN, judge(rule).verdict().outcome(), "on no network that is seen");
  }

  @Test
  void the_same_verdict_counts_with_the_weightier_severity() {
    var rule = lax(Map.of(Kind.PUBLIC_HOTSPOT, new Rule(Severity.HIGH, new Vpn(false))));
    assertEquals(Severity.HIGH, judge(rule, CAFE).severity());
    assertEquals(Severity.LOW, judge(rule, SOMEWHERE).severity());
  }

  @Test
  void a_rule_that_differs_by_place_looks_at_places() {
    assertTrue(lax(Map.of(Kind.HOME, LAX)).needs().contains(Fact.PLACE));
    assertEquals(Set.of(Fact.VPN), LAX.needs());
  }
}
