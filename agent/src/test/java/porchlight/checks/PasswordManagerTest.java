package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.checks.PasswordManager.Demand;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class PasswordManagerTest {
  private static final Keeper BITWARDEN = new Keeper.Dedicated("Bitwarden");
  private static final Keeper BROWSER = new Keeper.BuiltIn();
  private static final Keeper NOTHING = new Keeper.Nothing();
  private static final Keeper PERHAPS = new Keeper.NotDedicated(Reason.NOT_UNDERSTOOD, "odd");
  private static final Keeper DENIED = new Keeper.Unclear(Reason.NEEDS_PRIVILEGE, "denied");

  private static Outcome judge(Demand demand, Keeper... keepers) {
    var places =
        List.of(keepers).stream()
            .map(keeper -> new Place("ann", "Firefox", "default", keeper))
            .toList();
    Verdict verdict =
        new PasswordManager(demand)
            .judge(
                new SampleFacts()
                    .passwordManager(Reading.known(new porchlight.facts.PasswordManager(places)))
                    .build());
    assertFalse(verdict.because().contains("ann"), verdict.because());
    verdict.evidence().forEach(seen -> assertEquals(true, seen.personal()));
    return verdict.outcome();
  }

  @Test
  void passes_when_everybody_has_one_everywhere() {
    assertEquals(Outcome.PASS, judge(Demand.DEDICATED, BITWARDEN, BITWARDEN));
    assertEquals(Outcome.PASS, judge(Demand.ANY, BITWARDEN, BROWSER));
  }

  @Test
  void fails_when_one_profile_has_less_than_is_asked_for() {
    assertEquals(Outcome.FAIL, judge(Demand.DEDICATED, BITWARDEN, BROWSER));
    assertEquals(Outcome.FAIL, judge(Demand.DEDICATED, DENIED, PERHAPS));
    assertEquals(Outcome.FAIL, judge(Demand.DEDICATED, NOTHING));
    assertEquals(Outcome.FAIL, judge(Demand.ANY, BROWSER, NOTHING));
  }

  @Test
  void is_unknown_when_one_could_not_be_seen() {
    assertEquals(Outcome.UNKNOWN, judge(Demand.DEDICATED, BITWARDEN, DENIED));
    assertEquals(Outcome.UNKNOWN, judge(Demand.ANY, BITWARDEN, PERHAPS));
    Verdict blind =
        new PasswordManager(Demand.ANY).judge(SampleFacts.blind(Reason.NOT_UNDERSTOOD, "odd"));
    assertEquals(Optional.of(Reason.NOT_UNDERSTOOD), blind.reason());
  }

  @Test
  void does_not_apply_where_nobody_uses_a_browser() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(Demand.DEDICATED));
  }
}
