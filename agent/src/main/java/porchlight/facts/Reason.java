package porchlight.facts;

import java.util.Locale;

/** Why a fact could not be told. */
public enum Reason {
  /** This operating system, hardware or version of Porchlight has no way to say. */
  NOT_SUPPORTED,
  /** The program or file that knows is not on this machine. */
  TOOL_MISSING,
  /** Only root, or an administrator, may ask. */
  NEEDS_PRIVILEGE,
  /** The operating system wants the user's consent first. */
  NEEDS_CONSENT,
  /** The source did not answer in its time. */
  TIMED_OUT,
  /** The source answered something that cannot be relied on. */
  NOT_UNDERSTOOD,
  /** The source answered, but what it knows is too old to rely on. */
  STALE,
  /** The policy or the command line asked not to look. */
  TURNED_OFF;

  /** The word used in JSON and on screens: {@code needs-privilege}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
