package porchlight.json;

/**
 * What an operator wrote cannot be used. The message is one line that names the file, the place in
 * it, what was expected and what is known.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
