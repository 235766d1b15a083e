package porchlight.machine;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a network interface, safe to be an argument of a program: it cannot be an option, a
 * path or a pattern.
 */
public record LinkName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@:-]{0,14}");

  public LinkName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an interface name: " + value);
    }
  }

  /** The name, if it has the shape of one. */
  public static Optional<LinkName> of(String value) {
    return SHAPE.matcher(value).matches() ? Optional.of(new LinkName(value)) : Optional.empty();
  }
}
