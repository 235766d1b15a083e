package porchlight.policy;

import java.util.Locale;

/** The answer to "is it safe to work from here?". */
public enum Answer {
  SAFE,
  /** Something should be mended, nothing is wide open. */
  CARE,
  UNSAFE,
  /** Nothing bad was seen, but something that matters could not be seen at all. */
  CANNOT_SAY;

  /** The word used in JSON: {@code cannot-say}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
