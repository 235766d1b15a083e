package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Facts;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Proof;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn;

class PlaceTest {
  private static final Instant ONCE = SampleFacts.AT.minus(Duration.ofDays(20));
  private static final Reading<Optional<Met>> MET =
      Reading.known(Optional.of(new Met(ONCE, SampleFacts.AT.minus(Duration.ofDays(1)), 12)));
  private static final Reading<Optional<Met>> NEW = Reading.known(Optional.empty());
  private static final Reading<Optional<Met>> DENIED =
      Reading.unknown(Reason.NEEDS_PRIVILEGE, "permission denied");
  private static final Label HOME = new Label(Kind.HOME, By.PERSON, Proof.PASSWORD);

  private static Verdict judge(Place check, Spot... spots) {
    return check.judge(new SampleFacts().place(spots).build());
  }

  private static Verdict judge(Spot... spots) {
    return judge(new Place(List.of()), spots);
  }

  private static Spot spot(Reading<Optional<Met>> met, Optional<Label> label, Sign... signs) {
    return new Spot("wlan0", Optional.of("AAAAAAAAAAAAAAAAAAAAAA"), List.of(signs), met, label);
  }

  private static void assertSays(Outcome outcome, String because, Verdict verdict) {
    assertEquals(because, verdict.because());
    assertEquals(outcome, verdict.outcome());
  }

  @Test
  void on_no_network_there_is_no_place_and_below_a_tunnel_it_is_unknown() {
    assertEquals(Outcome.NOT_APPLICABLE, judge().outcome());
    var tunnel = new Vpn.Path.Tunnel("wg0", "wireguard");
    var none = new Vpn.Path.NoRoute();
    for (var way : List.of(new Vpn(tunnel, none), new Vpn(none, tunnel))) {
      var facts = new SampleFacts().place().vpn(Reading.known(way)).build();
      for (var refused : List.of(List.<Kind>of(), List.of(Kind.PUBLIC_HOTSPOT))) {
        assertEquals(Outcome.UNKNOWN, new Place(refused).judge(facts).outcome());
      }
    }
  }

  @Test
  void it_says_where_this_is_and_whether_it_was_here_before() {
    assertSays(
        Outcome.PASS,
        "been here before, a home, as was said",
        judge(spot(MET, Optional.of(HOME), Sign.PASSWORD_WIFI)));
    assertSays(
        Outcome.PASS,
        "first time here as far as can be told, a public hotspot (the Wi-Fi is open, the name is"
            + " that of hotspots)",
        judge(spot(NEW, Optional.empty(), Sign.OPEN_WIFI, Sign.PUBLIC_NAME)));
    assertSays(
        Outcome.PASS,
        "perhaps a network for guests (the name is that of networks for guests)",
        judge(spot(DENIED, Optional.empty(), Sign.GUEST_NAME)));
    assertSays(
        Outcome.PASS,
        "a network of unknown kind that looks like a home, which nobody has said (the Wi-Fi has a"
            + " password, the gateway's maker makes routers for homes)",
        judge(spot(DENIED, Optional.empty(), Sign.PASSWORD_WIFI, Sign.HOME_MAKER)));
    assertSays(
        Outcome.PASS,
        "been here before, a network by cable",
        judge(spot(MET, Optional.empty(), Sign.CABLE)));
  }

  @Test
  void a_kind_that_the_policy_refuses_fails_and_what_may_be_one_is_unknown() {
    var strict = new Place(List.of(Kind.PUBLIC_HOTSPOT));
    assertSays(
        Outcome.FAIL,
        "perhaps a public hotspot (the Wi-Fi is open); the policy asks to work elsewhere",
        judge(strict, spot(MET, Optional.empty(), Sign.OPEN_WIFI)));
    assertEquals(
        Outcome.FAIL,
        judge(strict, spot(MET, Optional.of(HOME)), spot(NEW, Optional.empty(), Sign.OPEN_WIFI))
            .outcome(),
        "the second network counts too");
    assertEquals(
        Outcome.UNKNOWN, judge(strict, spot(MET, Optional.empty(), Sign.PASSWORD_WIFI)).outcome());
    assertEquals(Outcome.PASS, judge(strict, spot(MET, Optional.of(HOME))).outcome());
  }

  @Test
  void what_cannot_be_read_is_unknown() {
    Facts blind = SampleFacts.blind(Reason.TOOL_MISSING, "ip is not there");
    assertEquals(Outcome.UNKNOWN, new Place(List.of()).judge(blind).outcome());
    Facts silent =
        new SampleFacts()
            .wifi(Reading.unknown(Reason.TOOL_MISSING, "iw is not there"))
            .place(spot(NEW, Optional.empty()))
            .build();
    assertSays(
        Outcome.UNKNOWN,
        "which Wi-Fi network this is cannot be told: iw is not there",
        new Place(List.of()).judge(silent));
    assertEquals(Outcome.NOT_APPLICABLE, judge().outcome());
  }

  @Test
  void when_this_laptop_was_where_stays_on_it() {
    Verdict verdict = judge(spot(MET, Optional.of(HOME), Sign.PASSWORD_WIFI));
    for (Evidence one : verdict.evidence()) {
      boolean tells = one.value().contains(":") || one.name().contains("visits");
      assertTrue(!tells || one.personal(), one.toString());
    }
    assertFalse(verdict.because().contains("2026"));
    assertTrue(
        verdict
            .evidence()
            .contains(
                Evidence.of(
                    "said", "home, by a person; recognised by its password and its gateway")));
  }
}
