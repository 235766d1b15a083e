package porchlight.cli.format;

/**
 * A local check of Checkmk: state, name, values, text, on one line; the process always ends with 0.
 * A {@code \n} of two characters begins a line of the long text.
 */
final class Checkmk implements Format {
  private static final String SERVICE = " \"Porchlight\" ";

  @Override
  public Printed of(Seen seen) {
    var values = new StringBuilder();
    seen.assessment().score().ifPresent(score -> values.append("score=").append(score).append('|'));
    values.append("failed=").append(seen.failed().size());
    values.append("|blind=").append(seen.blind().size());
    return printed(
        seen.level(), values.toString(), seen.line() + "\n" + seen.details().stripTrailing());
  }

  @Override
  public Printed broken(String why) {
    return printed(Level.UNKNOWN, "-", Seen.plain(why));
  }

  private static Printed printed(Level level, String values, String text) {
    String line = text.strip().replace("\\", "/").replace("\n", "\\n");
    return new Printed(Nagios.code(level) + SERVICE + values + " " + line + "\n", 0);
  }
}
