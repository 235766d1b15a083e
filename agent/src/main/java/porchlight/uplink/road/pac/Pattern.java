package porchlight.uplink.road.pac;

import java.util.regex.PatternSyntaxException;

/** A regular expression of a script, in Java's words. */
record Pattern(java.util.regex.Pattern compiled, boolean global) {

  static Pattern of(String source, String flags) {
    int how = flags.contains("i") ? java.util.regex.Pattern.CASE_INSENSITIVE : 0;
    how |= flags.contains("m") ? java.util.regex.Pattern.MULTILINE : 0;
    try {
      return new Pattern(java.util.regex.Pattern.compile(inJava(source), how), flags.contains("g"));
    } catch (PatternSyntaxException wrong) {
      throw new Thrown("a regular expression is not understood");
    }
  }

  /** In a class, Java knows brackets and ampersands that the script means as they stand. */
  private static String inJava(String source) {
    var out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char letter = source.charAt(i);
      if (letter == '\\' && i + 1 < source.length()) {
        out.append(letter).append(source.charAt(++i));
      } else if (letter == '[' && !inClass) {
        inClass = true;
        out.append(letter);
      } else if (letter == ']') {
        inClass = false;
        out.append(letter);
      } else if (inClass && (letter == '[' || letter == '&')) {
        out.append('\\').append(letter);
      } else if (letter == '$' && !inClass) {
        out.append("(?!\\n)$"); // the end, and not before a last line end
      } else {
        out.append(letter);
      }
    }
    return out.toString();
  }
}
