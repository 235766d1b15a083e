package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class PhishingProtectionTest {
  private static final Warning ON = new Warning.On("the browser's default");
  private static final Warning OFF = new Warning.Off("a policy");
  private static final Warning DENIED = new Warning.Unclear(Reason.NEEDS_PRIVILEGE, "denied");
  private static final Warning ODD = new Warning.Unclear(Reason.NOT_SUPPORTED, "odd");

  private static Verdict judge(Warning... warnings) {
    var profiles =
        List.of(warnings).stream()
            .map(warning -> new Profile("ann", "Chromium", "Profile 1", warning))
            .toList();
    Verdict verdict =
        new PhishingProtection()
            .judge(
                new SampleFacts()
                    .phishingProtection(
                        Reading.known(new porchlight.facts.PhishingProtection(profiles)))
                    .build());
    assertFalse(verdict.because().contains("ann"), verdict.because());
    verdict.evidence().forEach(seen -> assertEquals(true, seen.personal()));
    assertEquals(warnings.length, verdict.evidence().size());
    return verdict;
  }

  @Test
  void passes_when_every_profile_warns() {
    assertEquals(Outcome.PASS, judge(ON, ON).outcome());
  }

  @Test
  void fails_when_one_does_not_whatever_else_could_not_be_seen() {
    Verdict verdict = judge(ON, DENIED, OFF);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "Chromium does not warn of pages that deceive: a policy has turned the warning off",
        verdict.because());
  }

  @Test
  void is_unknown_when_one_could_not_be_seen_and_says_first_what_root_would_see() {
    Verdict verdict = judge(ODD, DENIED, ON);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
  }

  @Test
  void is_unknown_when_nothing_could_be_read() {
    Verdict verdict =
        new PhishingProtection().judge(SampleFacts.blind(Reason.NOT_UNDERSTOOD, "odd"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals("odd", verdict.because());
  }

  @Test
  void does_not_apply_where_nobody_uses_a_browser() {
    assertEquals(Outcome.NOT_APPLICABLE, judge().outcome());
  }
}
