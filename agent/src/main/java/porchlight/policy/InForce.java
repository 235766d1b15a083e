package porchlight.policy;

import java.util.Locale;

/** The policy that is in force, and where it is from. */
public record InForce(Policy policy, From from) {

  /** Where a policy may be from; what the operator wrote in a file goes before central's. */
  public enum From {
    BUILT_IN,
    FILE,
    CENTRAL;

    /** The word used in reports: {@code built-in}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
