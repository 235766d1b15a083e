package porchlight.central.reports;

/** Why something could not be told. */
public enum Reason {
  NOT_SUPPORTED,
  TOOL_MISSING,
  NEEDS_PRIVILEGE,
  NEEDS_CONSENT,
  TIMED_OUT,
  NOT_UNDERSTOOD,
  STALE,
  TURNED_OFF
}
