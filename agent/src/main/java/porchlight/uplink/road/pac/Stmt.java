package porchlight.uplink.road.pac;

import java.util.List;
import java.util.Optional;

/** A statement of a script. */
sealed interface Stmt {
  record Say(Expr expression) implements Stmt {}

  record Declare(List<Variable> variables) implements Stmt {}

  record Variable(String name, Optional<Expr> value) {}

  record Define(Expr.Function function) implements Stmt {}

  record Block(List<Stmt> statements) implements Stmt {}

  record If(List<Branch> branches, Optional<Stmt> otherwise) implements Stmt {}

  record Branch(Expr when, Stmt then) {}

  record For(Optional<Stmt> first, Optional<Expr> condition, Optional<Expr> next, Stmt body)
      implements Stmt {}

  record ForIn(String name, Expr of, boolean values, Stmt body) implements Stmt {}

  record While(Expr condition, Stmt body, boolean bodyFirst) implements Stmt {}

  record Return(Optional<Expr> value) implements Stmt {}

  record Leave(boolean loop) implements Stmt {}

  record Throw(Expr value) implements Stmt {}

  record Try(Block body, Optional<String> name, Optional<Block> handler, Optional<Block> last)
      implements Stmt {}

  record Switch(Expr of, List<Case> cases) implements Stmt {}

  /** {@code when} is none of the default. */
  record Case(Optional<Expr> when, List<Stmt> then) {}
}
