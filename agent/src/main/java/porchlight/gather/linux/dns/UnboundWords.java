package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** With its value, where no blank is between the two. */
  private static final Pattern KEYWORD = Pattern.compile("([a-z][a-z0-9-]*):(.*)", Pattern.DOTALL);

  private final String file;
  private final List<Word> words = new ArrayList<>();
  private int section;
  private String kind = "";

  /** The keyword that waits for its value; empty when none does. */
  private String key = "";

  private UnboundWords(String file) {
    this.file = file;
  }

  /** One setting, and the section of a file it stands in. */
  record Word(String section, String kind, String key, String value) {}

  /**
   * Empty when the text is not of that form. Of a keyword with several values, as {@code
   * access-control: 10.0.0.0/8 allow}, the first counts.
   */
  static Optional<List<Word>> of(String text, String file) {
    var read = new UnboundWords(file);
    for (String line : text.lines().toList()) {
      if (!read.line(line)) {
        return Optional.empty();
      }
    }
    return read.key.isEmpty() ? Optional.of(read.words) : Optional.empty();
  }

  /** Whether it is of that form: what is no keyword is a value, of one that stands before it. */
  private boolean line(String line) {
    int before = words.size();
    for (String token : tokens(line)) {
      if (!key.isEmpty()) {
        value(token);
      } else if (!keyword(token) && words.size() == before) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is one: of a section, or of a setting, perhaps with its value. */
  private boolean keyword(String token) {
    Matcher keyword = KEYWORD.matcher(token);
    if (!keyword.matches()) {
      return false;
    }
    if (SECTIONS.contains(keyword.group(1))) {
      section++;
      kind = keyword.group(1);
    } else {
      key = keyword.group(1);
      value(keyword.group(2));
    }
    return true;
  }

  private void value(String written) {
    if (!written.isEmpty()) {
      String plain = written.replaceAll("^[\"']|[\"']$", "");
      words.add(new Word(file + " " + section, kind, key, plain));
      key = "";
    }
  }

  private static List<String> tokens(String raw) {
    var tokens = new ArrayList<String>();
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
            quote == letter ? 0 : quote == 0 && (letter == '"' || letter == '\'') ? letter : quote;
        token.append(letter);
      }
    }
    add(tokens, token);
    return tokens;
  }

  private static void add(List<String> tokens, StringBuilder token) {
    if (!token.isEmpty()) {
      tokens.add(token.toString());
      token.setLength(0);
    }
  }
}
