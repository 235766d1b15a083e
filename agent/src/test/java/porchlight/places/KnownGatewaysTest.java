package porchlight.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Remembered.Box;
import porchlight.facts.Remembered.By;
import porchlight.facts.Remembered.Earlier;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;

class KnownGatewaysTest {
  private static final Instant AT = SampleFacts.AT;
  private static final String OTHER = "00:00:5e:00:53:66";
  private static final Secret SECRET = secret(1);

  @Test
  void a_wifi_network_with_a_password_is_known_again_by_its_name() {
    var known = learned(home().connection(2), wifi("Attic"));
    var later = home().connection(4).router("192.168.1.1", SampleLan.ROUTER).build();
    assertEquals(
        List.of(
            new Earlier("wlan0", By.WIFI, AT, List.of(new Box(SampleLan.ROUTER, AT, 1, true))),
            new Earlier("wlan0", By.NAME, AT, List.of(new Box(SampleLan.ROUTER, AT, 1, true)))),
        known.recall(later, wifi("Attic"), SECRET).networks());
    var swapped = home().connection(4).router("192.168.1.1", OTHER).build();
    assertEquals(
        List.of(
            new Earlier("wlan0", By.WIFI, AT, List.of()),
            new Earlier("wlan0", By.NAME, AT, List.of())),
        known.recall(swapped, wifi("Attic"), SECRET).networks());
  }

  @Test
  void the_same_addresses_elsewhere_are_another_network() {
    var known = learned(home().connection(2), wifi("Attic"));
    Lan elsewhere = home().connection(4).router("192.168.1.1", OTHER).build();
    assertEquals(Remembered.NOTHING, known.recall(elsewhere, wifi("Cellar"), SECRET));
    assertEquals(
        Remembered.NOTHING,
        known.recall(
            home().link("eth0").connection(4).router("192.168.1.1", OTHER).build(),
            wifi("Attic"),
            SECRET),
        "a cable, while a radio is on that network");
    assertEquals(
        List.of(new Earlier("wlan0", By.NAME, AT, List.of())),
        known
            .recall(
                home().own("192.168.2.5/24").connection(4).router("192.168.2.1", OTHER).build(),
                wifi("Attic"),
                SECRET)
            .networks(),
        "another site of the same name, or a neighbour who answers for DHCP");
  }

  @Test
  void a_name_that_anybody_can_give_is_not_known_again() {
    for (var security : List.of(Wifi.Security.OPEN, Wifi.Security.WEP, Wifi.Security.OWE)) {
      Reading<Wifi> cafe = Reading.known(new Wifi.Joined("wlan0", "Guest", security));
      var known = learned(home().connection(2), cafe);
      assertEquals(
          Remembered.NOTHING,
          known.recall(home().connection(4).router("192.168.1.1", OTHER).build(), cafe, SECRET),
          security.word());
    }
    Reading<Wifi> hidden = Reading.known(new Wifi.Joined("wlan0", "", Wifi.Security.WPA2));
    assertEquals(1, learned(home().connection(2), hidden).lines().size(), "the connection alone");
  }

  @Test
  void a_companys_name_counts_with_its_suffix() {
    Reading<Wifi> eduroam =
        Reading.known(new Wifi.Joined("wlan0", "eduroam", Wifi.Security.ENTERPRISE));
    var known = learned(home().connection(2).lease("10.0.0.1", "uni-a.example"), eduroam);
    var there = home().connection(4).lease("10.0.0.9", "uni-a.example").build();
    assertEquals(1, known.recall(there, eduroam, SECRET).networks().size());
    var abroad = home().connection(4).lease("10.0.0.1", "uni-b.example").build();
    assertEquals(Remembered.NOTHING, known.recall(abroad, eduroam, SECRET));
    var bare = learned(home().connection(2).lease("10.0.0.1", "lan"), eduroam);
    assertEquals(
        Remembered.NOTHING,
        bare.recall(home().connection(4).lease("10.0.0.1", "lan").build(), eduroam, SECRET));
  }

  @Test
  void a_connection_is_known_while_it_was_not_broken() {
    var cable = home().link("eth0").connection(2);
    var known = learned(cable, wifi("Attic"));
    Lan changed = home().link("eth0").connection(2).router("192.168.1.1", OTHER).build();
    assertEquals(
        List.of(new Earlier("eth0", By.CONNECTION, AT, List.of())),
        known.recall(changed, wifi("Attic"), SECRET).networks());
    Lan replugged = home().link("eth0").connection(4).router("192.168.1.1", OTHER).build();
    assertEquals(Remembered.NOTHING, known.recall(replugged, wifi("Attic"), SECRET));
    Lan untold = home().link("eth0").withoutConnection().build();
    assertEquals(Remembered.NOTHING, known.recall(untold, wifi("Attic"), SECRET));
  }

  @Test
  void a_phone_that_shares_its_connection_is_not_compared_from_visit_to_visit() {
    var known = learned(home().router("172.20.10.1", "0a:00:00:00:00:01"), wifi("Ann's phone"));
    var again = home().connection(4).router("172.20.10.1", "0e:00:00:00:00:02").build();
    assertEquals(Remembered.NOTHING, known.recall(again, wifi("Ann's phone"), SECRET));
    var during = home().router("172.20.10.1", "0e:00:00:00:00:02").build();
    assertEquals(1, known.recall(during, wifi("Ann's phone"), SECRET).networks().size());
    var taken = home().connection(4).router("172.20.10.1", OTHER).build();
    assertEquals(2, known.recall(taken, wifi("Ann's phone"), SECRET).networks().size());
  }

  @Test
  void a_made_up_hardware_address_that_stays_for_days_is_a_routers() {
    var mesh = home().router("192.168.1.1", "02:00:00:00:00:01");
    var known = KnownGateways.NONE;
    var other = home().connection(9).router("192.168.1.1", "06:00:00:00:00:02").build();
    for (int day = 1; day <= 4; day++) {
      known = known.learn(mesh.build(), wifi("Mesh"), SECRET, AT.plus(Duration.ofDays(day)));
      boolean isCompared = !known.recall(other, wifi("Mesh"), SECRET).networks().isEmpty();
      assertEquals(day == 4, isCompared, "day " + day);
    }
    // Only where the range is a phone's own it still is a phone.
    var phone = home().own("172.20.10.2/28").router("172.20.10.1", "02:00:00:00:00:01");
    var other2 =
        home().own("172.20.10.2/28").connection(9).router("172.20.10.1", "06:00:00:00:00:02");
    for (int day = 1; day <= 4; day++) {
      known = known.learn(phone.build(), wifi("Ann"), SECRET, AT.plus(Duration.ofDays(day)));
    }
    assertTrue(
        known.recall(other2.build(), wifi("Ann"), SECRET).networks().stream()
            .noneMatch(one -> one.by() == By.WIFI));
    // And nobody turns a router into a phone by handing out a phone's range.
    assertEquals(
        List.of(By.NAME),
        known.recall(other2.build(), wifi("Mesh"), SECRET).networks().stream()
            .map(Earlier::by)
            .toList());
  }

  @Test
  void a_flood_of_routers_does_not_push_a_known_one_out() {
    var known = learned(home(), wifi("Attic"));
    known = known.learn(home().build(), wifi("Attic"), SECRET, AT.plus(Duration.ofDays(1)));
    for (int look = 0; look < 40; look++) {
      var flood = home().connection(look + 10);
      for (int i = 0; i < 100; i++) {
        flood = flood.router("fe80::" + i, String.format("00:11:22:33:%02x:%02x", look, i));
      }
      Instant at = AT.plus(Duration.ofDays(1)).plusSeconds(look);
      for (String name : List.of("Attic", "Cafe")) {
        known = known.learn(flood.build(), wifi(name), SECRET, at);
      }
    }
    assertTrue(known.lines().size() <= 500, known.lines().size() + " lines");
    var home = home().connection(99).router("192.168.1.1", SampleLan.ROUTER).build();
    assertEquals(
        List.of(new Box(SampleLan.ROUTER, AT, 2, true)),
        known.recall(home, wifi("Attic"), SECRET).networks().getFirst().boxes());
  }

  @Test
  void days_are_counted_and_what_came_later_is_known_as_that() {
    var known = learned(home(), wifi("Attic"));
    for (int hours = 1; hours <= 49; hours++) {
      known = known.learn(home().build(), wifi("Attic"), SECRET, AT.plus(Duration.ofHours(hours)));
    }
    var other = home().connection(9).router("192.168.1.1", OTHER, "192.168.1.66").build();
    Instant now = AT.plus(Duration.ofHours(50));
    known = known.learn(other, wifi("Attic"), SECRET, now);
    assertEquals(
        List.of(new Earlier("wlan0", By.WIFI, AT, List.of(new Box(OTHER, now, 1, false)))),
        known.recall(other, wifi("Attic"), SECRET).networks().stream()
            .filter(one -> one.by() == By.WIFI)
            .toList());
    var first = known.recall(home().build(), wifi("Attic"), SECRET).networks().getLast();
    assertEquals(List.of(new Box(SampleLan.ROUTER, AT, 3, true)), first.boxes());
  }

  @Test
  void what_comes_later_is_later_even_by_a_clock_that_was_set_back() {
    var known = learned(home(), wifi("Attic"));
    Lan other = home().router("192.168.1.1", OTHER).build();
    known = known.learn(other, wifi("Attic"), SECRET, AT.minus(Duration.ofDays(9)));
    for (Earlier one : known.recall(other, wifi("Attic"), SECRET).networks()) {
      assertEquals(AT, one.since());
      assertEquals(List.of(new Box(OTHER, AT.plusMillis(1), 1, true)), one.boxes());
    }
  }

  @Test
  void old_things_are_forgotten_and_there_is_an_end_to_it() {
    var known = learned(home(), wifi("Attic"));
    assertEquals(3, known.lines().size());
    var elsewhere = home().link("eth0").withoutConnection().build();
    assertEquals(
        2, known.learn(elsewhere, wifi("x"), SECRET, AT.plus(Duration.ofDays(3))).lines().size());
    assertEquals(
        0, known.learn(elsewhere, wifi("x"), SECRET, AT.plus(Duration.ofDays(181))).lines().size());
    for (int i = 0; i < 700; i++) {
      known = known.learn(home().build(), wifi("Net " + i), SECRET, AT.plusSeconds(i));
    }
    assertEquals(500, known.lines().size());
  }

  @Test
  void the_text_names_nothing_and_comes_back_the_same() {
    var known = learned(home().router("192.168.1.1", SampleLan.ROUTER, "fe80::1"), wifi("Attic"));
    String text = known.text();
    assertEquals(Optional.of(known), KnownGateways.of(text));
    for (String name :
        List.of("Attic", "5e:00:53", "192.168", "fe80", "attic.example", "0000000")) {
      assertFalse(text.contains(name), name + " in " + text);
    }
    assertFalse(
        text.equals(KnownGateways.NONE.learn(home().build(), wifi("Attic"), secret(2), AT).text()));
    assertEquals(Optional.of(KnownGateways.NONE), KnownGateways.of(""));
    for (String damaged :
        List.of(
            "x",
            text.substring(0, text.length() - 3),
            text.replace(" 1 ", " -1 "),
            text.replace(" 1 ", " 99999999999 "),
            text.replace("alone", "perhaps"),
            text.replace("2026", "20x6"),
            text.replace("wifi", "cable"),
            "\u0000" + text)) {
      assertEquals(Optional.empty(), KnownGateways.of(damaged), damaged);
    }
  }

  @Test
  void a_key_that_is_none_is_not_used() {
    for (String text : List.of("", "AAAA", "not base64!", Secret.text(new byte[31]))) {
      assertEquals(Optional.empty(), Secret.of(text), text);
    }
    assertTrue(SECRET.hides("ab", "c").length() == 22);
    assertFalse(SECRET.hides("ab", "c").equals(SECRET.hides("a", "bc")));
  }

  private static KnownGateways learned(SampleLan lan, Reading<Wifi> wifi) {
    return KnownGateways.NONE.learn(lan.build(), wifi, SECRET, AT);
  }

  private static SampleLan home() {
    return new SampleLan();
  }

  private static Reading<Wifi> wifi(String name) {
    return Reading.known(new Wifi.Joined("wlan0", name, Wifi.Security.WPA2));
  }

  private static Secret secret(int seed) {
    byte[] key = new byte[Secret.LENGTH];
    key[0] = (byte) seed;
    return Secret.of(Secret.text(key)).orElseThrow();
  }
}
