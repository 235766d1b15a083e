package porchlight.cli.format;

/** A component monitor of Datto RMM: a result between marks, and anything but 0 is an alert. */
final class Datto implements Format {
  @Override
  public Printed of(Seen seen) {
    return printed(seen.level(), seen.line(), seen.details());
  }

  @Override
  public Printed broken(String why) {
    return printed(Level.UNKNOWN, Seen.plain(why), "");
  }

  private static Printed printed(Level level, String line, String details) {
    return new Printed(
        "<-Start Result->\nSTATUS="
            + level
            + " "
            + marked(line)
            + "\n<-End Result->\n<-Start Diagnostic->\n"
            + marked(details)
            + "<-End Diagnostic->\n",
        level == Level.OK ? 0 : 1);
  }

  /** Nothing that was seen may pose as a mark. */
  private static String marked(String text) {
    return text.replace("<-", "< -");
  }
}
