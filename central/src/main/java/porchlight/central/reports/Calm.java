package porchlight.central.reports;

/**
 * Text from a device, made harmless to the eye and the log: control, direction-changing and
 * invisible characters are shown by their code instead of doing what they do.
 */
public final class Calm {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Calm() {}

  /** The text with every such character as ⟨U+XXXX⟩, line breaks and tabs as blanks. */
  public static String text(String text) {
    StringBuilder calm = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point == '\n' || point == '\r' || point == '\t') {
            calm.append(' ');
          } else if (loud(point)) {
            calm.append(String.format("⟨U+%04X⟩", point));
          } else {
            calm.appendCodePoint(point);
          }
        });
    return calm.toString();
  }

  private static boolean loud(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> point != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
