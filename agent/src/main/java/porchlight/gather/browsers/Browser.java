package porchlight.gather.browsers;

import java.util.List;

/**
 * A browser, by the folder in a home where it keeps profiles.
 *
 * @param below of a Firefox: the folder in that one where the profiles lie; empty for itself
 * @param policies what its administrator's policies are called here; for a Firefox they are known
 * @param boxed whether it comes in a box of its own, from which it may not see those
 */
public record Browser(
    String name, Kind kind, String folder, String below, List<String> policies, boolean boxed) {

  public Browser {
    policies = List.copyOf(policies);
  }

  /** Whose form its profiles have. */
  public enum Kind {
    CHROMIUM,
    FIREFOX,
    /** Where it keeps what we ask for is not known. */
    OTHER
  }

  /** Where the profiles of a Firefox lie. */
  String profiles() {
    return below.isEmpty() ? folder : folder + "/" + below;
  }
}
