package porchlight.gather.macos.upkeep;

import porchlight.gather.linux.Told;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** A Mac that says what it runs, and what is set and known of its updates. */
final class UpkeptMac {
  private static final Question SW_VERS = Run.of("sw_vers");

  private UpkeptMac() {}

  static Told mac(String version, String build, String settings) {
    return new Told()
        .says(
            SW_VERS,
            "ProductName:\tmacOS\nProductVersion:\t" + version + "\nBuildVersion:\t" + build + "\n")
        .says(UpdateSettings.OWN, settings);
  }
}
