package porchlight.cli.format;

/**
 * Nagios, Icinga, Naemon: {@code TEXT | values}, then long text; 0, 1, 2, 3. What follows a {@code
 * |} is values, so no text may hold one.
 */
final class Nagios implements Format {
  @Override
  public Printed of(Seen seen) {
    String values =
        " | score="
            + (seen.assessment().score().isPresent()
                ? Integer.toString(seen.assessment().score().getAsInt())
                : "U")
            + ";;;0;100 failed="
            + seen.failed().size()
            + ";;;0 blind="
            + seen.blind().size()
            + ";;;0\n";
    return new Printed(
        "PORCHLIGHT " + seen.level() + " - " + bare(seen.line()) + values + bare(seen.details()),
        code(seen.level()));
  }

  @Override
  public Printed broken(String why) {
    return new Printed("PORCHLIGHT UNKNOWN - " + bare(Seen.plain(why)) + "\n", code(Level.UNKNOWN));
  }

  static int code(Level level) {
    return switch (level) {
      case OK -> 0;
      case WARNING -> 1;
      case CRITICAL -> 2;
      case UNKNOWN -> 3;
    };
  }

  private static String bare(String text) {
    return text.replace('|', '/');
  }
}
