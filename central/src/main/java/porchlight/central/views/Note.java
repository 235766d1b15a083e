package porchlight.central.views;

import java.util.Optional;

/**
 * Something to know about a device, in a sentence around a link to another one; {@code command} is
 * what to type about it, or empty.
 */
public record Note(String before, Optional<Link> link, String after, String command) {
  /** Another device's page. */
  public record Link(String href, String label) {}

  static Note of(String sentence) {
    return new Note(sentence, Optional.empty(), "", "");
  }

  Note typing(String what) {
    return new Note(before, link, after, what);
  }
}
