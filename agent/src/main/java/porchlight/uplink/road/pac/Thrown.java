package porchlight.uplink.road.pac;

/** What a script threw, or a mistake in it that it may catch. */
final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object value;

  Thrown(Object value) {
    super("it throws " + (value instanceof String text ? text : "something"), null, false, false);
    this.value = value;
  }

  Object value() {
    return value;
  }
}
