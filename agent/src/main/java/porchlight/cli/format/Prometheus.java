package porchlight.cli.format;

import porchlight.policy.Finding;

/**
 * Prometheus' text format, for node_exporter's textfile collector; without times, as it demands.
 * The state of a check is 0 pass, 2 fail, 3 could not see; what does not apply is left out.
 */
final class Prometheus implements Format {
  @Override
  public Printed of(Seen seen) {
    var out = new StringBuilder();
    gauge(out, "porchlight_up", "Whether Porchlight could look at all.", 1);
    gauge(
        out,
        "porchlight_status",
        "The answer: 0 well, 1 warning, 2 critical, 3 cannot say.",
        Nagios.code(seen.level()));
    seen.assessment()
        .score()
        .ifPresent(score -> gauge(out, "porchlight_score", "The score, 0 to 100.", score));
    gauge(out, "porchlight_failed", "Checks that failed and count.", seen.failed().size());
    gauge(out, "porchlight_blind", "Checks that could not see and count.", seen.blind().size());
    gauge(
        out,
        "porchlight_last_run_timestamp_seconds",
        "When the laptop was looked at.",
        seen.at().getEpochSecond());
    head(out, "porchlight_check_status", "Each check: 0 pass, 2 fail, 3 could not see.");
    for (Finding finding : seen.assessment().findings()) {
      int state =
          switch (finding.verdict().outcome()) {
            case PASS -> 0;
            case FAIL -> 2;
            case UNKNOWN -> 3;
            case NOT_APPLICABLE -> -1;
          };
      if (state >= 0) {
        out.append("porchlight_check_status{check=\"")
            .append(finding.check())
            .append("\",severity=\"")
            .append(finding.severity().word())
            .append("\"} ")
            .append(state)
            .append('\n');
      }
    }
    return new Printed(out.toString(), 0);
  }

  @Override
  public Printed broken(String why) {
    var out = new StringBuilder("# ").append(Seen.plain(why)).append('\n');
    gauge(out, "porchlight_up", "Whether Porchlight could look at all.", 0);
    gauge(
        out,
        "porchlight_status",
        "The answer: 0 well, 1 warning, 2 critical, 3 cannot say.",
        Nagios.code(Level.UNKNOWN));
    return new Printed(out.toString(), 0);
  }

  private static void gauge(StringBuilder out, String name, String help, long value) {
    head(out, name, help);
    out.append(name).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder out, String name, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
  }
}
