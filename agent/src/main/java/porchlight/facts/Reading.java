package porchlight.facts;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fact that was read, or why it could not be told. Nothing else: a failed query is never a value.
 */
public sealed interface Reading<T> {

  /** The fact. */
  record Known<T>(T value) implements Reading<T> {
    @Override
    public <U> Reading<U> flatMap(Function<? super T, ? extends Reading<U>> next) {
      return next.apply(value);
    }
  }

  /** No fact; {@code detail} says in a few words what was tried and what came of it. */
  record Unknown<T>(Reason reason, String detail) implements Reading<T> {
    /** The same not-knowing, said of another fact. */
    public <U> Unknown<U> as() {
      return new Unknown<>(reason, detail);
    }

    @Override
    public <U> Reading<U> flatMap(Function<? super T, ? extends Reading<U>> next) {
      return as();
    }
  }

  static <T> Reading<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Reading<T> unknown(Reason reason, String detail) {
    return new Unknown<>(reason, detail);
  }

  /** The fact changed by {@code change}; not knowing stays not knowing. */
  default <U> Reading<U> map(Function<? super T, ? extends U> change) {
    return flatMap(value -> new Known<>(change.apply(value)));
  }

  /** What follows from the fact, which may itself be unknown. */
  <U> Reading<U> flatMap(Function<? super T, ? extends Reading<U>> next);

  /**
   * The first source that knows. When none does, the reason is the one a person can do something
   * about (a privilege or a consent) before one that they cannot, and the details add up.
   */
  default Reading<T> or(Supplier<Reading<T>> other) {
    if (!(this instanceof Unknown<T>(var reason, var detail))) {
      return this;
    }
    return switch (other.get()) {
      case Known<T> known -> known;
      case Unknown<T>(var otherReason, var otherDetail) ->
          new Unknown<>(weightier(reason, otherReason), detail + "; " + otherDetail);
    };
  }

  private static Reason weightier(Reason one, Reason other) {
    return weight(other) > weight(one) ? other : one;
  }

  private static int weight(Reason reason) {
    return switch (reason) {
      case NEEDS_PRIVILEGE, NEEDS_CONSENT -> 4;
      case TIMED_OUT -> 3;
      case NOT_UNDERSTOOD, STALE -> 2;
      case TURNED_OFF, TOOL_MISSING -> 1;
      case NOT_SUPPORTED -> 0;
    };
  }
}
