package porchlight.central.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that people sign in with. */
public final class Names {
  /** What to say to somebody who gave another. */
  public static final String EXPECTED =
      "a name is 2 to 100 of the letters a to z, digits, and . _ @ + -";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

  private Names() {}

  /** The name as it is kept; empty when it is none. */
  public static Optional<String> read(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return SHAPE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
