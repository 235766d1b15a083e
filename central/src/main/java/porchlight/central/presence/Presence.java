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
  RETIRED
}
