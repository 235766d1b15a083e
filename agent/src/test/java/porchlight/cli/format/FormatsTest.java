package porchlight.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.Golden;

class FormatsTest {
  /** Scenes that between them hold each level, names that mean harm, and a kept look. */
  private static final List<String> SCENES =
      List.of(
          "safe-at-home",
          "unsafe-open-cafe",
          "care-updates-wait",
          "cannot-say-without-root",
          "hostile-names");

  private static final List<String> ALWAYS_ZERO =
      List.of(
          "checkmk",
          "prtg",
          "zabbix",
          "prom",
          "automate",
          "intune-compliance",
          "jamf",
          "jsonl",
          "ocsf",
          "otlp");

  /** What each tool is told for well, warning, critical and unknown. */
  private static final Map<String, List<Integer>> CODES =
      Map.of(
          "nagios", List.of(0, 1, 2, 3),
          "datto", List.of(0, 1, 1, 1),
          "nsight", List.of(0, 1001, 1002, 1003),
          "solarwinds", List.of(0, 2, 3, 4),
          "ninja", List.of(0, 1, 1, 2),
          "tactical", List.of(0, 2, 1, 3),
          "intune-detect", List.of(0, 1, 1, 1),
          "html", List.of(0, 1, 1, 2),
          "markdown", List.of(0, 1, 1, 2));

  private static Format format(String name) {
    return Formats.of(name).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> every_format_prints_as_its_golden_file() {
    var tests = new ArrayList<DynamicTest>();
    for (String name : Formats.names()) {
      for (String scene : SCENES) {
        tests.add(golden(name + "/" + scene, format(name).of(Looks.of(scene))));
      }
      tests.add(golden(name + "/kept", format(name).of(Looks.kept("unsafe-open-cafe"))));
      tests.add(
          golden(name + "/broken", format(name).broken("Porchlight could not look: no disk")));
    }
    return tests.stream();
  }

  private static DynamicTest golden(String file, Printed printed) {
    return DynamicTest.dynamicTest(
        file,
        () ->
            Golden.check(
                "formats/" + file + ".txt", printed.text() + "[code " + printed.code() + "]\n"));
  }

  @Test
  void the_codes_are_the_tools_own_for_well_warning_critical_and_unknown() {
    var looks =
        List.of(
            Looks.of("safe-at-home"),
            Looks.of("care-updates-wait"),
            Looks.of("unsafe-open-cafe"),
            Looks.of("cannot-say-without-root"));
    assertEquals(
        List.of(Level.OK, Level.WARNING, Level.CRITICAL, Level.UNKNOWN),
        looks.stream().map(Seen::level).toList());
    for (String name : Formats.names()) {
      var codes = looks.stream().map(look -> format(name).of(look).code()).toList();
      var expected = ALWAYS_ZERO.contains(name) ? List.of(0, 0, 0, 0) : CODES.get(name);
      assertEquals(expected, codes, name);
    }
  }

  @Test
  void a_broken_agent_is_never_well() {
    String well = "Porchlight could not look: it is broken";
    for (String name : Formats.names()) {
      Printed broken = format(name).broken(well);
      Printed good = format(name).of(Looks.of("safe-at-home"));
      boolean says =
          broken.text().contains("UNKNOWN")
              || broken.text().contains("unknown")
              || broken.text().contains("CANNOT SAY")
              || broken.text().contains("porchlight_up 0")
              || broken.text().contains("\"error\":1")
              || broken.text().contains("\"status\":3")
              || broken.text().startsWith("3 ");
      assertTrue(says || broken.code() != good.code(), name + ": " + broken);
      assertFalse(broken.text().contains("SAFE"), name);
      assertNotEquals(good.text(), broken.text(), name);
    }
  }

  @Test
  void a_blind_check_is_never_well_whatever_the_tool() {
    for (String name : Formats.names()) {
      Printed blind = format(name).of(Looks.of("cannot-say-without-root"));
      boolean well = blind.code() == 0 && !ALWAYS_ZERO.contains(name);
      assertFalse(well, name);
    }
    assertTrue(format("checkmk").of(Looks.of("cannot-say-without-root")).text().startsWith("3 "));
    assertTrue(
        format("intune-compliance")
            .of(Looks.of("cannot-say-without-root"))
            .text()
            .contains("\"Firewall\":\"unknown\""));
  }

  @Test
  void the_verdict_of_text_formats_is_ascii_whatever_was_seen() {
    for (String name :
        List.of(
            "nagios",
            "checkmk",
            "datto",
            "nsight",
            "solarwinds",
            "ninja",
            "tactical",
            "automate",
            "intune-detect",
            "jamf",
            "prom")) {
      Looks.all()
          .forEach((scene, look) ->
              assertTrue(
                  format(name)
                      .of(look)
                      .text()
                      .chars()
                      .allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')),
                  name + " of " + scene));
    }
  }

  @Test
  void no_format_names_the_network() {
    for (String name : Formats.names()) {
      String text = format(name).of(Looks.of("unsafe-open-cafe")).text();
      assertFalse(text.contains("Café Guest") || text.contains("Caf\\u00e9"), name);
    }
  }

  @Test
  void last_lines_are_the_verdict_where_a_tool_takes_the_last() {
    for (String name : List.of("ninja", "tactical", "intune-detect", "automate")) {
      Looks.all()
          .forEach((scene, look) -> {
            String[] lines = format(name).of(look).text().split("\n", -1);
            String last = lines[lines.length - 2];
            assertTrue(last.startsWith(look.level() + " "), name + ": " + last);
            assertTrue(last.length() <= 2048, last);
          });
    }
  }
}
