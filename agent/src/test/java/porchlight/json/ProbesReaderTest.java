package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Probes;

class ProbesReaderTest {
  private static Probes read(String probes) {
    String policy =
        "{'revision': 1, 'probes': " + probes + ", 'rules': [{'check': 'vpn', 'severity': 'low'}]}";
    return PolicyReader.read("policy.json", policy.replace('\'', '"')).probes();
  }

  private static void refused(String message, String probes) {
    var refused = assertThrows(Refused.class, () -> read(probes));
    assertEquals(
        "policy.json: probes." + message, String.valueOf(refused.getMessage()).replace('"', '\''));
  }

  @Test
  void the_packed_policy_spells_out_what_is_asked_where_nothing_is_set() {
    assertEquals(Probes.USUAL, PolicyReader.packed().probes());
    assertEquals(Probes.USUAL, read("{}"));
  }

  @Test
  void everything_can_be_ones_own() {
    Probes own =
        read(
            "{'absent': ['{random}.example.com'], 'authorities': [], 'publicResolvers': [],"
                + " 'identities': [], 'intervalMinutes': 5,"
                + " 'known': [{'name': 'www.example.com', 'addresses': ['192.0.2.1']}],"
                + " 'signing': {'good': 'a.example', 'broken': 'b.example'}}");
    assertEquals(List.of("{random}.example.com"), own.names().absent());
    assertEquals(List.of(), own.names().authorities());
    assertEquals("www.example.com", own.names().known().get(0).name());
    assertEquals(5, own.intervalMinutes());
    assertEquals(
        Optional.of("the policy asks nothing of the network"), read("{'ask': false}").off());
  }

  @Test
  void what_cannot_be_asked_is_refused_with_its_place() {
    String name = "a name such as www.example.com, with or without {random}";
    refused(
        "absent[0]: expected " + name + ", found 'www.example.com'",
        "{'absent': ['www.example.com']}");
    refused("absent[0]: expected " + name + ", found '{random}'", "{'absent': ['{random}']}");
    refused("known[0].name: expected " + name + ", found 'a b'", "{'known': [{'name': 'a b'}]}");
    refused(
        "known[0].addresses[0]: expected an address such as 192.0.2.1, found 'x'",
        "{'known': [{'name': 'a.example', 'addresses': ['x']}]}");
    refused(
        "authorities: expected at most 6, found a list",
        "{'authorities': ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5',"
            + " '192.0.2.6', '192.0.2.7']}");
    refused("signing.broken: missing; expected " + name, "{'signing': {'good': 'a.example'}}");
    refused(
        "intervalMinutes: expected a whole number from 0 to 10080, found -1",
        "{'intervalMinutes': -1}");
  }
}
