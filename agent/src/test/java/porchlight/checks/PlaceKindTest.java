package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import porchlight.checks.PlaceKind.Sure;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;

class PlaceKindTest {
  private static final Label HOME_PROVEN = new Label(Kind.HOME, By.PERSON, Proof.PASSWORD);
  private static final Label HOME_ALIKE = new Label(Kind.HOME, By.PERSON, Proof.ADDRESSES);
  private static final Label HOME_NOWHERE = new Label(Kind.HOME, By.PERSON, Proof.NOTHING);

  private static void assertKind(Kind kind, Sure sure, Sign... signs) {
    PlaceKind judged = PlaceKind.bySigns(List.of(signs));
    assertEquals(kind, judged.kind(), judged.toString());
    assertEquals(sure, judged.sure(), judged.toString());
  }

  @Test
  void signs_are_weighed() {
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.PERHAPS, Sign.OPEN_WIFI);
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.LIKELY, Sign.OPEN_WIFI, Sign.PUBLIC_NAME);
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.PERHAPS, Sign.PASSWORD_WIFI, Sign.PUBLIC_NAME);
    assertKind(Kind.GUEST, Sure.PERHAPS, Sign.PASSWORD_WIFI, Sign.GUEST_NAME);
    assertKind(Kind.GUEST, Sure.LIKELY, Sign.COMPANY_WIFI, Sign.GUEST_NAME, Sign.COMPANY_MAKER);
    assertKind(Kind.PHONE_HOTSPOT, Sure.PERHAPS, Sign.PASSWORD_WIFI, Sign.PHONE_NAME);
    assertKind(
        Kind.PHONE_HOTSPOT, Sure.LIKELY, Sign.IPHONE_RANGE, Sign.MADE_UP_MAC, Sign.PHONE_NAME);
    assertKind(Kind.PHONE_HOTSPOT, Sure.PERHAPS, Sign.CABLE, Sign.ANDROID_RANGE);
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.PERHAPS, Sign.CABLE, Sign.LOGIN_PAGE);
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.PERHAPS, Sign.PASSWORD_WIFI, Sign.LOGIN_PAGE);
    assertKind(Kind.PUBLIC_HOTSPOT, Sure.LIKELY, Sign.OPEN_WIFI, Sign.LOGIN_PAGE);
    assertKind(Kind.GUEST, Sure.LIKELY, Sign.PASSWORD_WIFI, Sign.GUEST_NAME, Sign.LOGIN_PAGE);
    assertKind(
        Kind.PUBLIC_HOTSPOT, Sure.PERHAPS, Sign.HOME_MAKER, Sign.HOME_SUFFIX, Sign.LOGIN_PAGE);
    // A phone without credit left shows one, too.
    assertKind(
        Kind.PHONE_HOTSPOT, Sure.LIKELY, Sign.PHONE_NAME, Sign.IPHONE_RANGE, Sign.LOGIN_PAGE);
    assertKind(Kind.WIRED, Sure.LIKELY, Sign.CABLE, Sign.HOME_RANGE);
    assertKind(Kind.UNKNOWN, Sure.NOT_AT_ALL, Sign.PASSWORD_WIFI);
    assertKind(Kind.UNKNOWN, Sure.NOT_AT_ALL);
  }

  @Test
  void signs_say_what_it_looks_like_and_no_more() {
    var home = List.of(Sign.PASSWORD_WIFI, Sign.HOME_NAME, Sign.HOME_MAKER, Sign.HOME_RANGE);
    assertEquals(
        new PlaceKind(Kind.UNKNOWN, Sure.NOT_AT_ALL, home, Optional.of(Kind.HOME)),
        PlaceKind.bySigns(home));
    var office = List.of(Sign.COMPANY_WIFI, Sign.OWN_SUFFIX);
    assertEquals(
        new PlaceKind(Kind.UNKNOWN, Sure.NOT_AT_ALL, office, Optional.of(Kind.OFFICE)),
        PlaceKind.bySigns(office));
    assertEquals(
        Optional.of(Kind.OFFICE),
        PlaceKind.bySigns(List.of(Sign.CABLE, Sign.DOMAIN_CATEGORY)).looksLike());
  }

  @Test
  void no_signs_in_the_world_make_a_home_or_an_office() {
    var random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      var signs = new ArrayList<Sign>();
      for (Sign sign : Sign.values()) {
        if (random.nextInt(4) == 0) {
          signs.add(sign);
        }
      }
      PlaceKind judged = PlaceKind.bySigns(signs);
      assertFalse(EnumSet.of(Kind.HOME, Kind.OFFICE).contains(judged.kind()), judged.toString());
      assertTrue(judged.sure() != Sure.SURE, judged.toString());
    }
  }

  /** Whoever runs a hotspot cannot make it look less like one by adding signs. */
  @Test
  void an_open_network_is_a_public_hotspot_whatever_it_looks_like() {
    for (Sign disguise : Sign.values()) {
      Kind kind = PlaceKind.bySigns(List.of(Sign.OPEN_WIFI, disguise)).kind();
      assertEquals(Kind.PUBLIC_HOTSPOT, kind, disguise.word());
    }
    assertKind(
        Kind.PUBLIC_HOTSPOT,
        Sure.PERHAPS,
        Sign.OPEN_WIFI,
        Sign.PHONE_NAME,
        Sign.IPHONE_RANGE,
        Sign.HOME_SUFFIX,
        Sign.HOME_MAKER);
  }

  @Test
  void a_label_counts_where_more_than_looks_shows_the_place() {
    assertEquals(Sure.SURE, of(spot("a", HOME_PROVEN)).getFirst().sure());
    assertEquals(Kind.HOME, of(spot("a", HOME_PROVEN)).getFirst().kind());
    assertEquals(Sure.LIKELY, of(spot("a", HOME_ALIKE)).getFirst().sure());
    assertEquals(Kind.HOME, of(spot("a", HOME_ALIKE)).getFirst().kind());
    assertEquals(Kind.UNKNOWN, of(spot("a", HOME_NOWHERE)).getFirst().kind());
  }

  @Test
  void docked_one_way_in_speaks_for_the_other_into_the_same_place() {
    var docked = of(spot("a", HOME_NOWHERE), spot("a", HOME_PROVEN));
    assertEquals(Kind.HOME, docked.get(0).kind());
    assertEquals(Kind.HOME, docked.get(1).kind());
    var elsewhere = of(spot("b", HOME_NOWHERE), spot("a", HOME_PROVEN));
    assertEquals(Kind.UNKNOWN, elsewhere.get(0).kind());
  }

  @Test
  void what_anybody_can_offer_or_nobody_sees_gets_no_label_from_a_cable_beside_it() {
    for (List<Sign> signs :
        List.of(List.of(Sign.OPEN_WIFI), List.<Sign>of(), List.of(Sign.HOME_RANGE))) {
      var docked = of(spot("a", HOME_NOWHERE, signs), spot("a", HOME_ALIKE));
      assertFalse(docked.get(0).kind() == Kind.HOME, signs + ": " + docked);
      assertEquals(Kind.HOME, docked.get(1).kind());
    }
  }

  private static Spot spot(String id, Label label) {
    return spot(id, label, List.of(Sign.PASSWORD_WIFI));
  }

  private static Spot spot(String id, Label label, List<Sign> signs) {
    return new Spot(
        "wlan0", Optional.of(id), signs, Reading.known(Optional.empty()), Optional.of(label));
  }

  private static List<PlaceKind> of(Spot... spots) {
    return PlaceKind.of(new SampleFacts().place(spots).build());
  }
}
