package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.uplink.road.pac.Token.Kind;

/** Reads expressions. */
final class ExprParser {
  private static final Set<String> ASSIGNING =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");

  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("==", "!=", "===", "!=="),
          Set.of("<", ">", "<=", ">=", "instanceof", "in"),
          Set.of("<<", ">>", ">>>"),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  private static final Map<String, Object> CONSTANTS =
      Map.of("true", true, "false", false, "null", Nothing.NULL, "undefined", Nothing.UNDEFINED);

  private final Words words;
  private final Parser statements;

  ExprParser(Words words, Parser statements) {
    this.words = words;
    this.statements = statements;
  }

  Expr expression() {
    var parts = new ArrayList<Expr>();
    do {
      parts.add(assignment());
    } while (words.take(","));
    return parts.size() == 1 ? parts.get(0) : new Expr.Sequence(parts);
  }

  Expr assignment() {
    words.deeper();
    Expr left = choice();
    Token sign = words.peek();
    if (sign.kind() == Kind.SIGN && ASSIGNING.contains(sign.text())) {
      words.next();
      left =
          new Expr.Assign(
              target(left), sign.text().substring(0, sign.text().length() - 1), assignment());
    }
    words.shallower();
    return left;
  }

  private Expr target(Expr expression) {
    if (expression instanceof Expr.Name || expression instanceof Expr.At) {
      return expression;
    }
    throw words.unexpected();
  }

  private Expr choice() {
    Expr which = chain(false);
    if (!words.take("?")) {
      return which;
    }
    Expr yes = assignment();
    words.need(":");
    return new Expr.Choice(which, yes, assignment());
  }

  private Expr chain(boolean all) {
    var parts = new ArrayList<Expr>();
    do {
      parts.add(all ? binary(0) : chain(true));
    } while (words.take(all ? "&&" : "||"));
    return parts.size() == 1 ? parts.get(0) : new Expr.Chain(all, parts);
  }

  private Expr binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expr left = binary(level + 1);
    while ((words.peek().kind() == Kind.SIGN || words.peek().kind() == Kind.NAME)
        && LEVELS.get(level).contains(words.peek().text())) {
      left = new Expr.Binary(words.next().text(), left, binary(level + 1));
    }
    return left;
  }

  private Expr unary() {
    Token word = words.peek();
    for (String sign : List.of("!", "-", "+", "~", "typeof", "void", "delete")) {
      if (word.is(sign)) {
        words.next();
        words.deeper();
        Expr of = unary();
        words.shallower();
        return new Expr.Unary(sign, of);
      }
    }
    if (word.is("++") || word.is("--")) {
      words.next();
      return new Expr.Count(target(unary()), word.is("++") ? 1 : -1, true);
    }
    Expr of = postfix(first());
    Token after = words.peek();
    if ((after.is("++") || after.is("--")) && !after.afterLine()) {
      words.next();
      return new Expr.Count(target(of), after.is("++") ? 1 : -1, false);
    }
    return of;
  }

  private Expr postfix(Expr begun) {
    Expr of = begun;
    while (true) {
      if (words.take(".")) {
        of = new Expr.At(of, new Expr.Value(words.name()));
      } else if (words.take("[")) {
        Expr key = expression();
        words.need("]");
        of = new Expr.At(of, key);
      } else if (words.isNext("(")) {
        of = new Expr.Call(of, inBrackets());
      } else {
        return of;
      }
    }
  }

  private List<Expr> inBrackets() {
    words.need("(");
    var given = new ArrayList<Expr>();
    while (!words.take(")")) {
      given.add(assignment());
      if (!words.isNext(")")) {
        words.need(",");
      }
    }
    return given;
  }

  private Expr first() {
    Token word = words.next();
    return switch (word.kind()) {
      case NUMBER -> new Expr.Value(Convert.number(word.text()));
      case STRING -> new Expr.Value(word.text());
      case PATTERN -> {
        String[] parts = word.text().split("\n", 2);
        yield new Expr.Pattern(parts[0], parts[1]);
      }
      case NAME -> named(word.text());
      case SIGN ->
          switch (word.text()) {
            case "(" -> {
              Expr inner = expression();
              words.need(")");
              yield inner;
            }
            case "[" -> items();
            case "{" -> members();
            default -> throw words.unexpected();
          };
      case END -> throw words.unexpected();
    };
  }

  private Expr named(String name) {
    if (CONSTANTS.containsKey(name)) {
      return new Expr.Value(CONSTANTS.getOrDefault(name, Nothing.UNDEFINED));
    }
    return switch (name) {
      case "this" -> new Expr.Self();
      case "function" -> statements.function();
      case "new" -> {
        Expr kind = first();
        while (words.take(".")) {
          kind = new Expr.At(kind, new Expr.Value(words.name()));
        }
        yield new Expr.Make(kind, words.isNext("(") ? inBrackets() : List.of());
      }
      default -> new Expr.Name(name);
    };
  }

  private Expr items() {
    var items = new ArrayList<Expr>();
    while (!words.take("]")) {
      items.add(words.isNext(",") ? new Expr.Value(Nothing.UNDEFINED) : assignment());
      if (!words.isNext("]")) {
        words.need(",");
      }
    }
    return new Expr.Items(items);
  }

  private Expr members() {
    var members = new ArrayList<Expr.Member>();
    while (!words.take("}")) {
      Token name = words.next();
      if (name.kind() == Kind.SIGN || name.kind() == Kind.PATTERN || name.kind() == Kind.END) {
        throw words.unexpected();
      }
      words.need(":");
      String key =
          name.kind() == Kind.NUMBER ? Convert.text(Convert.number(name.text())) : name.text();
      members.add(new Expr.Member(key, assignment()));
      if (!words.isNext("}")) {
        words.need(",");
      }
    }
    return new Expr.Members(members);
  }
}
