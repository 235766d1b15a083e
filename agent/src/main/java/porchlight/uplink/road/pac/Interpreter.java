package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions. */
final class Interpreter {
  private final Budget budget;
  private final Members members;
  private final Statements statements;

  Interpreter(Budget budget) {
    this.budget = budget;
    this.members = new Members(budget);
    this.statements = new Statements(this, budget);
  }

  /** Runs the whole of a script. */
  void run(Expr.Function script, Scope scope) {
    script.variables().forEach(name -> scope.names().putIfAbsent(name, Nothing.UNDEFINED));
    statements.run(script.body(), scope);
  }

  Object value(Expr expression, Scope scope) {
    budget.step();
    return switch (expression) {
      case Expr.Value(var value) -> value;
      case Expr.Name(var name) ->
          scope.find(name).orElseThrow(() -> new Thrown(name + " is not known"));
      case Expr.Self self -> scope.find("this").orElse(Nothing.UNDEFINED);
      case Expr.Pattern(var source, var flags) -> Pattern.of(source, flags);
      case Expr.Items(var items) -> {
        budget.take(items.size());
        yield values(items, scope);
      }
      case Expr.Members(var some) -> {
        budget.take(some.size());
        Map<String, Object> object = new LinkedHashMap<>();
        some.forEach(member -> object.put(member.name(), value(member.value(), scope)));
        yield object;
      }
      case Expr.Function function -> function(function, scope);
      case Expr.At(var of, var key) -> members.get(value(of, scope), value(key, scope));
      case Expr.Call(var function, var words) -> call(function, words, scope);
      case Expr.Make(var kind, var words) -> make(kind, values(words, scope), scope);
      case Expr.Unary(var sign, var of) -> unary(sign, of, scope);
      case Expr.Binary(var sign, var left, var right) ->
          Operators.of(sign, value(left, scope), value(right, scope), budget);
      case Expr.Chain(boolean all, var parts) -> {
        Object last = Nothing.UNDEFINED;
        for (Expr part : parts) {
          last = value(part, scope);
          if (Convert.truth(last) != all) {
            break;
          }
        }
        yield last;
      }
      case Expr.Choice(var which, var yes, var no) ->
          value(Convert.truth(value(which, scope)) ? yes : no, scope);
      case Expr.Assign(var target, var sign, var with) -> {
        Object value =
            sign.isEmpty()
                ? value(with, scope)
                : Operators.of(sign, value(target, scope), value(with, scope), budget);
        yield assign(target, value, scope);
      }
      case Expr.Count(var target, int by, boolean before) -> {
        double number = Convert.number(value(target, scope));
        assign(target, number + by, scope);
        yield before ? number + by : number;
      }
      case Expr.Sequence(var parts) -> {
        Object last = Nothing.UNDEFINED;
        for (Expr part : parts) {
          last = value(part, scope);
        }
        yield last;
      }
    };
  }

  private List<Object> values(List<Expr> parts, Scope scope) {
    var values = new ArrayList<Object>(parts.size());
    for (Expr part : parts) {
      values.add(value(part, scope));
    }
    return values;
  }

  Object assign(Expr target, Object value, Scope scope) {
    switch (target) {
      case Expr.Name(var name) -> {
        budget.take(1);
        scope.set(name, value);
      }
      case Expr.At(var of, var key) -> members.set(value(of, scope), value(key, scope), value);
      default -> throw new Thrown("cannot be assigned to");
    }
    return value;
  }

  Callable function(Expr.Function function, Scope scope) {
    return (self, words) -> {
      budget.enter();
      Scope inner = Scope.inside(Optional.of(scope));
      budget.take(function.variables().size() + function.parameters().size() + 2);
      function.variables().forEach(name -> inner.names().put(name, Nothing.UNDEFINED));
      inner.names().put("this", self);
      inner.names().put("arguments", new ArrayList<>(words));
      for (int i = 0; i < function.parameters().size(); i++) {
        inner.names().put(function.parameters().get(i), Callable.word(words, i));
      }
      Object answer = statements.call(function.body(), inner);
      budget.leave();
      return answer;
    };
  }

  private Object call(Expr function, List<Expr> words, Scope scope) {
    Object self = Nothing.UNDEFINED;
    Object called;
    if (function instanceof Expr.At(var of, var key)) {
      self = value(of, scope);
      called = members.get(self, value(key, scope));
    } else {
      called = value(function, scope);
    }
    if (called instanceof Callable callable) {
      return callable.call(self, values(words, scope));
    }
    throw new Thrown(Expr.nameOf(function).orElse("something") + " is called and is no function");
  }

  private Object make(Expr kind, List<Object> words, Scope scope) {
    String name = Expr.nameOf(kind).orElse("");
    switch (name) {
      case "Array", "RegExp", "Date", "Error", "String", "Object" -> {
        return value(kind, scope) instanceof Callable maker
            ? maker.call(Nothing.UNDEFINED, words)
            : Nothing.UNDEFINED;
      }
      default -> {
        // A function of the script: it fills what is new.
      }
    }
    if (value(kind, scope) instanceof Callable maker) {
      Map<String, Object> made = new LinkedHashMap<>();
      Object answer = maker.call(made, words);
      return answer instanceof Map<?, ?> || answer instanceof List<?> ? answer : made;
    }
    throw new Thrown("what is made is no function");
  }

  private Object unary(String sign, Expr of, Scope scope) {
    if (sign.equals("typeof") && of instanceof Expr.Name(var name) && scope.find(name).isEmpty()) {
      return "undefined";
    }
    if (sign.equals("delete")) {
      if (of instanceof Expr.At(var object, var key)) {
        members.delete(value(object, scope), value(key, scope));
      }
      return true;
    }
    Object value = value(of, scope);
    return switch (sign) {
      case "!" -> !Convert.truth(value);
      case "-" -> -Convert.number(value);
      case "+" -> Convert.number(value);
      case "~" -> (double) ~Convert.bits(value);
      case "typeof" -> Operators.type(value);
      default -> Nothing.UNDEFINED; // void
    };
  }
}
