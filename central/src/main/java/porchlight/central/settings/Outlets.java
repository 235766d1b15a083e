package porchlight.central.settings;

import java.util.List;
import java.util.Optional;

/** What goes out by itself, and to whom. */
public record Outlets(List<Hook> hooks, Optional<Mail> mail) {
  /** Nothing goes out by itself. */
  public static final Outlets NONE = new Outlets(List.of(), Optional.empty());
}
