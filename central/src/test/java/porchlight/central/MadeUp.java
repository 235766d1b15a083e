package porchlight.central;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What laptops say that nobody has: mostly that all is well, each at its own places and with its
 * own troubles, which come and go from one chapter of its life to the next. The same laptop says
 * the same in the same chapter, always.
 */
final class MadeUp {
  /** Laptops of one client; the first client has a tenth of all on top. */
  static final int OFFICE = 100;

  private static final int CHAPTER_IN_CAFE = 7;

  /** Checks, and how much each matters. */
  private static final List<String> CHECKS =
      List.of(
          "antivirus:high",
          "auto-updates:medium",
          "captive-portal:low",
          "clock:low",
          "disk-encryption:high",
          "dns-encryption:low",
          "dns-integrity:high",
          "dns-resolvers:medium",
          "firewall:high",
          "gateway-identity:high",
          "hosts-file:medium",
          "listening-services:medium",
          "os-patches:medium",
          "os-support:high",
          "proxy:medium",
          "reboot-pending:low",
          "remote-access-tools:medium",
          "screen-lock:medium",
          "sharing:medium",
          "tls-interception:high",
          "trusted-roots:medium",
          "vpn:low",
          "wifi-auto-join:low",
          "wifi-encryption:high");

  private MadeUp() {}

  static String name(int number) {
    return "LT-%05d".formatted(number);
  }

  /** The number of the client of a laptop, of so many laptops. */
  static int client(int number, int devices) {
    return number < devices / 10 ? 0 : 1 + (number - devices / 10) / OFFICE;
  }

  /** One in ten fell silent in the last days, one in a hundred never said a word. */
  static boolean saysSomething(int number, long turn, long turns, int perDay) {
    boolean quiet = number % 10 == 3 && turns - turn < 1 + number / 10 % (6L * perDay);
    return number % 100 != 99 && !quiet;
  }

  /** The content of its report in this chapter. */
  static String content(int number, long chapter, int client) {
    List<Map<String, Object>> findings = new ArrayList<>();
    int blind = 0;
    String answer = "safe";
    for (int check = 0; check < CHECKS.size(); check++) {
      String[] parts = CHECKS.get(check).split(":", 2);
      String outcome = outcome(parts[1], dice(number, chapter, check));
      if (outcome.equals("unknown")) {
        blind++;
      } else if (outcome.equals("fail")) {
        answer = worse(answer, parts[1]);
      }
      findings.add(finding(parts[0], parts[1], outcome, number));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("agent", Map.of("version", "0.1.0", "policyRevision", 3));
    content.put(
        "machine",
        Map.of(
            "name",
            name(number),
            "os",
            Map.of("family", "linux", "name", "Debian GNU/Linux", "version", "12")));
    content.put(
        "assessment",
        Map.of(
            "answer",
            answer,
            "score",
            answer.equals("safe") ? 94 - blind : answer.equals("care") ? 71 : 38,
            "assessed",
            CHECKS.size() - blind,
            "blind",
            blind));
    content.put("findings", findings);
    content.put("facts", Map.of("wifi", "known", "firewall", "known"));
    content.put("place", place(number, chapter, client));
    return Samples.json(content);
  }

  /** Of a thousand throws: so many fail, and so many cannot tell. */
  private static String outcome(String severity, int thrown) {
    int fails =
        switch (severity) {
          case "high" -> 2;
          case "medium" -> 6;
          default -> 30;
        };
    return thrown < fails ? "fail" : thrown < fails + 8 ? "unknown" : "pass";
  }

  private static String worse(String answer, String severity) {
    return switch (severity) {
      case "high" -> "unsafe";
      case "medium" -> answer.equals("unsafe") ? answer : "care";
      default -> answer;
    };
  }

  private static Map<String, Object> finding(
      String check, String severity, String outcome, int number) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("check", check);
    finding.put("outcome", outcome);
    finding.put("severity", severity);
    finding.put("because", "What " + check + " says of a laptop on which it comes to " + outcome);
    if (outcome.equals("unknown")) {
      finding.put("reason", "needs-privilege");
    } else if (outcome.equals("fail")) {
      finding.put("evidence", List.of(Map.of("name", "seen", "value", "thing " + number % 500)));
    }
    return finding;
  }

  /** At home, in the office, in a café that it never was in before. */
  private static Map<String, Object> place(int number, long chapter, int client) {
    if (Math.floorMod(chapter + number, CHAPTER_IN_CAFE) == 0) {
      return place("cafe" + number % 97 + "of" + chapter, "public-hotspot", "new");
    }
    return Math.floorMod(chapter, 2) == 0
        ? place("officeOf" + client, "office", "known")
        : place("homeOf" + number, "home", "known");
  }

  private static Map<String, Object> place(String name, String kind, String standing) {
    String id = (name + "x".repeat(22)).substring(0, 22);
    return Map.of("id", id, "kind", kind, "sure", "sure", "standing", standing);
  }

  /** A number under a thousand; now and then a chapter is like the one before for a check. */
  private static int dice(int number, long chapter, int check) {
    long mixed = (number * 31L + check) * 0x9E3779B97F4A7C15L + chapter / 3 * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 30) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, 1000);
  }
}
