package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedsTest {
  private static String refusal(String name, String value) {
    return String.valueOf(
        assertThrows(Refused.class, () -> Seeds.of(Map.of(name, value))).getMessage());
  }

  @Test
  void every_setting_can_be_told_by_a_variable_of_its_name() {
    var seeds =
        Seeds.of(
            Map.of(
                "PORCHLIGHT_SERVER", "https://central.example",
                "PORCHLIGHT_STATE_FOLDER", "/srv/p",
                "PORCHLIGHT_ENROLLMENT_TOKEN_FILE", "/srv/t",
                "PORCHLIGHT_REPORT_SECONDS", "0900",
                "PORCHLIGHT_WORKER_SECONDS", "60",
                "PORCHLIGHT_POLICY_FILE", "/srv/policy.json",
                "PORCHLIGHT_CONNECTION", "cycle",
                "PORCHLIGHT_PROXY", "http://proxy.example:3128, direct",
                "PORCHLIGHT_PROXY_CREDENTIALS_FILE", "/srv/c",
                "PORCHLIGHT_PINS",
                    "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,"
                        + " sha256/BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    assertEquals(Setting.values().length, seeds.settings().size());
    var read = SettingsReader.read("managed.json", seeds.over("managed.json", Optional.empty()));
    assertEquals(900, read.reportSeconds());
    assertEquals(2, read.road().pins().size());
    assertEquals(2, read.road().ways().orElseThrow().size());
  }

  @Test
  void what_is_not_said_stays_and_what_is_said_goes_over_it() {
    String before = "// by hand\n{\"server\": \"https://old.example\", \"reportSeconds\": 600}";
    var seeds = Seeds.of(Map.of("PORCHLIGHT_SERVER", "https://new.example", "HOME", "/root"));
    var read = SettingsReader.read("m", seeds.over("m", Optional.of(before)));
    assertEquals("https://new.example", read.server().orElseThrow().toString());
    assertEquals(600, read.reportSeconds());
  }

  @Test
  void a_variable_that_nobody_reads_is_refused_with_those_that_are_known() {
    String message = refusal("PORCHLIGHT_SEVER", "https://central.example");
    assertTrue(
        message.startsWith(
            "the variable PORCHLIGHT_SEVER is read by nobody; did you mean \"PORCHLIGHT_SERVER\"?"
                + " known here: PORCHLIGHT_SERVER, "),
        message);
    assertTrue(message.endsWith(", PORCHLIGHT_ENROLLMENT_TOKEN"), message);
  }

  @Test
  void a_value_that_a_setting_cannot_have_is_refused_by_the_variables_name() {
    assertTrue(
        refusal("PORCHLIGHT_SERVER", "http://central.example")
            .startsWith("PORCHLIGHT_SERVER: server: expected https://HOST"));
    assertTrue(
        refusal("PORCHLIGHT_REPORT_SECONDS", "soon")
            .startsWith("PORCHLIGHT_REPORT_SECONDS: reportSeconds: expected a whole number"));
    assertTrue(
        refusal("PORCHLIGHT_PINS", "sha1/x").startsWith("PORCHLIGHT_PINS: pins"),
        () -> refusal("PORCHLIGHT_PINS", "sha1/x"));
  }

  @Test
  void the_token_is_in_no_file_of_settings_and_in_no_message() {
    var seeds = Seeds.of(Map.of(Seeds.TOKEN, " enrol-1.secret \n"));
    assertEquals(Optional.of("enrol-1.secret"), seeds.token());
    assertFalse(seeds.over("m", Optional.empty()).contains("secret"));
    assertFalse(seeds.toString().contains("secret"));
    for (String wrong : List.of("two secrets", "secret\u0007", "secret".repeat(100))) {
      assertFalse(refusal(Seeds.TOKEN, wrong).contains("secret"));
    }
  }

  @Test
  void empty_variables_and_those_between_our_own_processes_say_nothing() {
    var seeds =
        Seeds.of(Map.of("PORCHLIGHT_SERVER", " ", "PORCHLIGHT_WAKE", "NETWORK", Seeds.TOKEN, ""));
    assertEquals(new Seeds(Map.of(), Optional.empty()), seeds);
  }

  @Test
  void a_file_that_is_no_settings_is_refused_rather_than_replaced() {
    var seeds = Seeds.of(Map.of("PORCHLIGHT_SERVER", "https://central.example"));
    for (String text : List.of("{", "[]", "{\"sever\": 1}")) {
      var refused =
          assertThrows(Refused.class, () -> seeds.over("managed.json", Optional.of(text)));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("managed.json: "));
    }
  }
}
