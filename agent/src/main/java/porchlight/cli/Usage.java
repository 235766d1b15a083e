package porchlight.cli;

/** The command line cannot be understood; one line for the person who typed it. */
final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message);
  }
}
