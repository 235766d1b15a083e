package porchlight.cli.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.daemon.Status;
import porchlight.json.SettingRow;

/** How the agent is doing: whether central hears it, first. */
public final class StatusScreen {
  private StatusScreen() {}

  /** Whether central has taken a report and nothing stands in the way of the next. */
  public static boolean isWell(Status status) {
    return status.enrolled()
        && status.stopped().isEmpty()
        && status.lastAccepted().isPresent()
        && status.waiting() == 0;
  }

  public static String render(
      Optional<Status> status, List<SettingRow> settings, Instant now, Look look) {
    var lines = new ArrayList<String>();
    if (status.isEmpty()) {
      lines.add("The agent has not run on this laptop yet, or keeps its state elsewhere.");
    } else {
      told(status.get(), now, lines);
    }
    settings(settings, lines);
    var out = new StringBuilder();
    lines.forEach(line -> out.append(Plain.of(line, look)).append('\n'));
    return out.toString();
  }

  private static void told(Status status, Instant now, List<String> lines) {
    lines.add(headline(status));
    row(lines, "last check", ago(status.lastCycle(), now) + ", " + status.answer());
    row(
        lines,
        "last report",
        status
            .lastAccepted()
            .map(at -> ago(at, now) + ", stored by central")
            .orElse("none was stored yet"));
    status.next().ifPresent(at -> row(lines, "next check", in(at, now)));
    status.talk().notYet().ifPresent(why -> row(lines, "not sent", notSent(status, why, now)));
    if (!status.server().isEmpty()) {
      row(
          lines,
          "central",
          status.server()
              + (status.organisation().isEmpty() ? "" : ", for " + status.organisation()));
    }
    if (status.waiting() > 0) {
      row(lines, "waiting", status.waiting() + " to be sent");
    }
    if (status.refused() > 0) {
      row(lines, "refused", status.refused() + " that central did not take");
    }
    if (status.dropped() > 0) {
      row(lines, "dropped", status.dropped() + " unsent, because too many waited");
    }
    if (Math.abs(status.talk().skewSeconds()) > 60) {
      row(lines, "clock", skew(status.talk().skewSeconds()));
    }
    policy(status.judged(), lines);
    status.troubles().forEach(trouble -> row(lines, "trouble", trouble));
  }

  /** Only what somebody has set: the rest is in the documentation. */
  private static void settings(List<SettingRow> settings, List<String> lines) {
    for (SettingRow row : settings) {
      if (!row.from().equals("built-in")) {
        row(lines, "setting", row.name() + " " + row.value() + ", from " + row.from());
      }
    }
  }

  private static void policy(Status.Judged judged, List<String> lines) {
    if (!judged.from().isEmpty()) {
      row(lines, "policy", "revision " + judged.revision() + ", " + judged.from());
    }
    judged.keptOut().ifPresent(why -> row(lines, "kept out", "central's policy " + why));
  }

  private static String skew(long seconds) {
    long abs = Math.abs(seconds);
    return words(Duration.ofSeconds(abs)) + (seconds > 0 ? " ahead of" : " behind") + " central's";
  }

  private static String headline(Status status) {
    if (status.stopped().isPresent()) {
      return "Central does not want to hear from this laptop: " + status.stopped().get();
    }
    if (!status.enrolled()) {
      return status.server().isEmpty()
          ? "This laptop is checked, and reports to nobody."
          : "This laptop is not enrolled yet.";
    }
    return isWell(status)
        ? "Central hears this laptop."
        : "Central has not heard the last of this laptop.";
  }

  private static String notSent(Status status, String why, Instant now) {
    return status.talk().nextTry().map(at -> why + "; tried again " + in(at, now)).orElse(why);
  }

  private static void row(List<String> lines, String name, String value) {
    lines.add("  " + name + " ".repeat(Math.max(1, 13 - name.length())) + value);
  }

  private static String ago(Instant at, Instant now) {
    return at.isAfter(now) ? "at " + at : words(Duration.between(at, now)) + " ago";
  }

  private static String in(Instant at, Instant now) {
    return at.isBefore(now)
        ? "was due " + words(Duration.between(at, now)) + " ago"
        : "in " + words(Duration.between(now, at));
  }

  private static String words(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " h";
    }
    return time.toMinutes() > 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
