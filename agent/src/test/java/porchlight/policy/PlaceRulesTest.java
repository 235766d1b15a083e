package porchlight.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Network;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.policy.PlaceRules.Office;

class PlaceRulesTest {
  private static final Optional<String> ID = Optional.of("A".repeat(22));
  private static final Office HEADQUARTERS =
      new Office(
          Optional.empty(),
          Optional.of(SampleLan.ROUTER),
          Network.of("10.20.0.0/16"),
          Optional.of("corp.example"),
          List.of("Corp"));

  private static SampleLan there() {
    return new SampleLan()
        .own("10.20.3.4/24")
        .router("10.20.3.1", SampleLan.ROUTER)
        .lease("10.20.3.1", "Corp.Example");
  }

  private static Optional<Proof> proof(Office office, SampleLan lan, Reading<Wifi> wifi) {
    var label =
        new PlaceRules(Optional.empty(), true, List.of(office))
            .label(lan.build().attachments().getFirst(), wifi, ID);
    label.ifPresent(said -> {
      assertEquals(Kind.OFFICE, said.kind());
      assertEquals(By.POLICY, said.by());
    });
    return label.map(Label::proof);
  }

  private static Reading<Wifi> wifi(String name, Security security) {
    return Reading.known(new Wifi.Joined("wlan0", name, security));
  }

  @Test
  void an_office_is_recognised_by_all_that_it_is_said_to_have() {
    var corp = wifi("Corp", Security.WPA2);
    assertEquals(Optional.of(Proof.PASSWORD), proof(HEADQUARTERS, there(), corp));
    assertEquals(
        Optional.empty(), proof(HEADQUARTERS, there().lease("10.20.3.1", "other.example"), corp));
    assertEquals(
        Optional.empty(),
        proof(HEADQUARTERS, there().withoutLease(), corp),
        "a suffix that is not told");
    assertEquals(
        Optional.empty(),
        proof(HEADQUARTERS, new SampleLan().lease("192.168.1.1", "corp.example"), corp),
        "another range");
    assertEquals(
        Optional.empty(),
        proof(
            HEADQUARTERS,
            new SampleLan()
                .own("10.20.3.4/24")
                .router("10.20.3.1", "00:00:5e:00:53:66")
                .lease("10.20.3.1", "corp.example"),
            corp),
        "another gateway");
  }

  @Test
  void over_the_air_it_takes_its_name_and_more_than_its_name() {
    assertEquals(
        Optional.of(Proof.NOTHING), proof(HEADQUARTERS, there(), wifi("Corp", Security.OPEN)));
    assertEquals(
        Optional.of(Proof.NOTHING), proof(HEADQUARTERS, there(), wifi("Corp", Security.OWE)));
    assertEquals(
        Optional.of(Proof.NOTHING), proof(HEADQUARTERS, there(), wifi("Free", Security.WPA2)));
    assertEquals(
        Optional.of(Proof.ADDRESSES),
        proof(HEADQUARTERS, there(), wifi("Corp", Security.ENTERPRISE)));
    assertEquals(
        Optional.of(Proof.ADDRESSES),
        proof(HEADQUARTERS, there(), wifi("", Security.WPA2)),
        "a name that the system hides");
    assertEquals(
        Optional.of(Proof.NOTHING),
        proof(HEADQUARTERS, there(), Reading.unknown(Reason.TOOL_MISSING, "iw is not there")));
    var byCable = new Office(ID, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    assertEquals(
        Optional.of(Proof.ADDRESSES),
        proof(byCable, there().link("eth0"), wifi("Corp", Security.WPA2)));
    assertEquals(Optional.of(Proof.NOTHING), proof(byCable, there(), wifi("Corp", Security.WPA2)));
  }

  @Test
  void what_any_network_can_say_of_itself_makes_no_office() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Office(
                Optional.empty(),
                Optional.empty(),
                Network.of("10.0.0.0/8"),
                Optional.of("corp.example"),
                List.of("Corp")));
  }
}
