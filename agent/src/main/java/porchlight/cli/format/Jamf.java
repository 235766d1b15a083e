package porchlight.cli.format;

/** A Jamf extension attribute: one value between marks. */
final class Jamf implements Format {
  @Override
  public Printed of(Seen seen) {
    return printed(seen.level(), seen.line());
  }

  @Override
  public Printed broken(String why) {
    return printed(Level.UNKNOWN, Seen.plain(why));
  }

  private static Printed printed(Level level, String line) {
    return new Printed("<result>" + level + " " + Html.escape(line) + "</result>\n", 0);
  }
}
