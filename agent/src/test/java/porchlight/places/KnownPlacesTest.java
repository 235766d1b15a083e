package porchlight.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.places.KnownPlaces.Found;
import porchlight.places.KnownPlaces.Keys;

class KnownPlacesTest {
  private static final Instant AT = SampleFacts.AT;
  private static final Instant TOMORROW = AT.plus(Duration.ofDays(1));
  private static final String OTHER = "00:00:5e:00:53:66";
  private static final String VIRTUAL = "00:00:5e:00:01:01";
  private static final Keys KEYS = new Keys(secret(1), secret(9));
  private static final Reading<Wifi> ATTIC = wifi("wlan0", "Attic", Security.WPA2);

  private static Secret secret(int seed) {
    byte[] key = new byte[Secret.LENGTH];
    key[0] = (byte) seed;
    return Secret.of(Secret.text(key)).orElseThrow();
  }

  private static Reading<Wifi> wifi(String link, String name, Security security) {
    return Reading.known(new Wifi.Joined(link, name, security));
  }

  private static SampleLan home() {
    return new SampleLan().router("192.168.1.1", SampleLan.ROUTER);
  }

  private static Attachment only(SampleLan lan) {
    return lan.build().attachments().getFirst();
  }

  private static Found recall(KnownPlaces known, SampleLan lan, Reading<Wifi> wifi) {
    return known.recall(only(lan), wifi, KEYS, TOMORROW);
  }

  private static KnownPlaces labelled(SampleLan lan, Reading<Wifi> wifi) {
    return KnownPlaces.NONE.learn(lan.build(), KEYS, AT).say(lan.build(), wifi, KEYS, Kind.HOME);
  }

  private static Proof proof(KnownPlaces known, SampleLan lan, Reading<Wifi> wifi) {
    return recall(known, lan, wifi).label().map(Label::proof).orElseThrow();
  }

  /** Hand-made: the same home as five looks would find it. */
  @Test
  void one_place_seen_in_many_ways_is_one() {
    var ways =
        List.of(
            home(),
            home().link("eth0"), // docked
            home().connection(99).withoutConnection(),
            home().own("192.168.1.77/24"), // another address of its own
            home().withoutLease(), // without rights, or on a Mac
            home().lease("192.168.1.2", ""), // another DHCP server of the pair
            home().router("fe80::1", SampleLan.ROUTER), // IPv6 beside
            new SampleLan().router("fe80::1", OTHER).router("192.168.1.1", SampleLan.ROUTER));
    for (SampleLan first : ways) {
      KnownPlaces known = KnownPlaces.NONE;
      for (SampleLan way : ways) {
        known = known.learn(way.build(), KEYS, AT);
      }
      assertEquals(1, known.lines().size(), known.text());
      assertTrue(recall(known, first, ATTIC).met().isPresent());
      assertEquals(recall(known, home(), ATTIC).id(), recall(known, first, ATTIC).id());
    }
  }

  @Test
  void ipv6_alone_is_the_same_place_by_its_prefix_or_its_suffix() {
    var alone =
        new SampleLan()
            .own("2001:db8:1:2::5/64")
            .lease("", "attic.example")
            .router("fe80::1", SampleLan.ROUTER);
    var known = KnownPlaces.NONE.learn(home().build(), KEYS, AT);
    assertTrue(recall(known, alone, ATTIC).met().isPresent(), "by its suffix");
    assertEquals(recall(known, home(), ATTIC).id(), recall(known, alone, ATTIC).id());
    known = known.learn(alone.build(), KEYS, AT);
    assertEquals(1, known.lines().size());
    var bare =
        new SampleLan()
            .own("2001:db8:1:2::9/128")
            .withoutLease()
            .router("fe80::1", SampleLan.ROUTER);
    assertTrue(recall(known, bare, ATTIC).met().isPresent(), "by its prefix");
    var other =
        new SampleLan()
            .own("2001:db8:9:9::9/64")
            .withoutLease()
            .router("fe80::1", SampleLan.ROUTER);
    assertFalse(recall(known, other, ATTIC).met().isPresent(), "another network of one switch");
  }

  @Test
  void different_places_with_the_same_addresses_are_two() {
    var known = KnownPlaces.NONE.learn(home().build(), KEYS, AT);
    var theirs = new SampleLan().router("192.168.1.1", OTHER);
    assertFalse(recall(known, theirs, ATTIC).met().isPresent());
    assertNotEquals(recall(known, home(), ATTIC).id(), recall(known, theirs, ATTIC).id());
    assertEquals(2, known.learn(theirs.build(), KEYS, AT).lines().size());
    // One switch is the gateway of the office's network and of that for its guests.
    var guests = new SampleLan().own("10.9.0.7/24").router("10.9.0.1", SampleLan.ROUTER);
    assertFalse(recall(known, guests, ATTIC).met().isPresent());
    assertNotEquals(recall(known, home(), ATTIC).id(), recall(known, guests, ATTIC).id());
  }

  @Test
  void addresses_that_routers_everywhere_take_in_turns_need_more_to_be_a_place() {
    var here = new SampleLan().router("192.168.1.1", VIRTUAL).lease("192.168.1.2", "one.example");
    var there = new SampleLan().router("192.168.1.1", VIRTUAL).lease("192.168.1.2", "two.example");
    var untold = new SampleLan().router("192.168.1.1", VIRTUAL).withoutLease();
    var known = KnownPlaces.NONE.learn(here.build(), KEYS, AT);
    assertTrue(recall(known, here, ATTIC).met().isPresent());
    assertFalse(recall(known, there, ATTIC).met().isPresent());
    assertFalse(recall(known, untold, ATTIC).met().isPresent());
    assertNotEquals(recall(known, here, ATTIC).id(), recall(known, there, ATTIC).id());
  }

  @Test
  void an_exchanged_router_is_another_place_and_no_label_goes_with_it() {
    var known = labelled(home(), ATTIC);
    var swapped = recall(known, new SampleLan().router("192.168.1.1", OTHER), ATTIC);
    assertEquals(Optional.empty(), swapped.label());
    assertEquals(Optional.empty(), swapped.met());
  }

  @Test
  void a_gateway_that_has_not_told_itself_is_no_place() {
    var silent = new SampleLan().router("192.168.1.1", "");
    assertEquals(
        new Found(Optional.empty(), Optional.empty(), Optional.empty(), false),
        recall(labelled(home(), ATTIC), silent, ATTIC));
    assertEquals(KnownPlaces.NONE, KnownPlaces.NONE.learn(silent.build(), KEYS, AT));
  }

  @Test
  void a_label_counts_for_the_way_by_which_it_was_said() {
    var known = labelled(home(), ATTIC);
    assertEquals(Proof.PASSWORD, proof(known, home(), ATTIC));
    assertEquals(
        Proof.NOTHING,
        proof(known, home(), wifi("wlan0", "Attic", Security.OPEN)),
        "a copy of its name without its password");
    assertEquals(
        Proof.NOTHING,
        proof(known, home(), wifi("wlan0", "Free Wi-Fi", Security.WPA2)),
        "a network of another name, with a copy of the gateway's address behind it");
    assertEquals(Proof.NOTHING, proof(known, home(), wifi("wlan0", "Attic", Security.OWE)));
    assertEquals(Proof.NOTHING, proof(known, home(), wifi("wlan0", "", Security.WPA2)));
    assertEquals(
        Proof.NOTHING,
        proof(known, home(), Reading.unknown(Reason.TOOL_MISSING, "iw is not there")));
    assertEquals(Proof.NOTHING, proof(known, home().link("eth0"), ATTIC), "by cable");
    assertEquals(
        Proof.PASSWORD,
        proof(known, home(), wifi("wlan0", "Attic", Security.WPA3)),
        "the access point was renewed");
  }

  @Test
  void said_by_cable_or_where_the_name_is_hidden_it_is_recognised_by_addresses() {
    var cable = home().link("eth0");
    assertEquals(Proof.ADDRESSES, proof(labelled(cable, ATTIC), cable, ATTIC));
    var hidden = wifi("wlan0", "", Security.WPA2);
    assertEquals(Proof.ADDRESSES, proof(labelled(home(), hidden), home(), hidden));
    assertEquals(Proof.NOTHING, proof(labelled(home(), hidden), home(), ATTIC));
    var login = wifi("wlan0", "Corp", Security.ENTERPRISE);
    assertEquals(Proof.ADDRESSES, proof(labelled(home(), login), home(), login));
    var open = wifi("wlan0", "Attic", Security.OPEN);
    assertEquals(Proof.NOTHING, proof(labelled(home(), open), home(), open), "said on open Wi-Fi");
  }

  @Test
  void docked_a_label_is_said_for_both_ways() {
    var both = new Lan(List.of(only(home().link("eth0")), only(home())));
    var known = KnownPlaces.NONE.learn(both, KEYS, AT).say(both, ATTIC, KEYS, Kind.OFFICE);
    assertEquals(1, known.lines().size());
    assertEquals(Proof.PASSWORD, proof(known, home(), ATTIC));
    assertEquals(Proof.ADDRESSES, proof(known, home().link("eth0"), ATTIC));
    assertEquals(
        Proof.NOTHING,
        proof(known.say(home().build(), ATTIC, KEYS, Kind.HOME), home().link("eth0"), ATTIC),
        "another word begins anew");
    assertEquals(KnownPlaces.NONE, known.forget(both, KEYS));
  }

  @Test
  void a_visit_ends_when_the_laptop_was_away_for_hours() {
    var known = KnownPlaces.NONE;
    for (int i = 0; i < 20; i++) {
      Instant now = AT.plus(Duration.ofMinutes(15L * i));
      assertEquals(Optional.empty(), known.recall(only(home()), ATTIC, KEYS, now).met());
      known = known.learn(home().build(), KEYS, now);
    }
    Instant evening = AT.plus(Duration.ofHours(12));
    var met = known.recall(only(home()), ATTIC, KEYS, evening).met().orElseThrow();
    assertEquals(1, met.visits());
    assertEquals(AT, met.first());
    known = known.learn(home().build(), KEYS, evening);
    met = known.recall(only(home()), ATTIC, KEYS, evening.plusSeconds(60)).met().orElseThrow();
    assertEquals(1, met.visits(), "still the second visit");
    assertTrue(met.last().isBefore(evening));
    assertTrue(
        known.recall(only(home()), ATTIC, KEYS, AT.minus(Duration.ofDays(9))).met().isPresent(),
        "a clock that was set back");
  }

  @Test
  void it_is_written_and_read_whole_names_nothing_and_is_bounded() {
    var known = labelled(home().router("fe80::1", SampleLan.ROUTER), ATTIC);
    assertEquals(Optional.of(known), KnownPlaces.of(known.text()));
    for (String word : List.of("Attic", "attic", "192.168", SampleLan.ROUTER, "5301")) {
      assertFalse(known.text().contains(word), known.text());
    }
    var all = known;
    for (int i = 0; i < 400; i++) {
      var lan =
          new SampleLan()
              .router("192.168.1.1", String.format("00:00:5e:00:%02x:%02x", i / 200, i % 200));
      all = all.learn(lan.build(), KEYS, AT.plusSeconds(i));
    }
    assertEquals(300, all.lines().size());
    assertTrue(recall(all, home(), ATTIC).label().isPresent(), "what was said stays longest");
    var twice = KnownPlaces.NONE.learn(home().build(), KEYS, AT.minus(Duration.ofDays(2)));
    twice = twice.learn(home().build(), KEYS, AT.minus(Duration.ofDays(1)));
    for (int i = 0; i < 400; i++) {
      String mac = String.format("00:00:5e:00:%02x:%02x", i / 200, i % 200);
      var lan = new SampleLan().router("192.168.1.1", mac);
      twice = twice.learn(lan.build(), KEYS, AT.plusSeconds(i));
    }
    assertTrue(recall(twice, home(), ATTIC).met().isPresent(), "what was met once goes first");
    var late = all.learn(home().build(), KEYS, AT.plus(Duration.ofDays(900)));
    assertEquals(1, late.lines().size());
  }

  @Test
  void what_is_damaged_is_nothing() {
    String line = labelled(home(), ATTIC).text().strip();
    var damaged = new ArrayList<>(List.of("x", "place", line + " more", " " + line));
    damaged.add(line.replace("own", "mine"));
    damaged.add(line.replace("home@", "palace@"));
    damaged.add(line.replace("2026", "never"));
    damaged.add(line.replace(" 1 home", " 0 home"));
    damaged.add(line.replace("home@", "home"));
    for (String bad : damaged) {
      assertEquals(Optional.empty(), KnownPlaces.of(bad + "\n"), bad);
    }
    for (int end = 1; end < line.length(); end += 7) {
      assertTrue(KnownPlaces.of(line.substring(0, end)).isEmpty() || end > line.length() - 30);
    }
  }

  @Test
  void organisations_see_different_fingerprints_and_laptops_of_one_the_same() {
    var other = new Keys(secret(2), secret(9));
    var stranger = new Keys(secret(1), secret(8));
    var known = KnownPlaces.NONE.learn(home().build(), KEYS, AT);
    assertEquals(
        recall(known, home(), ATTIC).id(),
        KnownPlaces.NONE.recall(only(home()), ATTIC, other, AT).id(),
        "another laptop");
    assertNotEquals(
        recall(known, home(), ATTIC).id(), known.recall(only(home()), ATTIC, stranger, AT).id());
    assertTrue(
        known.recall(only(home()), ATTIC, stranger, TOMORROW).met().isPresent(),
        "a new key of the organisation takes no memory away");
  }
}
