package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs statements. */
final class Statements {
  /** How a statement ended; {@code value} is what a function answers. */
  private record End(Kind kind, Object value) {
    static final End USUAL = new End(Kind.USUAL, Nothing.UNDEFINED);
    static final End BREAK = new End(Kind.BREAK, Nothing.UNDEFINED);
    static final End CONTINUE = new End(Kind.CONTINUE, Nothing.UNDEFINED);

    boolean leaves() {
      return kind != Kind.USUAL;
    }

    boolean endsLoop() {
      return kind == Kind.BREAK || kind == Kind.RETURN;
    }

    End afterLoop() {
      return kind == Kind.RETURN ? this : USUAL;
    }
  }

  private enum Kind {
    USUAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Interpreter expressions;
  private final Budget budget;

  Statements(Interpreter expressions, Budget budget) {
    this.expressions = expressions;
    this.budget = budget;
  }

  void run(Stmt.Block body, Scope scope) {
    all(body.statements(), scope);
  }

  /** What a function with that body answers. */
  Object call(Stmt.Block body, Scope scope) {
    End end = all(body.statements(), scope);
    return end.kind == Kind.RETURN ? end.value : Nothing.UNDEFINED;
  }

  private End all(List<Stmt> statements, Scope scope) {
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.Define(var function)) { // known before it stands there
        scope.names().put(function.name(), expressions.function(function, scope));
      }
    }
    for (Stmt statement : statements) {
      End end = one(statement, scope);
      if (end.leaves()) {
        return end;
      }
    }
    return End.USUAL;
  }

  private End one(Stmt statement, Scope scope) {
    budget.step();
    return switch (statement) {
      case Stmt.Say(var expression) -> {
        expressions.value(expression, scope);
        yield End.USUAL;
      }
      case Stmt.Declare(var variables) -> {
        for (var variable : variables) {
          if (variable.value().isPresent()) {
            scope.set(variable.name(), expressions.value(variable.value().get(), scope));
          }
        }
        yield End.USUAL;
      }
      case Stmt.Define defined -> End.USUAL;
      case Stmt.Block(var inner) -> all(inner, scope);
      case Stmt.If(var branches, var otherwise) -> {
        for (var branch : branches) {
          if (isSo(branch.when(), scope)) {
            yield one(branch.then(), scope);
          }
        }
        yield otherwise.isPresent() ? one(otherwise.get(), scope) : End.USUAL;
      }
      case Stmt.For loop -> loop(loop, scope);
      case Stmt.ForIn loop -> loop(loop, scope);
      case Stmt.While(var condition, var body, boolean bodyFirst) -> {
        End end = bodyFirst ? one(body, scope) : End.USUAL;
        while (!end.endsLoop() && isSo(condition, scope)) {
          end = one(body, scope);
        }
        yield end.afterLoop();
      }
      case Stmt.Return(var value) ->
          new End(
              Kind.RETURN,
              value.isPresent() ? expressions.value(value.get(), scope) : Nothing.UNDEFINED);
      case Stmt.Leave(boolean loop) -> loop ? End.BREAK : End.CONTINUE;
      case Stmt.Throw(var value) -> throw new Thrown(expressions.value(value, scope));
      case Stmt.Try attempt -> attempt(attempt, scope);
      case Stmt.Switch(var of, var cases) -> cases(expressions.value(of, scope), cases, scope);
    };
  }

  private boolean isSo(Expr condition, Scope scope) {
    return Convert.truth(expressions.value(condition, scope));
  }

  private End loop(Stmt.For loop, Scope scope) {
    if (loop.first().isPresent()) {
      one(loop.first().get(), scope);
    }
    while (loop.condition().isEmpty() || isSo(loop.condition().get(), scope)) {
      End end = one(loop.body(), scope);
      if (end.endsLoop()) {
        return end.afterLoop();
      }
      if (loop.next().isPresent()) {
        expressions.value(loop.next().get(), scope);
      }
    }
    return End.USUAL;
  }

  private End loop(Stmt.ForIn loop, Scope scope) {
    for (Object each : each(expressions.value(loop.of(), scope), loop.values())) {
      scope.set(loop.name(), each);
      End end = one(loop.body(), scope);
      if (end.endsLoop()) {
        return end.afterLoop();
      }
    }
    return End.USUAL;
  }

  private List<Object> each(Object of, boolean values) {
    var each = new ArrayList<Object>();
    if (of instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        each.add(values ? items.get(i) : Integer.toString(i));
      }
    } else if (of instanceof Map<?, ?> object && !values) {
      each.addAll(object.keySet());
    } else if (of instanceof String text) {
      for (int i = 0; i < text.length(); i++) {
        each.add(values ? text.substring(i, i + 1) : Integer.toString(i));
      }
    }
    budget.take(each.size());
    return each;
  }

  private End attempt(Stmt.Try attempt, Scope scope) {
    End end;
    try {
      end = one(attempt.body(), scope);
    } catch (Thrown thrown) {
      if (attempt.handler().isEmpty()) {
        last(attempt.last(), scope);
        throw thrown;
      }
      attempt.name().ifPresent(name -> scope.set(name, thrown.value()));
      end = one(attempt.handler().get(), scope);
    }
    End last = last(attempt.last(), scope);
    return last.leaves() ? last : end;
  }

  private End last(Optional<Stmt.Block> block, Scope scope) {
    return block.isPresent() ? one(block.get(), scope) : End.USUAL;
  }

  private End cases(Object value, List<Stmt.Case> cases, Scope scope) {
    int from = -1;
    int fallback = -1;
    for (int i = 0; i < cases.size() && from < 0; i++) {
      var when = cases.get(i).when();
      if (when.isEmpty()) {
        fallback = i;
      } else if (Convert.same(value, expressions.value(when.get(), scope))) {
        from = i;
      }
    }
    from = from < 0 ? fallback : from;
    for (int i = from; i >= 0 && i < cases.size(); i++) {
      End end = all(cases.get(i).then(), scope);
      if (end.leaves()) {
        return end.kind == Kind.BREAK ? End.USUAL : end;
      }
    }
    return End.USUAL;
  }
}
