package porchlight.cli.format;

/**
 * Tools that show what was printed and take its last line for the result: details first, then the
 * verdict.
 */
final class LastLine {
  private LastLine() {}

  /**
   * NinjaOne: the codes of a plain check, for a condition; the text for a field or the activity.
   */
  static final class Ninja implements Format {
    @Override
    public Printed of(Seen seen) {
      return new Printed(
          seen.details() + seen.level() + " " + seen.line() + "\n",
          switch (seen.level()) {
            case OK -> 0;
            case WARNING, CRITICAL -> 1;
            case UNKNOWN -> 2;
          });
    }

    @Override
    public Printed broken(String why) {
      return new Printed("UNKNOWN " + Seen.plain(why) + "\n", 2);
    }
  }

  /**
   * Tactical RMM: 0 passes; 2 for its list of codes that warn, 3 for those that inform, anything
   * else is an error. 98 is its own.
   */
  static final class Tactical implements Format {
    @Override
    public Printed of(Seen seen) {
      return new Printed(
          seen.details() + seen.level() + " " + seen.line() + "\n",
          switch (seen.level()) {
            case OK -> 0;
            case CRITICAL -> 1;
            case WARNING -> 2;
            case UNKNOWN -> 3;
          });
    }

    @Override
    public Printed broken(String why) {
      return new Printed("UNKNOWN " + Seen.plain(why) + "\n", 3);
    }
  }

  /** ConnectWise Automate's remote monitor: one line, which it compares as text; always 0. */
  static final class Automate implements Format {
    @Override
    public Printed of(Seen seen) {
      return new Printed(seen.level() + " " + seen.line() + "\n", 0);
    }

    @Override
    public Printed broken(String why) {
      return new Printed("UNKNOWN " + Seen.plain(why) + "\n", 0);
    }
  }

  /** The detection script of an Intune remediation: 0 or 1, and 2,048 characters at most. */
  static final class IntuneDetect implements Format {
    private static final int LONGEST = 2048;

    @Override
    public Printed of(Seen seen) {
      return printed(seen.level(), seen.line());
    }

    @Override
    public Printed broken(String why) {
      return printed(Level.UNKNOWN, Seen.plain(why));
    }

    private static Printed printed(Level level, String line) {
      String whole = level + " " + line;
      return new Printed(
          (whole.length() < LONGEST ? whole : whole.substring(0, LONGEST - 1)) + "\n",
          level == Level.OK ? 0 : 1);
    }
  }

  /** A Jamf extension attribute: one value between marks. */
  static final class Jamf implements Format {
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
}
