package porchlight.cli.format;

/** What tools for monitoring know; {@code UNKNOWN} is never taken for well. */
public enum Level {
  OK,
  WARNING,
  CRITICAL,
  UNKNOWN
}
