package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** What a reading must be. */
public final class Readings {
  private Readings() {}

  /** The value that must be known. */
  public static <T> T known(Reading<T> reading) {
    return switch (reading) {
      case Known<T>(var value) -> value;
      case Unknown<T>(var reason, var detail) -> throw new AssertionError(reason + " " + detail);
    };
  }

  /** Why it is not known. */
  public static Reason why(Reading<?> reading) {
    return switch (reading) {
      case Known<?>(var value) -> throw new AssertionError("known: " + value);
      case Unknown<?>(var reason, var detail) -> reason;
    };
  }

  /** It must be unknown for that reason, and its detail have these words. */
  public static void assertUnknown(Reason reason, String words, Reading<?> reading) {
    if (!(reading instanceof Unknown<?>(var why, var detail))) {
      throw new AssertionError("known: " + reading);
    }
    assertEquals(reason, why, detail);
    assertTrue(detail.contains(words), detail);
  }
}
