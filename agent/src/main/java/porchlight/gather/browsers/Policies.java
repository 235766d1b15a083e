package porchlight.gather.browsers;

import java.util.List;
import porchlight.facts.Reading;
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
