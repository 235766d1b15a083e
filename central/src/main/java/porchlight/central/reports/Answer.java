package porchlight.central.reports;

/** The answer to "is it safe to work from here?", worst first. */
public enum Answer {
  UNSAFE,
  CARE,
  CANNOT_SAY,
  SAFE
}
