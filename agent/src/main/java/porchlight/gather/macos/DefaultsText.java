package porchlight.gather.macos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.json.tree.Json;

/**
 * What {@code defaults read} prints, the property lists of old, as a value: {@code { key = value;
 * }}, {@code ( item, item )}, and words that need no quotes. Everything but the two is a text,
 * because this form does not tell a number from a word. A key that comes twice spoils the whole.
 */
public final class DefaultsText {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  private DefaultsText(String text) {
    this.text = text;
  }

  /** Empty when it is not one whole value. */
  public static Optional<Json> of(String text) {
    try {
      var reader = new DefaultsText(text);
      Json value = reader.value(0);
      reader.blanks();
      return reader.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (NotAValue not) {
      return Optional.empty();
    }
  }

  private static final class NotAValue extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private Json value(int depth) throws NotAValue {
    blanks();
    if (depth == DEEPEST) {
      throw new NotAValue();
    }
    return switch (look()) {
      case '{' -> at + 8 < text.length() && isData() ? data('}') : dictionary(depth);
      case '(' -> array(depth);
      case '<' -> data('>');
      case '"' -> new Json.Str(quoted());
      default -> new Json.Str(word());
    };
  }

  private boolean isData() {
    return text.startsWith("{length = ", at);
  }

  private Json dictionary(int depth) throws NotAValue {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    for (blanks(); look() != '}'; blanks()) {
      String key = look() == '"' ? quoted() : word();
      expect('=');
      Json value = value(depth + 1);
      expect(';');
      if (members.put(key, value) != null) {
        throw new NotAValue();
      }
    }
    at++;
    return new Json.Obj(members);
  }

  private Json array(int depth) throws NotAValue {
    List<Json> items = new ArrayList<>();
    at++;
    for (blanks(); look() != ')'; blanks()) {
      if (!items.isEmpty()) {
        expect(',');
        blanks();
        if (look() == ')') {
          break; // a comma may stand behind the last
        }
      }
      items.add(value(depth + 1));
    }
    at++;
    return new Json.Arr(items);
  }

  private Json data(char end) throws NotAValue {
    int start = at;
    while (look() != end) {
      at++;
    }
    at++;
    return new Json.Str(text.substring(start, at));
  }

  private String quoted() throws NotAValue {
    var out = new StringBuilder();
    at++;
    for (char c = look(); c != '"'; c = look()) {
      at++;
      if (c == '\\') {
        c = look();
        at++;
        if (c == 'U' && at + 4 <= text.length()) {
          c = hex();
        } else if (c == 'n') {
          c = '\n';
        }
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private char hex() throws NotAValue {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw new NotAValue();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private String word() throws NotAValue {
    int start = at;
    while (at < text.length() && isPlain(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new NotAValue();
    }
    return text.substring(start, at);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_$/:.-+".indexOf(c) >= 0;
  }

  private void expect(char sign) throws NotAValue {
    blanks();
    if (look() != sign) {
      throw new NotAValue();
    }
    at++;
  }

  private char look() throws NotAValue {
    if (at >= text.length()) {
      throw new NotAValue();
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
