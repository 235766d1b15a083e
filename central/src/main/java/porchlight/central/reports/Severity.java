package porchlight.central.reports;

/** How bad it is when a check fails, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO
}
