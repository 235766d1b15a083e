package porchlight.gather.windows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program prints, as if in a language that nobody knows: every letter of its labels, titles
 * and plain words is another one. Numbers, addresses, names of standards and of networks stay.
 */
public final class Scrambled {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}:-])\\p{L}[\\p{L}’'-]+\\p{L}(?![\\p{L}\\p{N}-])");
  private static final Pattern STAYS =
      Pattern.compile("[0-9a-fA-Fx]+(?:-[0-9a-fA-Fx]+)*|akm|cipher|ac|TCP|UDP");
  private static final Pattern STANDARD =
      Pattern.compile("(?s).*(?:[0-9]|WPA|OWE|CCMP|GCMP|TKIP|WEP|ms-settings).*");

  private Scrambled() {}

  /** Labels only: what stands left of the first colon, and lines without one that are no values. */
  public static String labels(String text) {
    var out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int colon = line.indexOf(':');
      int indent = line.length() - line.stripLeading().length();
      boolean isValue =
          colon < 0
              ? indent > 20 || line.contains("<")
              : line.strip().matches("[0-9a-f:]+(?:%\\d+)?");
      if (isValue || line.contains("ms-settings")) {
        out.append(line);
      } else {
        int end = colon < 0 ? line.length() : colon;
        out.append(scrambled(line.substring(0, end))).append(line.substring(end));
      }
    }
    return out.toString();
  }

  /** Labels, and the values that are words of a language: open, none, connected. */
  public static String words(String text) {
    var out = new StringBuilder();
    for (String line : labels(text).split("(?<=\n)", -1)) {
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : line.substring(colon);
      boolean isWords =
          !value.isEmpty() && !line.contains("ms-settings") && !STANDARD.matcher(value).matches();
      out.append(isWords ? line.substring(0, colon) + scrambled(value) : line);
    }
    return out.toString();
  }

  /** Words of a table, whose columns have no colons. */
  public static String table(String text) {
    Matcher word = WORD.matcher(text);
    return word.replaceAll(
        found -> STAYS.matcher(found.group()).matches() ? found.group() : scrambled(found.group()));
  }

  /** What stands first in a row of two columns that no colon keeps apart, titles too. */
  public static String columns(String text) {
    var out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int gap = line.indexOf("  ");
      int end = gap < 0 ? line.length() : gap;
      out.append(scrambled(line.substring(0, end))).append(line.substring(end));
    }
    return out.toString();
  }

  /** Labels of rows that are set in; their titles hold the letter of a drive. */
  public static String rows(String text) {
    var out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      out.append(line.startsWith(" ") && line.indexOf(':') >= 0 ? labels(line) : line);
    }
    return out.toString();
  }

  private static String scrambled(String words) {
    var out = new StringBuilder();
    words
        .chars()
        .forEach(c -> {
          if (c < 128 && Character.isLetter(c)) {
            char first = Character.isUpperCase(c) ? 'A' : 'a';
            out.append((char) (first + (c - first + 7) % 26));
          } else {
            out.append(Character.isLetter(c) ? 'Ж' : (char) c);
          }
        });
    return out.toString();
  }
}
