package porchlight.installer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;

/**
 * Every form that {@link Plain} rewrites, and what comes of it; run as compiled and as rewritten.
 */
@NullUnmarked // null is one of the forms
@SuppressWarnings({ // the forms that one should not write, too
  "ArrayRecordComponent",
  "BoxingComparator",
  "CompareToZero",
  "EnumOrdinal",
  "EqualsNull",
  "ReturnValueIgnored",
  "UnnecessaryMethodReference"
})
final class Forms {
  private Forms() {}

  sealed interface Shape permits Circle, Square, Named, Colour {}

  record Circle(double radius) implements Shape {}

  record Square(long side, Shape inside) implements Shape {}

  record Named(String name, int[] numbers, List<String> words) implements Shape {}

  enum Colour implements Shape {
    RED,
    GREEN,
    BLUE
  }

  record All(boolean a, byte b, char c, short d, int e, long f, float g, double h, Object i) {}

  record Empty() {}

  record Box<T>(T value) {}

  interface Named2 {
    String name();

    default Supplier<String> later(String end) {
      return () -> mine(end);
    }

    private String mine(String end) {
      return name() + end;
    }
  }

  static String shape(Shape shape) {
    return switch (shape) {
      case null -> "nothing";
      case Colour.RED -> "red";
      case Circle(var radius) when radius > 10 -> "large";
      case Circle(var radius) when radius > 5 -> "middle";
      case Circle circle -> "circle";
      case Square(var side, Circle(var radius)) when side > 1 -> "circle in square " + radius;
      case Square(var side, var inside) -> "square of " + shape(inside);
      case Named named when named.name().isEmpty() -> "nameless";
      case Named named -> named.name();
      case Colour.GREEN -> "green";
      case Colour colour -> "blue";
    };
  }

  static String thing(Object thing) {
    return switch (thing) {
      case String text when text.length() > 3 -> "long text";
      case String text -> "text";
      case Integer number when number > 3 -> "large number";
      case Integer number -> "number";
      case int[] numbers -> "numbers";
      case List<?> list when list.isEmpty() -> "empty list";
      case Colour colour -> "colour";
      default -> "thing";
    };
  }

  static String word(String word) {
    return switch (word) {
      case null -> "null";
      case "a" -> "first";
      case String other when other.length() > 2 -> "long";
      case "bb" -> "second";
      case String other -> "other";
    };
  }

  static String colour(Colour colour) {
    return switch (colour) {
      case null -> "none";
      case RED -> "stop";
      case Colour other when other.ordinal() == 1 -> "go";
      case GREEN, BLUE -> "wait";
    };
  }

  static String number(Integer number) {
    return switch (number) {
      case 1 -> "one";
      case Integer other when other > 100 -> "many";
      case 2 -> "two";
      case Integer other -> "some";
    };
  }

  static List<String> all() throws Exception {
    var said = new ArrayList<String>();
    switches(said);
    records(said);
    lambdas(said);
    orders(said);
    return said;
  }

  private static void switches(List<String> said) {
    var inside = new Circle(7);
    var shapes = new ArrayList<Shape>(List.of(Colour.values()));
    shapes.addAll(List.of(new Circle(1), inside, new Circle(11), new Square(1, inside)));
    shapes.addAll(List.of(new Square(2, inside), new Square(2, Colour.BLUE)));
    shapes.add(new Square(2, new Named("x", new int[0], List.of())));
    shapes.add(new Named("", new int[0], List.of()));
    shapes.add(null);
    shapes.forEach(shape -> said.add(shape(shape)));
    Object[] things = {
      "abc", "abcd", "ab", 3, 4, new int[0], List.of(), List.of(1), Colour.RED, 1L
    };
    for (Object thing : things) {
      said.add(thing(thing));
    }
    said.add(failure(() -> thing(null)));
    for (String word : new String[] {"a", "bb", "ccc", "dd", null}) {
      said.add(word(word));
    }
    for (Colour colour : new Colour[] {Colour.RED, Colour.GREEN, Colour.BLUE, null}) {
      said.add(colour(colour));
    }
    for (int number : new int[] {1, 2, 3, 1000}) {
      said.add(number(number));
    }
  }

  private static void records(List<String> said) {
    var numbers = new int[] {1};
    Object[] some = {
      new Empty(),
      new Box<>(null),
      new Box<>("x"),
      new Box<>(new Box<>(3)),
      new Named("x", new int[0], List.of("y")),
      new Named("x", numbers, List.of("y")),
      new Named("x", numbers, List.of("y")),
      new Circle(Double.NaN),
      new Circle(Double.NaN),
      new Circle(0.0),
      new Circle(-0.0),
      new All(true, (byte) -1, 'c', (short) -2, 3, 1L << 40, -0.0f, 1.5, "i"),
      new All(true, (byte) -1, 'c', (short) -2, 3, 1L << 40, 0.0f, 1.5, "i"),
      new All(true, (byte) -1, 'c', (short) -2, 3, 1L << 40, -0.0f, 1.5, "i"),
      "no record"
    };
    for (Object one : some) {
      if (!(one instanceof Named)) {
        said.add(one + " " + one.hashCode());
      }
      for (Object other : some) {
        said.add(Boolean.toString(one.equals(other)));
      }
      said.add(Boolean.toString(one.equals(null)));
    }
  }

  private static void lambdas(List<String> said) throws Exception {
    long much = 1L << 40;
    double part = 0.5;
    String text = "held";
    Callable<String> held = () -> text + much + part;
    LongSupplier wide = () -> much;
    IntBinaryOperator sum = Integer::sum;
    ToIntFunction<Integer> unboxed = Integer::intValue;
    ToIntFunction<Integer> same = number -> number;
    Function<String, Integer> boxed = String::length;
    Function<Integer, Integer> opened = Math::abs;
    Function<Object, String> words = String::valueOf;
    Function<String, Box<String>> made = Box::new;
    Supplier<List<String>> list = ArrayList::new;
    IntFunction<String[]> array = String[]::new;
    BiFunction<String, Integer, Character> called = String::charAt;
    UnaryOperator<String> bound = text::concat;
    Predicate<Object> kind = Circle.class::isInstance;
    Function<Object, Circle> cast = Circle.class::cast;
    Runnable thrownAway = list.get()::size;
    Comparable<String> compared = text::compareTo;
    Named2 named = () -> "name";
    Function<Integer, Long> turned = number -> number + 1L;
    Function<Object, Object> raw = bare(String::strip);
    thrownAway.run();
    said.add(held.call());
    said.add(wide.getAsLong() + " " + sum.applyAsInt(1, 2) + " " + unboxed.applyAsInt(3));
    said.add(same.applyAsInt(4) + " " + boxed.apply("four") + " " + opened.apply(-5));
    said.add(words.apply(null) + made.apply("x") + list.get() + array.apply(3).length);
    said.add(called.apply("abc", 1) + bound.apply("!") + kind.test(new Circle(1)));
    said.add(cast.apply(new Circle(2)) + " " + compared.compareTo("hello"));
    said.add(named.later("!").get() + turned.apply(1) + raw.apply(" x "));
    said.add(failure(() -> raw.apply(1)));
    said.add(failure(() -> unboxed.applyAsInt(null)));
    said.add(failure(() -> cast.apply("no circle")));
  }

  private static void orders(List<String> said) {
    var some = new ArrayList<Square>();
    for (long side : new long[] {3, 1L << 33, 2, 1}) {
      some.add(new Square(side, new Circle(side % 2)));
    }
    Comparator<Square> byCircle = Comparator.comparing(square -> square.inside().toString());
    for (Comparator<Square> order :
        List.<Comparator<Square>>of(
            Comparator.comparingLong(Square::side),
            Comparator.comparingLong(Square::side).reversed(),
            Comparator.comparingInt(square -> (int) square.side()),
            byCircle.thenComparing(Square::side),
            byCircle.thenComparingLong(Square::side),
            byCircle.reversed().thenComparing(Comparator.comparingLong(Square::side)),
            byCircle.thenComparing(Square::side, Comparator.reverseOrder()))) {
      some.sort(order);
      said.add(some.toString());
    }
    said.add(failure(() -> Comparator.comparingInt(null)));
    said.add(failure(() -> byCircle.thenComparingLong(null)));
    said.add(failure(() -> byCircle.compare(null, some.getFirst())));
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, Object> bare(Function<String, String> exact) {
    return (Function<Object, Object>) (Function<?, ?>) exact;
  }

  private static String failure(Callable<?> work) {
    try {
      return "no failure: " + work.call();
    } catch (Exception failed) {
      return failed.getClass().getName();
    }
  }
}
