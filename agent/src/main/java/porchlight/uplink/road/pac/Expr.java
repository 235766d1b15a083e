package porchlight.uplink.road.pac;

import java.util.List;
import java.util.Optional;

/** An expression of a script. */
sealed interface Expr {
  record Value(Object value) implements Expr {}

  record Name(String name) implements Expr {}

  record Self() implements Expr {}

  record Pattern(String source, String flags) implements Expr {}

  record Items(List<Expr> items) implements Expr {}

  record Members(List<Member> members) implements Expr {}

  record Member(String name, Expr value) {}

  record Function(String name, List<String> parameters, Stmt.Block body, List<String> variables)
      implements Expr {}

  record At(Expr of, Expr key) implements Expr {}

  record Call(Expr function, List<Expr> words) implements Expr {}

  record Make(Expr kind, List<Expr> words) implements Expr {}

  record Unary(String sign, Expr of) implements Expr {}

  record Binary(String sign, Expr left, Expr right) implements Expr {}

  /** All of them, or the first that holds, as {@code &&} and {@code ||} say. */
  record Chain(boolean all, List<Expr> parts) implements Expr {}

  record Choice(Expr which, Expr yes, Expr no) implements Expr {}

  /** {@code sign} is that of {@code +=}; empty of a plain one. */
  record Assign(Expr target, String sign, Expr value) implements Expr {}

  /** {@code ++} or {@code --}. */
  record Count(Expr target, int by, boolean before) implements Expr {}

  record Sequence(List<Expr> parts) implements Expr {}

  static Optional<String> nameOf(Expr expression) {
    return expression instanceof Name(var name) ? Optional.of(name) : Optional.empty();
  }
}
