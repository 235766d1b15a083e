package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.checks.Place;
import porchlight.checks.Vpn;
import porchlight.facts.Network;
import porchlight.facts.Place.Kind;
import porchlight.policy.PlaceRules;
import porchlight.policy.PlaceRules.Office;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;

/** What a policy says of places, and of rules that differ by them. */
class PlaceReaderTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHv8";

  private static Policy read(String text) {
    return PolicyReader.read("policy.json", text.replace('\'', '"'));
  }

  private static PlaceRules place(String member) {
    return read("{'revision': 1, 'place': "
            + member
            + ", 'rules': [{'check': 'firewall', 'severity': 'low'}]}")
        .places();
  }

  private static Rule vpn(String members) {
    return read("{'revision': 1, 'rules': [{'check': 'vpn', 'severity': 'low'" + members + "}]}")
        .rules()
        .getFirst();
  }

  @Test
  void offices_and_a_key() {
    assertEquals(PlaceRules.NONE, place("{}"));
    var rules =
        place(
            "{'key': '"
                + KEY
                + "', 'peopleSay': false, 'offices': [{'gateway': '00-11-22-AA-BB-CC', 'subnet':"
                + " '10.20.0.0/16', 'suffix': 'corp.example', 'wifi': ['Corp', 'Corp 5']},"
                + " {'fingerprint': 'q83vEjRWeJCrze8SNFZ4kA'}]}");
    assertEquals(
        List.of(
            new Office(
                Optional.empty(),
                Optional.of("00:11:22:aa:bb:cc"),
                Network.of("10.20.0.0/16"),
                Optional.of("corp.example"),
                List.of("Corp", "Corp 5")),
            new Office(
                Optional.of("q83vEjRWeJCrze8SNFZ4kA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())),
        rules.offices());
    assertEquals(Optional.of(KEY + "="), rules.key());
    assertEquals(false, rules.peopleSay());
  }

  @Test
  void a_rule_is_its_own_members_but_for_those_of_the_place() {
    Rule rule = vpn(", 'places': {'public-hotspot': {'severity': 'high', 'required': true}}");
    assertEquals(new Rule(Severity.HIGH, new Vpn(true)), rule.places().get(Kind.PUBLIC_HOTSPOT));
    assertEquals(Set.of(Kind.PUBLIC_HOTSPOT), rule.places().keySet());
    Rule half = vpn(", 'required': true, 'places': {'home': {'severity': 'info'}}");
    assertEquals(new Rule(Severity.INFO, new Vpn(true)), half.places().get(Kind.HOME));
    Rule everywhere =
        vpn(", 'places': {'elsewhere': {'severity': 'high'}, 'guest': {'severity': 'medium'}}");
    assertEquals(
        Set.of(Kind.GUEST, Kind.PUBLIC_HOTSPOT, Kind.PHONE_HOTSPOT, Kind.WIRED, Kind.UNKNOWN),
        everywhere.places().keySet());
    assertEquals(new Rule(Severity.MEDIUM, new Vpn(false)), everywhere.places().get(Kind.GUEST));
    assertEquals(new Rule(Severity.HIGH, new Vpn(false)), everywhere.places().get(Kind.UNKNOWN));
    Rule other =
        vpn(", 'places': {'guest': {'severity': 'medium'}, 'elsewhere': {'severity': 'high'}}");
    assertEquals(everywhere, other, "in any order");
  }

  @Test
  void kinds_of_places_may_be_refused() {
    var policy =
        read(
            "{'revision': 1, 'rules': [{'check': 'place', 'severity': 'high', 'refused': ['guest']}]}");
    assertEquals(new Place(List.of(Kind.GUEST)), policy.rules().getFirst().check());
  }

  @Test
  void the_packed_policy_tells_the_lack_of_a_tunnel_at_a_public_hotspot() {
    Rule vpn =
        PolicyReader.packed().rules().stream()
            .filter(rule -> rule.check() instanceof Vpn)
            .findFirst()
            .orElseThrow();
    assertEquals(new Rule(Severity.LOW, new Vpn(true)), vpn.places().get(Kind.PUBLIC_HOTSPOT));
  }

  @Test
  void what_is_wrong_is_refused_with_its_place() {
    refused("{'key': 'short'}", "place.key: expected 32 random bytes");
    refused("{'offices': [{}]}", "place.offices[0].gateway: expected this or a \"fingerprint\"");
    refused("{'offices': [{'suffix': 'corp.example'}]}", "all else is what any network can say");
    refused("{'offices': [{'gateway': 'x'}]}", "place.offices[0].gateway: expected a hardware");
    refused("{'offices': [{'fingerprint': 'x'}]}", "place.offices[0].fingerprint: expected a");
    refused("{'office': []}", "place.office: there is no such setting; did you mean \"offices\"?");
    refusedRule("{'cafe': {}}", "rules[0].places.cafe: there is no such kind of place");
    refusedRule("{'ofice': {}}", "did you mean \"office\"?");
    refusedRule("{'home': {'check': 'firewall'}}", "rules[0].places.home: a place changes");
    refusedRule("{'home': {'places': {}}}", "rules[0].places.home: a place changes");
    refusedRule("{'home': {'severity': 'tiny'}}", "rules[0].places.home.severity: expected one of");
    refusedRule("{'home': {'minimum': 'wpa2'}}", "rules[0].places.home.minimum: there is no such");
    refusedRule("{'home': 'high'}", "rules[0].places.home: expected an object");
    refusedRule("[]", "rules[0].places: expected an object");
  }

  private static void refused(String member, String what) {
    var refused = assertThrows(Refused.class, () -> place(member));
    assertTrue(String.valueOf(refused.getMessage()).contains(what), refused.getMessage());
  }

  private static void refusedRule(String places, String what) {
    var refused = assertThrows(Refused.class, () -> vpn(", 'places': " + places));
    assertTrue(String.valueOf(refused.getMessage()).contains(what), refused.getMessage());
  }
}
