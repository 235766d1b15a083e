package porchlight.uplink.road.pac;

import java.util.List;
import porchlight.uplink.road.pac.Token.Kind;

/** The words of a script, taken one after the other. */
class Words {
  private static final int DEEPEST = 300;

  private final List<Token> words;
  private int at;
  private int depth;

  Words(List<Token> words) {
    this.words = words;
  }

  Token peek() {
    return words.get(at);
  }

  Token peek(int ahead) {
    return words.get(Math.min(at + ahead, words.size() - 1));
  }

  Token next() {
    Token word = words.get(at);
    if (word.kind() != Kind.END) {
      at++;
    }
    return word;
  }

  boolean isNext(String sign) {
    return peek().is(sign);
  }

  boolean take(String sign) {
    boolean there = isNext(sign);
    if (there) {
      at++;
    }
    return there;
  }

  void need(String sign) {
    if (!take(sign)) {
      throw unexpected();
    }
  }

  String name() {
    if (peek().kind() != Kind.NAME) {
      throw unexpected();
    }
    return next().text();
  }

  NotRun unexpected() {
    String word = peek().text();
    return new NotRun(
        "line "
            + peek().line()
            + " is not understood at "
            + (word.length() <= 20 ? word : word.substring(0, 20)));
  }

  void deeper() {
    if (++depth > DEEPEST) {
      throw new NotRun("line " + peek().line() + " is nested too deep");
    }
  }

  void shallower() {
    depth--;
  }
}
