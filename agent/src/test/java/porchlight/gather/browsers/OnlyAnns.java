package porchlight.gather.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Readings;

/** What was read of a machine on which Ann alone has used one browser. */
public final class OnlyAnns {
  private OnlyAnns() {}

  public static Warning warning(Reading<PhishingProtection> reading) {
    List<Profile> profiles = Readings.known(reading).profiles();
    assertEquals(1, profiles.size(), profiles.toString());
    assertEquals("ann", profiles.getFirst().person());
    return profiles.getFirst().warning();
  }

  public static Keeper keeper(Reading<PasswordManager> reading) {
    List<PasswordManager.Place> places = Readings.known(reading).places();
    assertEquals(1, places.size(), places.toString());
    return places.getFirst().keeper();
  }

  /** Why a warning is not known; without her name. */
  public static Reason unclear(Warning warning) {
    var unclear = assertInstanceOf(Warning.Unclear.class, warning);
    assertFalse(unclear.detail().contains("ann"), unclear.detail());
    return unclear.reason();
  }
}
