package porchlight.gather.browsers;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Machine;

/** What administrators laid down for browsers, where an operating system keeps it. */
public interface Policies {
  /**
   * What a browser of Chromium's kind may have been told: several where it is not known which of
   * them it obeys, never none.
   */
  List<Reading<Rules>> chromium(Machine machine, Profile profile);

  /** The installed Firefoxes, any of which may use that profile; never none. */
  Reading<List<FirefoxInstall>> firefox(Machine machine, Profile profile);

  /** What the person chose of Edge's SmartScreen; empty where they did not. */
  default Reading<Optional<Effective>> smartScreen(Machine machine, Profile profile) {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "where Edge keeps its own SmartScreen setting is not known");
  }

  /**
   * Policies for a browser of Chromium's kind.
   *
   * @param managed these nobody may choose against
   * @param recommended these hold where nobody has chosen
   */
  record Rules(ChromiumPolicies managed, ChromiumPolicies recommended) {
    /** Without any. */
    public static final Rules NONE = new Rules(ChromiumPolicies.NONE, ChromiumPolicies.NONE);
  }
}
