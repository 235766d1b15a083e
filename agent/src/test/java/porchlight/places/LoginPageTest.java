package porchlight.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan;
import porchlight.facts.Place.Sign;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.place.Places;
import porchlight.gather.place.Recalled;
import porchlight.places.KnownPlaces.Keys;

/** Who logged in sees no login page any more, and is in the same café. */
class LoginPageTest {
  private static final Secret SECRET =
      Secret.of(Secret.text(new byte[Secret.LENGTH])).orElseThrow();
  private static final Keys KEYS = new Keys(SECRET, SECRET);
  private static final Instant AT = SampleFacts.AT;
  private static final Reading<Wifi> CAFE =
      Reading.known(new Wifi.Joined("wlan0", "Harbour", Wifi.Security.WPA2));
  private static final Lan LAN = new SampleLan().build();
  private static final Optional<String> LINK = Optional.of(LAN.attachments().getFirst().link());

  private static boolean isShown(KnownPlaces known, Instant at) {
    var memory =
        new Memory() {
          @Override
          public Reading<porchlight.facts.Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
            return Reading.known(porchlight.facts.Remembered.NOTHING);
          }

          @Override
          public Recalled place(Lan.Attachment here, Reading<Wifi> wifi, Instant now) {
            var found = known.recall(here, wifi, KEYS, now);
            return new Recalled(
                found.id(), Reading.known(found.met()), found.label(), found.login());
          }
        };
    return Places.of(Reading.known(LAN), CAFE, Optional.empty(), memory, at)
        .map(place -> place.spots().getFirst().signs().contains(Sign.LOGIN_PAGE))
        .equals(Reading.known(true));
  }

  @Test
  void a_login_page_is_remembered_for_a_month_after_it_was_seen() {
    var known = KnownPlaces.NONE.learn(LAN, LINK, KEYS, AT);
    assertTrue(isShown(known, AT.plusSeconds(60)));
    known = known.learn(LAN, Optional.empty(), KEYS, AT.plus(Duration.ofDays(29)));
    assertTrue(isShown(known, AT.plus(Duration.ofDays(29))), "met again without one");
    assertFalse(isShown(known, AT.plus(Duration.ofDays(31))), "a router that showed one once");
    known = known.learn(LAN, LINK, KEYS, AT.plus(Duration.ofDays(29)));
    assertTrue(isShown(known, AT.plus(Duration.ofDays(31))), "seen again");
  }

  @Test
  void one_on_another_link_is_none_of_this_place() {
    assertFalse(isShown(KnownPlaces.NONE.learn(LAN, Optional.of("eth7"), KEYS, AT), AT));
    assertFalse(isShown(KnownPlaces.NONE.learn(LAN, KEYS, AT), AT));
  }

  @Test
  void it_is_written_and_read_and_lines_without_it_are_read_as_ever() {
    var known = KnownPlaces.NONE.learn(LAN, LINK, KEYS, AT);
    assertEquals(Optional.of(known), KnownPlaces.of(known.text()));
    var plain = KnownPlaces.NONE.learn(LAN, KEYS, AT);
    assertEquals(Optional.of(plain), KnownPlaces.of(plain.text()));
    assertEquals(known.text(), plain.text().strip() + " " + AT + "\n");
    assertEquals(Optional.empty(), KnownPlaces.of(known.text().strip() + " more\n"));
    assertEquals(Optional.empty(), KnownPlaces.of(plain.text().strip() + " never\n"));
  }
}
