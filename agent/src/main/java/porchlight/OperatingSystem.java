package porchlight;

import java.util.Locale;
import porchlight.gather.Gatherer;
import porchlight.gather.Unread;
import porchlight.gather.linux.LinuxGatherer;
import porchlight.gather.macos.MacGatherer;
import porchlight.gather.windows.WindowsGatherer;
import porchlight.machine.Machine;

/** The one switch over the operating system. */
final class OperatingSystem {
  private OperatingSystem() {}

  /** How facts are read of a machine with that system. */
  static Gatherer gatherer(String system, Machine machine) {
    return switch (system) {
      case "linux" -> new LinuxGatherer(machine);
      case "macos" -> new MacGatherer(machine);
      case "windows" -> new WindowsGatherer(machine);
      default -> new Unread(system);
    };
  }

  /** {@code linux}, {@code macos}, {@code windows}, or what Java calls it. */
  static String here() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "macos" : name;
  }

  static String version() {
    String packed = OperatingSystem.class.getPackage().getImplementationVersion();
    return packed == null ? "unpacked" : packed;
  }
}
