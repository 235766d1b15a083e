package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.json.Refused;
import porchlight.json.SettingRow;
import porchlight.json.SettingsReader;
import porchlight.json.SettingsReader.Layered;
import porchlight.machine.Answer;

class RegistryPolicyTest {
  private static final String HEADER = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Porchlight]\n";
  private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private static final String RESERVE = "sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

  private static Layered over(Layered below, String values) {
    return RegistryPolicy.over(below, question -> new Answer.Said(0, HEADER + values));
  }

  private static Layered over(String values) {
    return over(Layered.NONE, values);
  }

  @Test
  void it_goes_over_files_value_by_value_and_says_that_it_does() {
    var files =
        SettingsReader.over(
            Layered.NONE,
            "agent.json",
            "{\"server\": \"https://a.example\", \"workerSeconds\": 90}");
    var layered = over(files, "\"server\"=\"https://b.example\"\n");
    var rows = SettingRow.of(layered);
    assertEquals(new SettingRow("server", "https://b.example", RegistryPolicy.KEY), rows.get(0));
    assertTrue(rows.contains(new SettingRow("workerSeconds", "90", "agent.json")), rows::toString);
  }

  @Test
  void numbers_and_lists_are_taken_as_templates_and_as_scripts_write_them() {
    for (String number : List.of("dword:0000012c", "\"300\"")) {
      assertEquals(300, over("\"ReportSeconds\"=" + number + "\n").settings().reportSeconds());
    }
    var hex = new StringBuilder();
    for (char letter : (PIN + "\0" + RESERVE + "\0\0").toCharArray()) {
      hex.append(hex.length() > 0 ? "," : "").append(String.format("%02x,00", (int) letter));
    }
    for (String list : List.of("hex(7):" + hex, "\"" + PIN + ", " + RESERVE + "\"")) {
      assertEquals(2, over("\"pins\"=" + list + "\n").settings().road().pins().size());
    }
  }

  @Test
  void a_key_that_is_not_there_or_empty_says_nothing() {
    assertEquals(Layered.NONE, over("absent\n"));
    assertEquals(Layered.NONE, over(""));
    assertEquals(Layered.NONE, over("@=\"x\"\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sever\"=\"https://b.example\"",
        "\"server\"=dword:00000001",
        "\"server\"=hex:00,01",
        "\"server\"=\"ftp://b.example\"",
        "\"reportSeconds\"=dword:00000001",
        "\"reportSeconds\"=\"often\"",
        "\"pins\"=hex(7):00,00",
        "\"enrollmentToken\"=\"secret\"",
        "denied",
        "gibberish"
      })
  void what_no_setting_can_be_is_refused_with_the_place(String line) {
    var refused = assertThrows(Refused.class, () -> over(line + "\n"));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(RegistryPolicy.KEY), said);
  }

  @Test
  void a_registry_that_does_not_answer_is_refused_rather_than_taken_for_empty() {
    for (Answer answer : List.of(new Answer.Denied(), new Answer.TimedOut())) {
      assertThrows(Refused.class, () -> RegistryPolicy.over(Layered.NONE, question -> answer));
    }
  }
}
