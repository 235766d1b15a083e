package porchlight.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The settings of a preferences file that were asked for. The form is Firefox's own (its
 * prefs_parser): {@code user_pref("name", value);}, {@code pref("name", value, locked);}, comments
 * in three ways. What is not of that form makes the whole file one that is not relied on.
 */
final class MozillaPrefs {
  private static final Set<String> KINDS = Set.of("user_pref", "pref", "sticky_pref");
  private static final Set<String> MARKS = Set.of("locked", "sticky");

  private final String text;
  private int at;

  private MozillaPrefs(String text) {
    this.text = text;
  }

  private static final class NotPrefs extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static Answer pick(byte[] bytes, List<String> names) {
    try {
      String all = new MozillaPrefs(new String(bytes, StandardCharsets.UTF_8)).all(names);
      return new Answer.Said(0, all);
    } catch (NotPrefs wrong) {
      return new Answer.Failed("not preferences");
    }
  }

  private String all(List<String> names) throws NotPrefs {
    var out = new StringBuilder();
    for (blank(); at < text.length(); blank()) {
      String kind = word();
      if (!KINDS.contains(kind)) {
        throw new NotPrefs();
      }
      expect('(');
      String name = quoted();
      if (name.indexOf('\\') >= 0) {
        throw new NotPrefs(); // it may stand for any other
      }
      expect(',');
      String value = value();
      boolean locked = false;
      while (next() == ',') {
        at++;
        blank();
        String mark = word();
        if (!MARKS.contains(mark)) {
          throw new NotPrefs();
        }
        locked |= mark.equals("locked");
      }
      expect(')');
      expect(';');
      if (names.contains(name)) {
        out.append(kind.equals("user_pref") ? "user " : "default ")
            .append(name + "=" + value + (locked ? " locked\n" : "\n"));
      }
    }
    return out.toString();
  }

  private String value() throws NotPrefs {
    char next = next();
    if (next == '"' || next == '\'') {
      return quoted().isEmpty() ? "\"\"" : "\"?\"";
    }
    int from = at;
    if (next == '-' || next == '+') {
      at++;
    }
    String word = word();
    boolean number = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number && (at - from != word.length() || !(word.equals("true") || word.equals("false")))) {
      throw new NotPrefs();
    }
    return text.substring(from, at);
  }

  private String quoted() throws NotPrefs {
    char mark = next();
    if (mark != '"' && mark != '\'') {
      throw new NotPrefs();
    }
    var out = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != mark; at++) {
      char c = text.charAt(at);
      if (c == 0) {
        throw new NotPrefs();
      }
      if (c == '\\') {
        at++;
        out.append('\\');
      }
      if (at < text.length()) {
        out.append(text.charAt(at));
      }
    }
    if (at >= text.length()) {
      throw new NotPrefs();
    }
    at++;
    return out.toString();
  }

  private String word() {
    int from = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private void expect(char wanted) throws NotPrefs {
    if (next() != wanted) {
      throw new NotPrefs();
    }
    at++;
  }

  /** The next character that counts; a zero at the end. */
  private char next() throws NotPrefs {
    blank();
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void blank() throws NotPrefs {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0b) {
        at++;
      } else if (c == '#' || text.startsWith("//", at)) {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
          at++;
        }
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new NotPrefs();
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }
}
