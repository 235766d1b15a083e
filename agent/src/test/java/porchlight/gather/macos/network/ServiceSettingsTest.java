package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Dns.Origin;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

/** Who chose the name servers of a Mac; the file is made up after Apple's schema. */
class ServiceSettingsTest {
  private static final String EN0 = "\"Interface\":{\"DeviceName\":\"en0\"}";
  private static final String SET = "\"DNS\":{\"ServerAddresses\":[\"8.8.8.8\",\"fe80::1%en0\"]}";

  private static Origin origin(Answer answer, String address, String link) {
    return ServiceSettings.read(answer)
        .withOrigin(new Resolver(address, link, Transport.NOT_TOLD))
        .origin();
  }

  private static Answer services(String... services) {
    var text = new StringBuilder();
    for (String service : services) {
      text.append(text.isEmpty() ? "" : ",").append("\"").append(text.length()).append("\":");
      text.append('{').append(service).append('}');
    }
    return new Answer.Said(0, "{\"NetworkServices\":{" + text + "}}\n");
  }

  @Test
  void a_server_in_the_settings_of_its_interface_was_set_by_hand() {
    assertEquals(Origin.BY_HAND, origin(services(EN0 + "," + SET), "8.8.8.8", "en0"));
    assertEquals(Origin.BY_HAND, origin(services(EN0 + "," + SET), "fe80::1", "en0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {EN0, EN0 + ",\"DNS\":{}", EN0 + ",\"DNS\":{\"ServerAddresses\":[]}"})
  void where_nothing_is_set_something_else_brought_it(String service) {
    assertEquals(Origin.AUTOMATIC, origin(services(service), "8.8.8.8", "en0"));
  }

  @Test
  void services_that_disagree_tell_nothing() {
    assertEquals(Origin.NOT_TOLD, origin(services(EN0 + "," + SET, EN0), "8.8.8.8", "en0"));
    assertEquals(Origin.NOT_TOLD, origin(services(EN0 + "," + SET), "192.168.1.1", "en0"));
    assertEquals(Origin.NOT_TOLD, origin(services(EN0 + "," + SET), "8.8.8.8", "utun3"));
    assertEquals(Origin.NOT_TOLD, origin(services(EN0 + "," + SET), "8.8.8.8", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"NetworkServices\":7}",
        "{\"NetworkServices\":{\"A\":7}}",
        "{\"NetworkServices\":{\"A\":{" + EN0 + ",\"DNS\":7}}}",
        "{\"NetworkServices\":{\"A\":{" + EN0 + ",\"DNS\":{\"ServerAddresses\":\"8.8.8.8\"}}}}",
        "{\"NetworkServices\":{\"A\":{" + EN0 + ",\"DNS\":{\"ServerAddresses\":[\"me\"]}}}}",
      })
  void what_is_not_understood_tells_nothing(String text) {
    assertEquals(Origin.NOT_TOLD, origin(new Answer.Said(0, text), "8.8.8.8", "en0"), text);
  }

  @Test
  void what_cannot_be_read_tells_nothing() {
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.TimedOut())) {
      assertEquals(Origin.NOT_TOLD, origin(answer, "8.8.8.8", "en0"), answer.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, BY_HAND", "false, AUTOMATIC"})
  void the_resolvers_of_a_real_mac_get_their_origin(boolean set, Origin expected) {
    var mac =
        new Told()
            .says(Scutil.DNS, MacCaptures.text("dns/scutil-dns_router_old-reach-format_10.12.txt"))
            .says(
                ServiceSettings.SETTINGS,
                services(EN0 + (set ? ",\"DNS\":{\"ServerAddresses\":[\"192.168.1.1\"]}" : "")));
    assertEquals(
        List.of(new Resolver("192.168.1.1", "en0", Transport.NOT_TOLD, expected)),
        known(Scutil.read(mac)).resolvers());
  }
}
