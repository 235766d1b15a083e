package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.uplink.road.pac.Token.Kind;

/** Reads statements; what it does not know of the language it refuses. */
final class Parser {
  private final Words words;
  private final ExprParser expressions;
  private List<String> variables = new ArrayList<>();

  private Parser(Words words) {
    this.words = words;
    this.expressions = new ExprParser(words, this);
  }

  /** The whole script, as the body of a function without a name. */
  static Expr.Function parse(String text) {
    var words = new Words(Lexer.words(text));
    var parser = new Parser(words);
    var statements = new ArrayList<Stmt>();
    while (words.peek().kind() != Kind.END) {
      statements.add(parser.statement());
    }
    return new Expr.Function(
        "", List.of(), new Stmt.Block(List.copyOf(statements)), parser.variables);
  }

  /** From after the word {@code function} on. */
  Expr.Function function() {
    String name = words.isNext("(") ? "" : words.name();
    words.need("(");
    var parameters = new ArrayList<String>();
    while (!words.take(")")) {
      parameters.add(words.name());
      if (!words.isNext(")")) {
        words.need(",");
      }
    }
    List<String> outer = variables;
    variables = new ArrayList<>();
    Stmt.Block body = block();
    var function = new Expr.Function(name, parameters, body, variables);
    variables = outer;
    return function;
  }

  Stmt statement() {
    words.deeper();
    Stmt statement = plainStatement();
    words.shallower();
    return statement;
  }

  private Stmt plainStatement() {
    Token word = words.peek();
    if (word.is("{")) {
      return block();
    }
    if (word.kind() == Kind.SIGN && words.take(";")) {
      return new Stmt.Block(List.of());
    }
    if (word.kind() == Kind.NAME) {
      switch (word.text()) {
        case "var", "let", "const" -> {
          Stmt declared = declare();
          end();
          return declared;
        }
        case "function" -> {
          words.next();
          return new Stmt.Define(function());
        }
        case "if" -> {
          return choose();
        }
        case "for" -> {
          return loop();
        }
        case "while" -> {
          words.next();
          Expr condition = inBrackets();
          return new Stmt.While(condition, statement(), false);
        }
        case "do" -> {
          words.next();
          Stmt body = statement();
          words.need("while");
          Expr condition = inBrackets();
          words.take(";");
          return new Stmt.While(condition, body, true);
        }
        case "return" -> {
          words.next();
          boolean none =
              words.isNext(";")
                  || words.isNext("}")
                  || words.peek().afterLine()
                  || words.peek().kind() == Kind.END;
          var value = none ? Optional.<Expr>empty() : Optional.of(expressions.expression());
          end();
          return new Stmt.Return(value);
        }
        case "break", "continue" -> {
          words.next();
          end();
          return new Stmt.Leave(word.text().equals("break"));
        }
        case "throw" -> {
          words.next();
          Expr value = expressions.expression();
          end();
          return new Stmt.Throw(value);
        }
        case "try" -> {
          return attempt();
        }
        case "switch" -> {
          return cases();
        }
        default -> {
          // An expression.
        }
      }
    }
    Expr expression = expressions.expression();
    end();
    return new Stmt.Say(expression);
  }

  Stmt.Block block() {
    words.need("{");
    var statements = new ArrayList<Stmt>();
    while (!words.take("}")) {
      statements.add(statement());
    }
    return new Stmt.Block(List.copyOf(statements));
  }

  private Expr inBrackets() {
    words.need("(");
    Expr expression = expressions.expression();
    words.need(")");
    return expression;
  }

  private Stmt declare() {
    words.next();
    var declared = new ArrayList<Stmt.Variable>();
    do {
      String name = words.name();
      variables.add(name);
      declared.add(
          new Stmt.Variable(
              name, words.take("=") ? Optional.of(expressions.assignment()) : Optional.empty()));
    } while (words.take(","));
    return new Stmt.Declare(declared);
  }

  private Stmt choose() {
    var branches = new ArrayList<Stmt.Branch>();
    do {
      words.need("if");
      Expr when = inBrackets();
      branches.add(new Stmt.Branch(when, statement()));
    } while (words.isNext("else") && words.peek(1).is("if") && words.take("else"));
    return new Stmt.If(branches, words.take("else") ? Optional.of(statement()) : Optional.empty());
  }

  private Stmt loop() {
    words.need("for");
    words.need("(");
    boolean declares = words.isNext("var") || words.isNext("let") || words.isNext("const");
    Token way = words.peek(declares ? 2 : 1);
    if (words.peek(declares ? 1 : 0).kind() == Kind.NAME && (way.is("in") || way.is("of"))) {
      if (declares) {
        words.next();
        variables.add(words.peek().text());
      }
      String name = words.name();
      words.next();
      Expr of = expressions.expression();
      words.need(")");
      return new Stmt.ForIn(name, of, way.is("of"), statement());
    }
    Optional<Stmt> first = Optional.empty();
    if (!words.isNext(";")) {
      first = Optional.of(declares ? declare() : new Stmt.Say(expressions.expression()));
    }
    words.need(";");
    var condition =
        words.isNext(";") ? Optional.<Expr>empty() : Optional.of(expressions.expression());
    words.need(";");
    var next = words.isNext(")") ? Optional.<Expr>empty() : Optional.of(expressions.expression());
    words.need(")");
    return new Stmt.For(first, condition, next, statement());
  }

  private Stmt attempt() {
    words.need("try");
    Stmt.Block body = block();
    Optional<String> name = Optional.empty();
    Optional<Stmt.Block> handler = Optional.empty();
    if (words.take("catch")) {
      if (words.take("(")) {
        name = Optional.of(words.name());
        variables.add(name.get());
        words.need(")");
      }
      handler = Optional.of(block());
    }
    return new Stmt.Try(
        body, name, handler, words.take("finally") ? Optional.of(block()) : Optional.empty());
  }

  private Stmt cases() {
    words.need("switch");
    Expr of = inBrackets();
    words.need("{");
    var cases = new ArrayList<Stmt.Case>();
    while (!words.take("}")) {
      Optional<Expr> when = Optional.empty();
      if (!words.take("default")) {
        words.need("case");
        when = Optional.of(expressions.expression());
      }
      words.need(":");
      var then = new ArrayList<Stmt>();
      while (!words.isNext("case") && !words.isNext("default") && !words.isNext("}")) {
        then.add(statement());
      }
      cases.add(new Stmt.Case(when, List.copyOf(then)));
    }
    return new Stmt.Switch(of, cases);
  }

  /** A semicolon, or where the language puts one by itself. */
  private void end() {
    if (!words.take(";")
        && !words.isNext("}")
        && !words.peek().afterLine()
        && words.peek().kind() != Kind.END) {
      throw words.unexpected();
    }
  }
}
