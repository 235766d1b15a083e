package porchlight.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.logs.v1.LogsData;
import io.opentelemetry.proto.metrics.v1.MetricsData;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.json.Schema;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** What is printed, read by the consumer's own library, or by a reading of its documented form. */
class ConsumersTest {
  private static final Pattern PERFORMANCE =
      Pattern.compile("(\\S+=(?:U|-?\\d+)(?:;\\d*){0,4})( \\S+=(?:U|-?\\d+)(?:;\\d*){0,4})*");
  private static final Pattern CHECKMK =
      Pattern.compile("[0-3] \"[^\"]+\" (?:-|\\w+=\\d+(?:\\|\\w+=\\d+)*) \\S.*");

  private static String print(String format, Seen look) {
    return Formats.of(format).orElseThrow().of(look).text();
  }

  private static Json.Obj object(String text) throws JsonText.NotJson {
    return JsonText.parse(text).asObject().orElseThrow();
  }

  @Test
  void opentelemetrys_own_protobuf_reads_logs_and_metrics() throws Exception {
    for (Seen look : Looks.all().values()) {
      List<String> lines = print("otlp", look).lines().toList();
      assertEquals(2, lines.size());
      var logs = LogsData.newBuilder();
      JsonFormat.parser().merge(lines.get(0), logs);
      var metrics = MetricsData.newBuilder();
      JsonFormat.parser().merge(lines.get(1), metrics);
      long applying =
          look.assessment().findings().stream()
              .filter(finding -> finding.verdict().outcome() != Outcome.NOT_APPLICABLE)
              .count();
      assertEquals(applying, logs.getResourceLogs(0).getScopeLogs(0).getLogRecordsCount());
      var told = metrics.getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
      var states = told.get(told.size() - 1);
      assertEquals("porchlight.check.status", states.getName());
      assertEquals(applying, states.getGauge().getDataPointsCount());
    }
    var broken = LogsData.newBuilder();
    JsonFormat.parser().merge(Formats.of("otlp").orElseThrow().broken("no disk").text(), broken);
    assertEquals(
        17, broken.getResourceLogs(0).getScopeLogs(0).getLogRecords(0).getSeverityNumberValue());
  }

  @Test
  void every_event_is_valid_by_ocsfs_schema() throws Exception {
    var schema = new Schema(Path.of("src/test/ocsf/ocsf-1.8.0-subset.schema.json"));
    int events = 0;
    for (Seen look : Looks.all().values()) {
      for (String line : print("ocsf", look).lines().toList()) {
        assertEquals(List.of(), schema.errors(line), line);
        events++;
      }
    }
    assertTrue(events > 100, "only " + events);
    assertFalse(
        schema
            .errors(
                print("ocsf", Looks.of("safe-at-home"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .replace("\"class_uid\":2003", "\"class_uid\":9"))
            .isEmpty(),
        "the schema refuses nothing");
  }

  @Test
  void nagios_finds_values_after_the_only_bar_of_the_first_line() {
    for (Seen look : Looks.all().values()) {
      List<String> lines = print("nagios", look).lines().toList();
      String[] halves = lines.get(0).split(" \\| ", -1);
      assertEquals(2, halves.length, lines.get(0));
      assertTrue(halves[0].matches("PORCHLIGHT (OK|WARNING|CRITICAL|UNKNOWN) - .+"), halves[0]);
      assertTrue(PERFORMANCE.matcher(halves[1]).matches(), halves[1]);
      lines.subList(1, lines.size()).forEach(line -> assertFalse(line.contains("|"), line));
    }
  }

  @Test
  void checkmk_finds_one_service_on_one_line() {
    for (Seen look : Looks.all().values()) {
      List<String> lines = print("checkmk", look).lines().toList();
      assertEquals(1, lines.size());
      assertTrue(CHECKMK.matcher(lines.get(0)).matches(), lines.get(0));
    }
  }

  @Test
  void prtg_finds_channels_and_limits() throws Exception {
    for (Seen look : Looks.all().values()) {
      var prtg = object(print("prtg", look)).get("prtg").orElseThrow().asObject().orElseThrow();
      var channels = prtg.get("result").orElseThrow().asItems().orElseThrow();
      assertTrue(channels.size() <= 50 && prtg.text("text").orElseThrow().length() <= 2000);
      assertFalse(prtg.text("text").orElseThrow().contains("#"));
      boolean alarms =
          channels.stream()
              .map(channel -> channel.asObject().orElseThrow())
              .anyMatch(channel ->
                  channel.get("limitmode").isPresent()
                      && !channel.get("value").orElseThrow().equals(new Json.Num("0")));
      assertEquals(look.level() != Level.OK, alarms, print("prtg", look));
    }
  }

  @Test
  void datto_finds_one_value_between_its_marks_and_no_other_marks() {
    for (Seen look : Looks.all().values()) {
      String text = print("datto", look);
      assertTrue(
          Pattern.compile(
                  "<-Start Result->\\nSTATUS=[^\\n]+\\n<-End Result->\\n"
                      + "<-Start Diagnostic->\\n[^<]*(?:<(?!-)[^<]*)*<-End Diagnostic->\\n")
              .matcher(text)
              .matches(),
          text);
    }
  }

  @Test
  void flat_objects_are_flat() throws Exception {
    for (Seen look : Looks.all().values()) {
      for (String line : print("jsonl", look).lines().toList()) {
        object(line).members().values().forEach(ConsumersTest::flat);
      }
      String compliance = print("intune-compliance", look);
      assertEquals(1, compliance.lines().count());
      object(compliance).members().values().forEach(ConsumersTest::flat);
    }
  }

  private static void flat(Json value) {
    assertFalse(value instanceof Json.Obj || value instanceof Json.Arr, value.toString());
  }

  @Test
  void a_page_asks_for_nothing_and_runs_nothing() {
    for (Seen look : Looks.all().values()) {
      String page = print("html", look);
      assertFalse(
          page.contains("<script") || page.contains("src=") || page.contains("href="), page);
      assertTrue(page.contains("default-src 'none'"));
    }
    assertFalse(print("html", Looks.of("hostile-names")).contains("<img"));
  }
}
