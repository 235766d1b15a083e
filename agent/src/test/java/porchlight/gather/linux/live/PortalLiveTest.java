package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Probes;

/** Real portals of every kind, and somebody who ends TLS, on the way to a real site. */
class PortalLiveTest {
  @TempDir static Path folder;
  private static Hotel hotel;

  @BeforeAll
  static void hotel() {
    hotel = new Hotel(folder);
  }

  @AfterAll
  static void no_trace() {
    if (hotel != null) {
      hotel.close();
    }
  }

  @AfterEach
  void direct() {
    hotel.direct();
  }

  private static Verdict portal(Facts facts) {
    return new CaptivePortal().judge(facts);
  }

  private static Verdict tls(Facts facts, String... allowed) {
    return new TlsInterception(List.of(allowed)).judge(facts);
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  @Test
  void on_a_straight_way_all_is_well() {
    long before = hotel.bytes();
    long start = System.nanoTime();
    Facts facts = hotel.look();
    System.out.printf(
        "three pages and a certificate: %d bytes in %d ms%n",
        hotel.bytes() - before, Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertTrue(hotel.bytes() - before < 12_000, (hotel.bytes() - before) + " bytes");
    assertOutcome(Outcome.PASS, portal(facts));
    assertOutcome(Outcome.PASS, tls(facts));
    // Without a pin a private authority is a stranger.
    Verdict unpinned = tls(hotel.look(List.of(), new Probes.Portal.Empty()));
    assertOutcome(Outcome.FAIL, unpinned);
    assertEquals("CN=site CA", unpinned.evidence().get(0).value());
  }

  @Test
  void a_portal_that_sends_elsewhere_or_is_a_page_is_found_and_tls_behind_it_is_not_judged() {
    for (int kind : new int[] {8080, 8081}) {
      hotel.redirect(80, kind);
      hotel.redirect(443, 8444);
      Facts facts = hotel.look();
      assertOutcome(Outcome.FAIL, portal(facts));
      assertOutcome(Outcome.UNKNOWN, tls(facts));
      hotel.direct();
    }
    hotel.redirect(80, 8080);
    hotel.block("tcp dport 443 reject");
    Facts refused = hotel.look();
    assertOutcome(Outcome.FAIL, portal(refused));
    assertOutcome(Outcome.UNKNOWN, tls(refused));
  }

  @Test
  void a_portal_that_fakes_success_is_found_by_a_page_and_by_a_challenge() {
    hotel.redirect(80, 8082);
    assertOutcome(
        Outcome.FAIL,
        portal(
            hotel.look(
                List.of(), new Probes.Portal.Empty(), new Probes.Portal.Page("a known page"))));
    assertOutcome(
        Outcome.FAIL,
        portal(hotel.look(List.of(), new Probes.Portal.Empty(), new Probes.Portal.Challenge())));
  }

  @Test
  void a_portal_that_fakes_success_does_not_make_its_own_certificate_an_attackers() {
    hotel.redirect(80, 8082);
    hotel.redirect(443, 8444);
    Facts facts =
        hotel.look(
            List.of(hotel.pin("site")),
            new Probes.Portal.Empty(),
            new Probes.Portal.Page("a known page"));
    assertOutcome(Outcome.FAIL, portal(facts));
    assertOutcome(Outcome.UNKNOWN, tls(facts));
  }

  @Test
  void a_portal_by_names_is_found_and_told() {
    hotel.names("resolv-portal.conf");
    hotel.gateway.sh("nft add rule ip hotel p ip daddr 10.40.0.1 tcp dport 80 redirect to :8081");
    Facts facts = hotel.look();
    assertOutcome(Outcome.FAIL, portal(facts));
    assertTrue(
        portal(facts).evidence().stream()
            .anyMatch(one -> one.value().endsWith("its name leads to the gateway")),
        portal(facts).toString());
  }

  @Test
  void who_ends_tls_is_found_and_named_by_the_chain() {
    hotel.redirect(443, 8444);
    Facts facts = hotel.look();
    assertOutcome(Outcome.PASS, portal(facts));
    Verdict verdict = tls(facts);
    assertOutcome(Outcome.FAIL, verdict);
    assertEquals("CN=evil CA", verdict.evidence().get(0).value());
    assertEquals(hotel.pin("evil"), verdict.evidence().get(1).value());
    assertOutcome(Outcome.PASS, tls(facts, hotel.pin("evil")));
    hotel.direct();
    hotel.redirect(443, 8445);
    assertOutcome(Outcome.FAIL, tls(hotel.look()));
    assertOutcome(Outcome.FAIL, tls(hotel.look(), hotel.pin("site")));
  }

  @Test
  void noise_and_silence_are_unknown_within_three_seconds() {
    hotel.redirect(80, 8083);
    hotel.redirect(443, 8083);
    Facts noise = hotel.look();
    assertOutcome(Outcome.UNKNOWN, portal(noise));
    assertOutcome(Outcome.UNKNOWN, tls(noise));
    hotel.direct();
    hotel.block("drop");
    long start = System.nanoTime();
    Facts silent = hotel.look();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertOutcome(Outcome.UNKNOWN, portal(silent));
    assertOutcome(Outcome.UNKNOWN, tls(silent));
    assertTrue(millis < 2 * 3000, millis + " ms, one after the other");
  }
}
