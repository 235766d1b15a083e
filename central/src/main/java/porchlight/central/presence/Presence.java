package porchlight.central.presence;

/** Whether a device is being heard. */
public enum Presence {
  ONLINE,
  LATE,
  SILENT,
  NEVER_REPORTED,
  /** It said that it would be silent; its silence is meant, for a while. */
  PARKED,
  /** It was silent and is heard again, since less than a day. */
  RETURNED,
  /** It is gone, and nothing is expected of it. */
  RETIRED;

  /** Whether what it said last is what it says now. */
  public boolean isHeard() {
    return switch (this) {
      case ONLINE, LATE, RETURNED -> true;
      case SILENT, NEVER_REPORTED, PARKED, RETIRED -> false;
    };
  }
}
