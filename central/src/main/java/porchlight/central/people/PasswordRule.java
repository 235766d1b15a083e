package porchlight.central.people;

import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken: long ones, as NIST SP 800-63B says, without rules about signs. */
public final class PasswordRule {
  /** The fewest characters. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 128;
  private static final int FEWEST_DIFFERENT = 5;

  private PasswordRule() {}

  /** What is wrong with a password for this name; empty when nothing is. */
  public static Optional<String> fault(String password, String name) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("A password has at least " + SHORTEST + " characters.");
    }
    if (length > LONGEST) {
      return Optional.of("A password has at most " + LONGEST + " characters.");
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return Optional.of("A password is not one character again and again.");
    }
    String known = name.split("@", 2)[0];
    if (known.length() > 3 && password.toLowerCase(Locale.ROOT).contains(known)) {
      return Optional.of("A password does not hold its owner's name.");
    }
    return Optional.empty();
  }
}
