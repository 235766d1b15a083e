package porchlight.cli.format;

/**
 * Tools that show what was printed and take its last line for the result: the verdict, behind the
 * details where the tool has room for them.
 *
 * @param detailed whether it has
 * @param longest how many characters it keeps
 */
record LastLine(boolean detailed, int longest, Codes codes) implements Format {
  /** Its exit code for a warning, for what is critical, and for what could not be told. */
  record Codes(int warning, int critical, int unknown) {
    int of(Level level) {
      return switch (level) {
        case OK -> 0;
        case WARNING -> warning;
        case CRITICAL -> critical;
        case UNKNOWN -> unknown;
      };
    }
  }

  /**
   * NinjaOne: the codes of a plain check, for a condition; the text for a field or the activity.
   */
  static final LastLine NINJA = new LastLine(true, Integer.MAX_VALUE, new Codes(1, 1, 2));

  /**
   * Tactical RMM: 0 passes; 2 for its list of codes that warn, 3 for those that inform, anything
   * else is an error. 98 is its own.
   */
  static final LastLine TACTICAL = new LastLine(true, Integer.MAX_VALUE, new Codes(2, 1, 3));

  /** ConnectWise Automate's remote monitor: one line, which it compares as text; always 0. */
  static final LastLine AUTOMATE = new LastLine(false, Integer.MAX_VALUE, new Codes(0, 0, 0));

  /** The detection script of an Intune remediation: 0 or 1, and 2,048 characters at most. */
  static final LastLine INTUNE_DETECT = new LastLine(false, 2048, new Codes(1, 1, 1));

  @Override
  public Printed of(Seen seen) {
    return printed(detailed ? seen.details() : "", seen.level(), seen.line());
  }

  @Override
  public Printed broken(String why) {
    return printed("", Level.UNKNOWN, Seen.plain(why));
  }

  private Printed printed(String details, Level level, String line) {
    String whole = details + level + " " + line;
    return new Printed(
        (whole.length() < longest ? whole : whole.substring(0, longest - 1)) + "\n",
        codes.of(level));
  }
}
