package porchlight.cli.screen;

/**
 * Text from outside, made harmless for a terminal: what would move the cursor, paint, or turn the
 * writing around is written out as {@code \}{@code uXXXX}, and so is what the terminal cannot show.
 */
public final class Plain {
  private static final int MARKS_ON_A_LETTER = 3;

  private Plain() {}

  /** The text, on one line. */
  public static String of(String text, Look look) {
    if (isHarmless(text)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean mark = Width.of(c) == 0;
      marks = mark ? marks + 1 : 0;
      String ours = look.unicode() ? "" : ascii(c);
      if (c == '\t' || c == '\n') {
        out.append(' ');
      } else if (!ours.isEmpty()) {
        out.append(ours);
      } else if (isDangerous(c)
          || (mark && (marks > MARKS_ON_A_LETTER || out.isEmpty()))
          || (c > '~' && !look.unicode())) {
        written(out, c);
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDangerous(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void written(StringBuilder out, int c) {
    for (char unit : Character.toChars(c)) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(Character.forDigit((unit >> shift) & 0xf, 16));
      }
    }
  }

  /** The typographic signs of our own words, for a terminal that has none. */
  private static String ascii(int c) {
    return switch (c) {
      case '→' -> "->";
      case '…' -> "...";
      case '·', '–', '—' -> "-";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      case '✓' -> "+";
      case '✗' -> "x";
      case '\u00a0' -> " ";
      default -> "";
    };
  }
}
