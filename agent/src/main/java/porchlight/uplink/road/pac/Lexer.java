package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.uplink.road.pac.Token.Kind;

/** Takes a script apart into words. */
final class Lexer {
  private static final List<String> SIGNS =
      List.of(
          ">>>=", "===", "!==", ">>>", "<<=", ">>=", "==", "!=", "<=", ">=", "&&", "||", "++", "--",
          "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "{", "}", "(", ")", "[", "]",
          ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".");

  /** After these a slash begins a regular expression, as after any other sign but a bracket. */
  private static final Set<String> BEFORE_A_PATTERN =
      Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else");

  private static final int MOST_WORDS = 400_000;

  private final String text;
  private final List<Token> words = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean afterLine;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> words(String text) {
    var lexer = new Lexer(text);
    lexer.run();
    return lexer.words;
  }

  private void run() {
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter == '\n' || letter == '\u2028' || letter == '\u2029') {
        line++;
        afterLine = true;
        at++;
      } else if (Character.isWhitespace(letter) || letter == '\u00a0' || letter == '\ufeff') {
        at++;
      } else if (text.startsWith("//", at) || text.startsWith("<!--", at)) {
        skipTo("\n", 0);
      } else if (text.startsWith("/*", at)) {
        int from = at;
        skipTo("*/", 2);
        for (int i = from; i < at; i++) {
          line += text.charAt(i) == '\n' ? 1 : 0;
          afterLine |= text.charAt(i) == '\n';
        }
      } else {
        word(letter);
      }
    }
    add(Kind.END, "the end");
  }

  private void skipTo(String end, int more) {
    int found = text.indexOf(end, at + (more == 2 ? 2 : 0));
    at = found < 0 ? text.length() : found + more;
  }

  private void word(char letter) {
    if (Character.isLetter(letter) || letter == '_' || letter == '$') {
      int from = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at))
              || text.charAt(at) == '_'
              || text.charAt(at) == '$')) {
        at++;
      }
      add(Kind.NAME, text.substring(from, at));
    } else if (isDigit(letter)
        || (letter == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number();
    } else if (letter == '"' || letter == '\'') {
      string(letter);
    } else if (letter == '/' && beginsPattern()) {
      pattern();
    } else {
      String sign =
          SIGNS.stream()
              .filter(known -> text.startsWith(known, at))
              .findFirst()
              .orElseThrow(() -> new NotRun("line " + line + " has a sign that is not understood"));
      at += sign.length();
      add(Kind.SIGN, sign);
    }
  }

  private void number() {
    int from = at;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      at += 2;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
    } else {
      while (at < text.length()
          && (isDigit(text.charAt(at))
              || text.charAt(at) == '.'
              || text.charAt(at) == 'e'
              || text.charAt(at) == 'E'
              || ((text.charAt(at) == '-' || text.charAt(at) == '+')
                  && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')))) {
        at++;
      }
    }
    add(Kind.NUMBER, text.substring(from, at));
  }

  private void string(char quote) {
    var value = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new NotRun("a text in line " + line + " does not end");
      }
      char letter = text.charAt(at++);
      if (letter == quote) {
        break;
      }
      if (letter != '\\') {
        value.append(letter);
      } else if (at < text.length()) {
        escape(text.charAt(at++), value);
      }
    }
    add(Kind.STRING, value.toString());
  }

  private void escape(char letter, StringBuilder value) {
    switch (letter) {
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'v' -> value.append('\u000b');
      case '0' -> value.append('\0');
      case 'x' -> value.append(hex(2));
      case 'u' -> value.append(hex(4));
      case '\n' -> line++;
      case '\r' -> at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
      default -> value.append(letter);
    }
  }

  private char hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
      if (digit < 0) {
        throw new NotRun("a text in line " + line + " is not understood");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private void pattern() {
    int from = ++at;
    boolean inClass = false;
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new NotRun("a regular expression in line " + line + " does not end");
      }
      char letter = text.charAt(at++);
      if (letter == '\\') {
        at++;
      } else if (letter == '[' || letter == ']') {
        inClass = letter == '[';
      } else if (letter == '/' && !inClass) {
        break;
      }
    }
    String source = text.substring(from, at - 1);
    int flags = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    add(Kind.PATTERN, source + "\n" + text.substring(flags, at));
  }

  private boolean beginsPattern() {
    if (words.isEmpty()) {
      return true;
    }
    Token last = words.getLast();
    return switch (last.kind()) {
      case NAME -> BEFORE_A_PATTERN.contains(last.text());
      case NUMBER, STRING, PATTERN -> false;
      case SIGN -> !last.text().equals(")") && !last.text().equals("]") && !last.text().equals("}");
      case END -> true;
    };
  }

  private void add(Kind kind, String word) {
    if (words.size() >= MOST_WORDS) {
      throw new NotRun("it is too long");
    }
    words.add(new Token(kind, word, afterLine, line));
    afterLine = false;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
