package porchlight.central.reports;

import java.util.Arrays;
import java.util.Locale;

/** How a constant is written on the wire: {@code NEEDS_PRIVILEGE} is {@code needs-privilege}. */
public final class Word {
  private Word() {}

  /** The wire word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that a wire word names; throws IllegalArgumentException when there is none. */
  public static <E extends Enum<E>> E parse(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word + " is no " + type.getSimpleName()));
  }
}
