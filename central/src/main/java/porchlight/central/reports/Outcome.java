package porchlight.central.reports;

/** What came of one check, worst first; ABSENT is a check that the report does not list. */
public enum Outcome {
  FAIL,
  UNKNOWN,
  PASS,
  NOT_APPLICABLE,
  ABSENT
}
