package porchlight.checks;

/**
 * Something that was seen.
 *
 * @param name what it is, in a word or two
 * @param personal whether it names a person or a network, and so stays on the laptop unless the
 *     policy asks for it
 * @param momentary whether it is of this look alone, as a time is: it is shown, but no report tells
 *     it, because it would make every report another
 */
public record Evidence(String name, String value, boolean personal, boolean momentary) {

  public Evidence(String name, String value, boolean personal) {
    this(name, value, personal, false);
  }

  public static Evidence of(String name, String value) {
    return new Evidence(name, value, false);
  }

  public static Evidence momentary(String name, String value) {
    return new Evidence(name, value, false, true);
  }

  public static Evidence personal(String name, String value) {
    return new Evidence(name, value, true);
  }
}
