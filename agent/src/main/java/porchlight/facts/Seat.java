package porchlight.facts;

import java.util.Locale;

/** Whether the person of an account sits before this laptop. */
public enum Seat {
  /** In a session at the laptop itself, whose screen is not locked. */
  UNLOCKED,
  /** In one whose screen is locked. */
  LOCKED,
  /** From elsewhere only, or in none. */
  NOT_AT_THE_LAPTOP;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
