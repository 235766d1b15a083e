package porchlight.gather.linux;

import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/** A reading on one line, for tables of what is expected. */
public final class Said {
  private Said() {}

  public static String of(Reading<?> reading) {
    return switch (reading) {
      case Known<?>(var value) -> String.valueOf(value);
      case Unknown<?>(var reason, var detail) -> reason.toString();
    };
  }
}
