package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Doors;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.AutoLogin.NoDoor;
import porchlight.facts.Disks;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class AutoLoginTest {
  private static final Door ASKS = new Door("GDM", new Entry.Asks());
  private static final Door OPENS = new Door("LightDM", new Entry.Opens("ann", "autologin-user"));
  private static final Door ODD =
      new Door("ly", new Entry.Unclear(Reason.NOT_SUPPORTED, "not read"));

  private static Verdict judge(Door... doors) {
    return new AutoLogin()
        .judge(new SampleFacts().autoLogin(Reading.known(new Doors(List.of(doors)))).build());
  }

  @Test
  void a_password_that_is_asked_for_passes() {
    assertEquals(Outcome.PASS, judge(ASKS).outcome());
  }

  @Test
  void one_that_opens_by_itself_fails_whatever_else_is_there() {
    Verdict verdict = judge(ODD, OPENS, ASKS);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("LightDM starts a session without asking for a password", verdict.because());
  }

  @Test
  void what_could_not_be_told_is_no_pass() {
    assertEquals(Outcome.UNKNOWN, judge(ODD).outcome());
    Verdict verdict = judge(ASKS, ODD, ASKS);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
  }

  @Test
  void without_a_desktop_the_question_does_not_arise() {
    var facts = new SampleFacts().autoLogin(Reading.known(new NoDoor("none"))).build();
    assertEquals(Outcome.NOT_APPLICABLE, new AutoLogin().judge(facts).outcome());
  }

  @Test
  void people_are_named_in_personal_evidence_only() {
    Verdict verdict = judge(OPENS);
    assertFalse(verdict.because().contains("ann"));
    assertEquals(
        List.of(true),
        verdict.evidence().stream()
            .filter(one -> one.value().contains("ann"))
            .map(Evidence::personal)
            .toList());
  }

  @Test
  void an_encrypted_disk_is_told_and_excuses_nothing() {
    assertTrue(judge(OPENS).evidence().stream().anyMatch(one -> one.name().equals("disk")));
    var plain = new Disks(List.of(new Disks.Place("/", Reading.known(Disks.Protection.PLAIN))));
    var facts =
        new SampleFacts()
            .disks(Reading.known(plain))
            .autoLogin(Reading.known(new Doors(List.of(OPENS))))
            .build();
    Verdict verdict = new AutoLogin().judge(facts);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertTrue(verdict.evidence().stream().noneMatch(one -> one.name().equals("disk")));
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = new AutoLogin().judge(SampleFacts.blind(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
