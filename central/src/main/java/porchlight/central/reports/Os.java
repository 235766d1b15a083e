package porchlight.central.reports;

import java.util.Optional;

/** The operating system of a device, in its own words. */
public record Os(Family family, String name, Optional<String> version, Optional<String> arch) {
  /** The families that fixes are written for, and the rest. */
  public enum Family {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER
  }
}
