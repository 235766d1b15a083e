package porchlight.central;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as an agent writes them. */
final class Samples {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Samples() {}

  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  /** Who says it, in which boot, and when by its own clock. */
  record Head(String id, String device, long sequence, String boot, Instant at) {
    private String of(String kind) {
      return """
      {"schema":"porchlight-report/1","kind":"%s","id":"%s","device":"%s","sequence":%d,\
      "boot":"%s","collectedAt":"%s\"\
      """
          .formatted(kind, id, device, sequence, boot, at.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  static String full(Head head, String content) {
    return head.of("full") + ",\"content\": " + content + " }";
  }

  static String unchanged(Head head, String same) {
    return head.of("unchanged") + ",\"same\":\"" + same + "\"}";
  }

  /** A report that also says what became of earlier ones. */
  static String delivery(String report, String delivery) {
    return report.replaceFirst("\"kind\"", "\"delivery\":" + delivery + ",\"kind\"");
  }

  /** A content whose findings are written {@code check:outcome:severity}. */
  static String content(String name, String answer, int score, String... findings) {
    List<Object> list = new ArrayList<>();
    int assessed = 0;
    int blind = 0;
    for (String finding : findings) {
      String[] parts = finding.split(":", -1);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("check", parts[0]);
      one.put("outcome", parts[1]);
      one.put("severity", parts[2]);
      one.put("because", "because of " + parts[0]);
      if (parts[1].equals("unknown")) {
        one.put("reason", "needs-privilege");
        blind++;
      } else {
        assessed++;
      }
      if (parts[1].equals("fail")) {
        one.put("evidence", List.of(Map.of("name", "seen", "value", "what was seen")));
      }
      list.add(one);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("agent", Map.of("version", "0.1.0", "policyRevision", 3));
    content.put(
        "machine",
        Map.of(
            "name",
            name,
            "os",
            Map.of("family", "linux", "name", "Debian GNU/Linux", "version", "12")));
    content.put(
        "assessment",
        Map.of("answer", answer, "score", score, "assessed", assessed, "blind", blind));
    content.put("findings", list);
    content.put("facts", Map.of("wifi", "known", "firewall", "needs-privilege"));
    return json(content);
  }
}
