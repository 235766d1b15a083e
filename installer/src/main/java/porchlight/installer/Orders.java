package porchlight.installer;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * What the methods of the same names in {@link Comparator} do, without what no archive takes: the
 * JDK's own are serializable lambdas, whose classes the JVM makes anew in every run. {@link Plain}
 * puts this class into the jar and has it called instead.
 */
public final class Orders {
  private Orders() {}

  public static <T, U extends Comparable<? super U>> Comparator<T> comparing(
      Function<? super T, ? extends U> key) {
    Objects.requireNonNull(key);
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }

  public static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {
    Objects.requireNonNull(key);
    return (one, other) -> Integer.compare(key.applyAsInt(one), key.applyAsInt(other));
  }

  public static <T> Comparator<T> comparingLong(ToLongFunction<? super T> key) {
    Objects.requireNonNull(key);
    return (one, other) -> Long.compare(key.applyAsLong(one), key.applyAsLong(other));
  }

  public static <T> Comparator<T> thenComparing(Comparator<T> first, Comparator<? super T> second) {
    Objects.requireNonNull(second);
    return (one, other) -> {
      int order = first.compare(one, other);
      return order != 0 ? order : second.compare(one, other);
    };
  }

  public static <T, U extends Comparable<? super U>> Comparator<T> thenComparing(
      Comparator<T> first, Function<? super T, ? extends U> key) {
    return thenComparing(first, comparing(key));
  }

  public static <T> Comparator<T> thenComparingLong(
      Comparator<T> first, ToLongFunction<? super T> key) {
    return thenComparing(first, comparingLong(key));
  }
}
