package porchlight.uplink.road.pac;

import java.util.List;

/** What a value is as a number, a text or a truth, by the language's rules. */
final class Convert {
  private static final int LONGEST_LIST = 1_000_000;

  private Convert() {}

  static double number(Object value) {
    return switch (value) {
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      case String text -> number(text);
      case Nothing nothing -> nothing == Nothing.NULL ? 0 : Double.NaN;
      default -> Double.NaN;
    };
  }

  static double number(String text) {
    String word = text.strip();
    try {
      if (word.startsWith("0x") || word.startsWith("0X")) {
        return Long.parseLong(word.substring(2), 16);
      }
      return word.isEmpty()
          ? 0
          : word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
              ? Double.parseDouble(word)
              : Double.NaN;
    } catch (NumberFormatException tooLong) {
      return Double.NaN;
    }
  }

  /** As the operators on bits take it. */
  static int bits(Object value) {
    double number = number(value);
    return Double.isNaN(number) || Double.isInfinite(number) ? 0 : (int) (long) number;
  }

  static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number ->
          number == Math.rint(number) && Math.abs(number) < 1e15
              ? Long.toString(number.longValue())
              : Double.isNaN(number) ? "NaN" : Double.toString(number);
      case Boolean truth -> truth.toString();
      case Nothing nothing -> nothing == Nothing.NULL ? "null" : "undefined";
      case List<?> items -> joined(items);
      default -> "[object Object]";
    };
  }

  private static String joined(List<?> items) {
    var out = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      boolean isEmpty = item instanceof Nothing || item instanceof List<?>;
      out.append(i == 0 ? "" : ",").append(isEmpty ? "" : text(item));
      if (out.length() > LONGEST_LIST) {
        throw new NotRun("it wants too much memory");
      }
    }
    return out.toString();
  }

  /** A number as {@code toString} writes it in another base. */
  static String text(Object value, Object base) {
    int radix = base instanceof Nothing ? 10 : (int) number(base);
    return value instanceof Double number && radix >= 2 && radix <= 36 && radix != 10
        ? Long.toString(number.longValue(), radix)
        : text(value);
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Double number -> number != 0 && !Double.isNaN(number);
      case String text -> !text.isEmpty();
      case Nothing nothing -> false;
      default -> true;
    };
  }

  @SuppressWarnings("ReferenceEquality") // an object is like itself only
  static boolean same(Object one, Object other) {
    if (one instanceof Double number && other instanceof Double second) {
      return number.doubleValue() == second.doubleValue(); // and so NaN is not itself
    }
    return (isPlain(one) || one instanceof Nothing) ? one.equals(other) : one == other;
  }

  /** {@code ==}. */
  static boolean alike(Object one, Object other) {
    if (one instanceof Nothing || other instanceof Nothing) {
      return one instanceof Nothing && other instanceof Nothing;
    }
    if (isPlain(one) && isPlain(other) && !one.getClass().equals(other.getClass())) {
      return number(one) == number(other);
    }
    if (isPlain(one) != isPlain(other)) {
      return alike(isPlain(one) ? one : text(one), isPlain(other) ? other : text(other));
    }
    return same(one, other);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value instanceof Double || value instanceof Boolean;
  }
}
