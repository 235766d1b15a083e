package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.Remembered.Box;
import porchlight.facts.Remembered.By;
import porchlight.facts.Remembered.Earlier;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;

class GatewayIdentityTest {
  private static final String ROUTER = SampleLan.ROUTER;
  private static final String OTHER = "00:00:5e:00:53:66";
  private static final Instant ONCE = SampleFacts.AT.minus(Duration.ofDays(20));
  private static final Instant LATER = SampleFacts.AT.minus(Duration.ofDays(1));

  @Test
  void the_first_visit_passes_and_says_that_it_is_the_first() {
    Verdict verdict = judge(new SampleLan());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(
        "no sign of anybody who pretends to be the gateway; first time here as far as can be told,"
            + " so there is nothing to compare it with",
        verdict.because());
  }

  @Test
  void a_gateway_that_was_met_before_passes() {
    Verdict verdict = judge(new SampleLan(), met(By.WIFI, new Box(ROUTER, ONCE, 9, true)));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertTrue(verdict.because().endsWith("it is the same as when it was met first"));
    assertTrue(verdict.evidence().contains(Evidence.personal("met first", ONCE.toString())));
  }

  @Test
  void two_links_of_which_one_is_new_are_not_called_known() {
    var wifi = new SampleLan().build().attachments();
    var cable = new SampleLan().link("eth0").build().attachments();
    var both = new Lan(List.of(wifi.get(0), cable.get(0)));
    Facts facts =
        new SampleFacts()
            .lan(Reading.known(both))
            .remembered(Reading.known(met(By.WIFI, new Box(ROUTER, ONCE, 9, true))))
            .build();
    assertTrue(new GatewayIdentity(3).judge(facts).because().contains("first time here"));
  }

  @Test
  void another_box_in_the_gateways_place_fails() {
    assertFails(
        "the gateway of a known Wi-Fi network has another hardware address than before",
        judge(home(OTHER), met(By.WIFI)));
    assertFails(
        "the gateway's hardware address changed while the connection stayed up",
        judge(home(OTHER), met(By.CONNECTION)));
  }

  @Test
  void a_router_that_was_exchanged_is_told_on_three_days() {
    for (int days = 1; days <= 5; days++) {
      Verdict verdict = judge(home(OTHER), met(By.WIFI, new Box(OTHER, LATER, days, true)));
      assertEquals(days <= 3 ? Outcome.FAIL : Outcome.PASS, verdict.outcome(), days + " days");
    }
  }

  @Test
  void a_router_that_appears_beside_a_known_one_fails() {
    var lan = home(ROUTER).router("fe80::1", OTHER);
    assertFails(
        "another router to the internet appeared while the connection stayed up",
        judge(lan, met(By.CONNECTION, new Box(ROUTER, ONCE, 2, true))));
    assertFails(
        "another router to the internet appeared on a Wi-Fi network that had none like it",
        judge(lan, met(By.WIFI, new Box(ROUTER, ONCE, 9, true))));
  }

  @Test
  void several_routers_at_first_sight_fail_until_they_have_been_there_for_days() {
    var lan = home(ROUTER).router("fe80::1", OTHER);
    assertFails(
        "this network has more than one router to the internet, as when a neighbour offers itself"
            + " as one",
        judge(lan));
    assertEquals(
        Outcome.PASS,
        judge(lan, met(By.WIFI, new Box(ROUTER, ONCE, 4, true), new Box(OTHER, ONCE, 4, true)))
            .outcome());
    assertEquals(
        Outcome.FAIL,
        judge(lan, met(By.WIFI, new Box(ROUTER, ONCE, 4, true), new Box(OTHER, ONCE, 3, true)))
            .outcome());
  }

  @Test
  void routers_that_take_turns_are_no_sign() {
    for (String virtual :
        List.of(
            "00:00:5e:00:01:0a", "00:00:0c:07:ac:01", "00:00:0c:9f:f0:01", "00:07:b4:00:01:02")) {
      var office = home(virtual).router("192.168.1.2", ROUTER).router("192.168.1.3", OTHER);
      assertEquals(Outcome.PASS, judge(office).outcome(), virtual);
      assertEquals(
          Outcome.PASS,
          judge(office, met(By.CONNECTION, new Box(virtual, ONCE, 1, true))).outcome(),
          virtual);
      assertEquals(
          Outcome.FAIL, judge(office, met(By.CONNECTION)).outcome(), "none of them is known");
    }
  }

  @Test
  void beside_routers_that_take_turns_by_ipv4_one_by_ipv6_is_not_told_from_a_neighbour() {
    String virtual = "00:00:0c:07:ac:01";
    var office = home(virtual).router("fe80::1", OTHER);
    assertEquals(Outcome.UNKNOWN, judge(office).outcome());
    assertEquals(
        Outcome.UNKNOWN,
        judge(office, met(By.CONNECTION, new Box(virtual, ONCE, 1, true))).outcome());
    assertEquals(
        Outcome.PASS,
        judge(office, met(By.WIFI, new Box(virtual, ONCE, 9, true), new Box(OTHER, ONCE, 4, true)))
            .outcome());
    assertFails(
        "another router to the internet appeared while the connection stayed up",
        judge(
            office.router("fe80::2", ROUTER),
            met(By.CONNECTION, new Box(virtual, ONCE, 9, true), new Box(ROUTER, ONCE, 9, true))));
    // Both families take turns, as they mostly do.
    assertEquals(
        Outcome.PASS, judge(home(virtual).router("fe80::1", "00:05:73:a0:00:01")).outcome());
  }

  @Test
  void a_known_wifi_network_with_other_addresses_and_another_gateway_is_no_first_visit() {
    Verdict verdict = judge(home(OTHER), met(By.NAME));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertTrue(verdict.because().contains("was known with another gateway"), verdict.because());
    assertEquals(
        Outcome.PASS,
        judge(home(OTHER), met(By.NAME, new Box(OTHER, LATER, 4, true))).outcome(),
        "another site");
    assertEquals(
        Outcome.PASS,
        judge(home(ROUTER), met(By.NAME, new Box(ROUTER, ONCE, 1, true))).outcome(),
        "the same box");
  }

  @Test
  void whoever_comes_with_such_an_address_of_their_own_is_no_router_in_turn() {
    var rogue = home(ROUTER).router("fe80::66", "00:00:5e:00:02:66");
    assertFails(
        "another router to the internet appeared while the connection stayed up",
        judge(rogue, met(By.CONNECTION, new Box(ROUTER, ONCE, 9, true))));
    assertFails(
        "this network has more than one router to the internet, as when a neighbour offers itself"
            + " as one",
        judge(rogue));
    Verdict verdict = judge(rogue);
    assertTrue(verdict.evidence().stream().anyMatch(one -> one.name().equals("to confirm")));
  }

  @Test
  void another_address_of_the_network_with_the_gateways_hardware_address_fails() {
    String sign =
        "another address of this network answers with the gateway's hardware address, as when a"
            + " neighbour pretends to be the gateway";
    var spoofed = home(OTHER, "192.168.1.66");
    assertFails(sign, judge(spoofed));
    // Its own entry may well be seen later than the first look.
    assertFails(sign, judge(spoofed, met(By.CONNECTION, new Box(OTHER, ONCE, 1, true))));
    assertFails(sign, judge(spoofed, met(By.WIFI, new Box(OTHER, ONCE, 9, false))));
    assertFails(sign, judge(spoofed, met(By.WIFI, new Box(OTHER, ONCE, 3, true))));
    Verdict both = judge(spoofed, met(By.WIFI));
    assertFails(
        "the gateway of a known Wi-Fi network has another hardware address than before", both);
    assertTrue(both.evidence().contains(Evidence.of("also", sign)));
  }

  @Test
  void one_box_may_have_several_addresses() {
    assertEquals(Outcome.PASS, judge(home(ROUTER, "fe80::1", "2001:db8::1")).outcome(), "IPv6");
    assertEquals(Outcome.PASS, judge(home(ROUTER, "192.168.178.1")).outcome(), "another range");
    assertEquals(
        Outcome.PASS,
        judge(home(ROUTER, "192.168.1.254").lease("192.168.1.254", "")).outcome(),
        "the DHCP server");
    assertEquals(
        Outcome.PASS,
        judge(home(ROUTER).router("fe80::1", ROUTER)).outcome(),
        "a router of both kinds");
    assertEquals(
        Outcome.PASS,
        judge(home(ROUTER, "192.168.1.254"), met(By.WIFI, new Box(ROUTER, ONCE, 9, true)))
            .outcome(),
        "it was there before");
  }

  @Test
  void what_cannot_be_read_is_unknown_and_a_sign_is_a_sign_all_the_same() {
    Reading<Remembered> denied = Reading.unknown(Reason.NEEDS_PRIVILEGE, "permission denied");
    Verdict verdict = judge(new SampleLan(), denied);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(
        "whether the gateway is the one it was cannot be told: permission denied",
        verdict.because());
    assertEquals(Outcome.FAIL, judge(home(OTHER, "192.168.1.66"), denied).outcome());
    Verdict silent = judge(home("").router("fe80::1", ""));
    assertEquals(Outcome.UNKNOWN, silent.outcome());
    assertEquals("a gateway has not told its hardware address yet", silent.because());
    assertEquals(
        Outcome.PASS, judge(home(ROUTER).router("fe80::1", "")).outcome(), "one is silent");
    Facts blind = SampleFacts.blind(Reason.TOOL_MISSING, "ip is not there");
    assertEquals(Outcome.UNKNOWN, new GatewayIdentity(3).judge(blind).outcome());
  }

  @Test
  void a_wifi_network_that_cannot_be_told_is_not_called_a_first_visit() {
    Facts facts =
        new SampleFacts().wifi(Reading.unknown(Reason.TOOL_MISSING, "iw is not there")).build();
    Verdict verdict = new GatewayIdentity(3).judge(facts);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals("which Wi-Fi network this is cannot be told: iw is not there", verdict.because());
  }

  @Test
  void without_a_local_network_it_does_not_apply() {
    Facts facts = new SampleFacts().lan(Reading.known(new Lan(List.of()))).build();
    assertEquals(Outcome.NOT_APPLICABLE, new GatewayIdentity(3).judge(facts).outcome());
  }

  @Test
  void addresses_are_told_as_personal_and_never_in_the_sentence() {
    for (Verdict verdict :
        List.of(
            judge(home(OTHER, "192.168.1.66").router("fe80::200:5eff:fe00:5366", OTHER)),
            judge(new SampleLan()))) {
      assertFalse(verdict.because().matches(".*(\\d+\\.\\d+|:[0-9a-f]{2}).*"), verdict.because());
      for (Evidence one : verdict.evidence()) {
        assertTrue(
            one.personal() || !one.value().matches(".*(\\d+\\.\\d+\\.|[0-9a-f]{2}:[0-9a-f]{2}:).*"),
            one.toString());
      }
    }
  }

  private static void assertFails(String because, Verdict verdict) {
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(because, verdict.because());
  }

  private static SampleLan home(String mac, String... alike) {
    return new SampleLan().router("192.168.1.1", mac, alike);
  }

  private static Remembered met(By by, Box... boxes) {
    return new Remembered(List.of(new Earlier("wlan0", by, ONCE, List.of(boxes))));
  }

  private static Verdict judge(SampleLan lan) {
    return judge(lan, Remembered.NOTHING);
  }

  private static Verdict judge(SampleLan lan, Remembered remembered) {
    return judge(lan, Reading.known(remembered));
  }

  private static Verdict judge(SampleLan lan, Reading<Remembered> remembered) {
    return new GatewayIdentity(3)
        .judge(new SampleFacts().lan(Reading.known(lan.build())).remembered(remembered).build());
  }
}
