package porchlight.checks;

/**
 * Something that was seen.
 *
 * @param name what it is, in a word or two
 * @param personal whether it names a person or a network, and so stays on the laptop unless the
 *     policy asks for it
 */
public record Evidence(String name, String value, boolean personal) {

  public static Evidence of(String name, String value) {
    return new Evidence(name, value, false);
  }

  public static Evidence personal(String name, String value) {
    return new Evidence(name, value, true);
  }
}
