package porchlight.central.presence;

/** Whether a device is being heard. */
public enum Presence {
  ONLINE,
  LATE,
  SILENT,
  NEVER_REPORTED
}
