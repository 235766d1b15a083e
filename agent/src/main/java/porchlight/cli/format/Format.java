package porchlight.cli.format;

/** The contract of one tool. */
public interface Format {

  /** A look that was taken. */
  Printed of(Seen seen);

  /** That none could be taken, and why: never "well". */
  Printed broken(String why);
}
