package porchlight.daemon.worker;

import java.util.ArrayList;
import java.util.List;
import porchlight.daemon.NetworkWatch;
import porchlight.uplink.road.SystemRoots;

/**
 * What the agent touches to speak to central, beside what facts are read from, as a recording would
 * say it.
 */
public final class Touches {
  private Touches() {}

  /** On that system. */
  public static List<String> on(String system) {
    var all = new ArrayList<String>();
    NetworkWatch.command(system).ifPresent(words -> all.add("$ " + String.join(" ", words)));
    SystemRoots.files(system).forEach(file -> all.add("? read " + file));
    SystemRoots.stores(system).forEach(store -> all.add("? native " + store));
    return all;
  }
}
