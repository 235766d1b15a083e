package porchlight.uplink.road.pac;

import java.util.List;
import java.util.Map;

/** The language's operators between two values. */
final class Operators {
  private Operators() {}

  static Object of(String sign, Object left, Object right, Budget budget) {
    return switch (sign) {
      case "+" ->
          isNumber(left) && isNumber(right)
              ? (Object) (Convert.number(left) + Convert.number(right))
              : budget.made(Convert.text(left) + Convert.text(right));
      case "-" -> Convert.number(left) - Convert.number(right);
      case "*" -> Convert.number(left) * Convert.number(right);
      case "/" -> Convert.number(left) / Convert.number(right);
      case "%" -> Convert.number(left) % Convert.number(right);
      case "&" -> (double) (Convert.bits(left) & Convert.bits(right));
      case "|" -> (double) (Convert.bits(left) | Convert.bits(right));
      case "^" -> (double) (Convert.bits(left) ^ Convert.bits(right));
      case "<<" -> (double) (Convert.bits(left) << (Convert.bits(right) & 31));
      case ">>" -> (double) (Convert.bits(left) >> (Convert.bits(right) & 31));
      case ">>>" -> (double) ((Convert.bits(left) & 0xFFFFFFFFL) >>> (Convert.bits(right) & 31));
      case "==" -> Convert.alike(left, right);
      case "!=" -> !Convert.alike(left, right);
      case "===" -> Convert.same(left, right);
      case "!==" -> !Convert.same(left, right);
      case "<" -> compare(left, right, true, false);
      case ">" -> compare(right, left, true, false);
      case "<=" -> compare(left, right, true, true);
      case ">=" -> compare(right, left, true, true);
      case "in" -> isIn(left, right);
      default -> throw new NotRun(sign + " is not known here");
    };
  }

  private static boolean isNumber(Object value) {
    return value instanceof Double || value instanceof Boolean || value instanceof Nothing;
  }

  private static boolean compare(Object left, Object right, boolean less, boolean equal) {
    if (left instanceof String one && right instanceof String other) {
      int order = one.compareTo(other);
      return (less && order < 0) || (equal && order == 0);
    }
    double one = Convert.number(left);
    double other = Convert.number(right);
    return (less && one < other) || (equal && one == other);
  }

  private static boolean isIn(Object key, Object of) {
    return switch (of) {
      case Map<?, ?> object -> object.containsKey(Convert.text(key));
      case List<?> items -> Convert.number(key) >= 0 && Convert.number(key) < items.size();
      default -> throw new Thrown("in needs an object");
    };
  }

  static String type(Object value) {
    return switch (value) {
      case String text -> "string";
      case Double number -> "number";
      case Boolean truth -> "boolean";
      case Callable function -> "function";
      case Nothing nothing -> nothing == Nothing.UNDEFINED ? "undefined" : "object";
      default -> "object";
    };
  }
}
