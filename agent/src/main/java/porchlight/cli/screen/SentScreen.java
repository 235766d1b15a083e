package porchlight.cli.screen;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.json.Sent;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** What has left this laptop: a line each, or every word of it. */
public final class SentScreen {
  private SentScreen() {}

  /** One line a request. */
  public static String list(List<Sent> sent, Look look) {
    if (sent.isEmpty()) {
      return nothing();
    }
    var out = new StringBuilder();
    for (Sent one : sent) {
      String line = "%s  %-24s %8s  %s".formatted(at(one.at()), what(one), size(one), answer(one));
      out.append(Plain.of(line, look)).append('\n');
    }
    return out.append('\n')
        .append("Every word of the newest: porchlight sent --last 1\n")
        .toString();
  }

  /** Every word of each. */
  public static String whole(List<Sent> sent, Look look) {
    if (sent.isEmpty()) {
      return nothing();
    }
    var out = new StringBuilder();
    for (Sent one : sent) {
      out.append(out.isEmpty() ? "" : "\n");
      line(out, look, at(one.at()) + "  " + what(one) + ", " + size(one) + ", " + answer(one));
      line(out, look, "  " + one.method() + " " + one.url());
      one.headers().forEach((name, value) -> line(out, look, "  " + name + ": " + value));
      pretty(one.text()).lines().forEach(text -> line(out, look, "    " + text));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, Look look, String text) {
    out.append(Plain.of(text, look)).append('\n');
  }

  private static String nothing() {
    return "Nothing has left this laptop, or the agent keeps its state elsewhere.\n";
  }

  private static String at(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String what(Sent sent) {
    String path = sent.url().substring(Math.max(0, sent.url().indexOf("/v1/")));
    return switch (path) {
      case "/v1/reports" -> report(sent);
      case "/v1/enroll" -> "enrolment";
      case "/v1/policy" -> "asks for the policy";
      case "/v1/key" -> "another key";
      case "/v1/goodbye" -> "goodbye";
      default -> path;
    };
  }

  private static String report(Sent sent) {
    Optional<Json.Obj> report = object(sent.text());
    String number =
        report
            .flatMap(fields -> fields.get("sequence"))
            .map(value -> value instanceof Json.Num(var literal) ? literal : "?")
            .orElse("?");
    return "report " + number + ", " + report.flatMap(fields -> fields.text("kind")).orElse("?");
  }

  private static String size(Sent sent) {
    int bytes = sent.body().length;
    return bytes < 1000 ? bytes + " B" : String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
  }

  private static String answer(Sent sent) {
    String answer = sent.answer().orElse("no answer is known");
    return switch (answer) {
      case "200", "201", "202" -> "taken";
      case "304" -> "as it was";
      default -> answer;
    };
  }

  private static String pretty(String text) {
    return object(text).<String>map(JsonText::pretty).orElse(text);
  }

  private static Optional<Json.Obj> object(String text) {
    try {
      return JsonText.parse(text).asObject();
    } catch (JsonText.NotJson notJson) {
      return Optional.empty();
    }
  }
}
