package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;

class SharingTest {
  private static final Offer UNSEEN =
      new Offer(Kind.AIRDROP, Reading.unknown(Reason.NEEDS_PRIVILEGE, "not ours to read"));

  private static Verdict judge(List<Kind> allowed, Offer... offers) {
    return new Sharing(allowed)
        .judge(
            new SampleFacts()
                .sharing(Reading.known(new porchlight.facts.Sharing(List.of(offers))))
                .build());
  }

  private static Offer offer(Kind kind, Audience audience) {
    return new Offer(kind, Reading.known(audience));
  }

  @Test
  void what_is_for_everybody_fails_unless_the_policy_names_it() {
    Verdict verdict =
        judge(
            List.of(Kind.AIRPLAY),
            UNSEEN,
            offer(Kind.AIRPLAY, Audience.EVERYBODY),
            offer(Kind.INTERNET, Audience.EVERYBODY));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("offered to everybody around: Internet Sharing", verdict.because());
    assertEquals(3, verdict.evidence().size());
  }

  @Test
  void what_is_for_nobody_or_for_chosen_people_passes() {
    assertEquals(
        Outcome.PASS,
        judge(
                List.of(),
                offer(Kind.AIRDROP, Audience.CHOSEN),
                offer(Kind.PRINTERS, Audience.NOBODY))
            .outcome());
    assertEquals(Outcome.PASS, judge(List.of(Kind.AIRDROP), UNSEEN).outcome());
  }

  @Test
  void what_could_not_be_seen_is_unknown() {
    assertEquals(
        Outcome.UNKNOWN, judge(List.of(), offer(Kind.PRINTERS, Audience.NOBODY), UNSEEN).outcome());
    assertEquals(
        Outcome.UNKNOWN,
        new Sharing(List.of()).judge(SampleFacts.blind(Reason.TIMED_OUT, "late")).outcome());
  }
}
