package porchlight.central.verify;

import java.util.Optional;

/** Digits as they are read out and typed: in groups, and with "oh" for zero. */
final class Digits {
  private Digits() {}

  /** The digits alone; empty when there are not so many, or something else among them. */
  static Optional<String> of(String typed, int many) {
    String bare = typed.replaceAll("[\\s.,-]", "").replaceAll("[oO]", "0");
    return bare.matches("[0-9]{" + many + "}") ? Optional.of(bare) : Optional.empty();
  }
}
