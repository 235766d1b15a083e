package porchlight.cli.format;

/** SolarWinds SAM's script monitor: messages and statistics by name; 0 up, 1 down, 2, 3, 4. */
final class SolarWinds implements Format {
  @Override
  public Printed of(Seen seen) {
    var out = new StringBuilder();
    seen.assessment()
        .score()
        .ifPresent(score ->
            out.append("Message.Score: of 100\nStatistic.Score: ").append(score).append('\n'));
    out.append("Message.Blind: checks that could not see\nStatistic.Blind: ")
        .append(seen.blind().size());
    out.append("\nMessage.Failed: ").append(seen.line());
    out.append("\nStatistic.Failed: ").append(seen.failed().size()).append('\n');
    return new Printed(out.toString(), code(seen.level()));
  }

  @Override
  public Printed broken(String why) {
    return new Printed(
        "Message.Failed: " + Seen.plain(why) + "\nStatistic.Failed: -1\n", code(Level.UNKNOWN));
  }

  /** Up, warning, critical; anything that SAM has no word for is unknown to it. */
  private static int code(Level level) {
    return switch (level) {
      case OK -> 0;
      case WARNING -> 2;
      case CRITICAL -> 3;
      case UNKNOWN -> 4;
    };
  }
}
