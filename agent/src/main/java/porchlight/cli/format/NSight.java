package porchlight.cli.format;

/**
 * N-able N-sight: 0 passes, more than 1000 fails and shows the text; 1 to 999 are its own. Only
 * Windows has room for such a code: elsewhere the system keeps its last eight bits.
 */
final class NSight implements Format {
  private static final int LONGEST = 10_000;

  @Override
  public Printed of(Seen seen) {
    return printed(seen.level(), seen.line() + "\n" + seen.details());
  }

  @Override
  public Printed broken(String why) {
    return printed(Level.UNKNOWN, Seen.plain(why) + "\n");
  }

  private static Printed printed(Level level, String text) {
    String whole = level + " " + text;
    return new Printed(
        whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "\n",
        switch (level) {
          case OK -> 0;
          case WARNING -> 1001;
          case CRITICAL -> 1002;
          case UNKNOWN -> 1003;
        });
  }
}
