package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * unbound's settings as a list of {@code keyword: value}; a section is a keyword without a value.
 */
final class UnboundWords {
  private static final Set<String> SECTIONS =
      Set.of(
          "server",
          "forward-zone",
          "stub-zone",
          "auth-zone",
          "remote-control",
          "python",
          "dnscrypt",
          "cachedb",
          "view",
          "dynlib",
          "ipset",
          "rpz",
          "dnstap");

  private UnboundWords() {}

  /** One setting, and the section of a file it stands in. */
  record Word(String section, String kind, String key, String value) {}

  /** Empty when the text is not of that form. */
  static Optional<List<Word>> of(String text, String file) {
    var words = new ArrayList<Word>();
    int section = 0;
    String kind = "";
    String key = "";
    for (String token : tokens(text)) {
      boolean isKey = key.isEmpty();
      if (isKey && (!token.endsWith(":") || token.startsWith("\""))) {
        return Optional.empty();
      }
      if (!isKey) {
        words.add(new Word(file + " " + section, kind, key, token.replaceAll("^[\"']|[\"']$", "")));
        key = "";
        continue;
      }
      String name = token.substring(0, token.length() - 1);
      if (SECTIONS.contains(name)) {
        section++;
        kind = name;
      } else {
        key = name;
      }
    }
    return key.isEmpty() ? Optional.of(words) : Optional.empty();
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    for (String raw : text.lines().toList()) {
      var token = new StringBuilder();
      char quote = 0;
      for (int i = 0; i < raw.length(); i++) {
        char letter = raw.charAt(i);
        boolean isComment = letter == '#' && quote == 0 && token.isEmpty();
        if (isComment) {
          break; // 9.9.9.9#name has its sign inside of a word
        }
        if (quote == 0 && Character.isWhitespace(letter)) {
          add(tokens, token);
        } else {
          quote =
              quote == letter
                  ? 0
                  : quote == 0 && (letter == '"' || letter == '\'') ? letter : quote;
          token.append(letter);
        }
      }
      add(tokens, token);
    }
    return tokens;
  }

  private static void add(List<String> tokens, StringBuilder token) {
    if (!token.isEmpty()) {
      tokens.add(token.toString());
      token.setLength(0);
    }
  }
}
