package porchlight.gather.macos;

import java.util.List;
import porchlight.facts.Device;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** This Mac's name and make. */
public final class MacDevice {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(Sysctl.NAMES, SwVers.SW_VERS);

  private MacDevice() {}

  /** Without the version it is still this Mac. */
  public static Reading<Device> read(Machine machine) {
    return Sysctl.read(machine).map(names -> device(names, SwVers.read(machine)));
  }

  private static Device device(Sysctl names, Reading<SwVers> system) {
    String model = names.model().isEmpty() ? "" : "Apple " + names.model();
    return system instanceof Reading.Known<SwVers>(var version)
        ? new Device(
            names.name(),
            "macos",
            version.product(),
            version.label() + " (" + version.build() + ")",
            names.arch(),
            model)
        : new Device(names.name(), "macos", "macOS", "", names.arch(), model);
  }
}
