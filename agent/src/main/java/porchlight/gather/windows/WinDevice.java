package porchlight.gather.windows;

import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Device;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** This computer's name and make, all of it from the registry. */
final class WinDevice {
  private static final String NAME_KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName";
  private static final String BIOS_KEY = "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS";
  private static final String ENVIRONMENT_KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

  static final ReadRegistry NAME = new ReadRegistry(NAME_KEY, "ComputerName");
  static final ReadRegistry BIOS =
      new ReadRegistry(BIOS_KEY, "SystemManufacturer", "SystemProductName");
  static final ReadRegistry ENVIRONMENT =
      new ReadRegistry(ENVIRONMENT_KEY, "PROCESSOR_ARCHITECTURE");

  private WinDevice() {}

  /** Without what else there is it is still this computer. */
  static Reading<Device> read(Machine machine) {
    return named(machine).map(name -> device(name.orElse(""), machine));
  }

  /**
   * What the computer calls itself, which is no more than 15 letters; empty when it is not told.
   */
  static Optional<String> name(Machine machine) {
    return named(machine) instanceof Reading.Known<Optional<String>>(var name)
        ? name
        : Optional.empty();
  }

  private static Reading<Optional<String>> named(Machine machine) {
    return Registry.read(machine, NAME).flatMap(names -> names.text(NAME_KEY, "ComputerName"));
  }

  private static Device device(String name, Machine machine) {
    String arch = text(machine, ENVIRONMENT, ENVIRONMENT_KEY, "PROCESSOR_ARCHITECTURE");
    String maker = text(machine, BIOS, BIOS_KEY, "SystemManufacturer");
    String model = text(machine, BIOS, BIOS_KEY, "SystemProductName");
    Reading<WindowsVersion> version = WindowsVersion.read(machine);
    return new Device(
        name,
        "windows",
        version instanceof Reading.Known<WindowsVersion>(var known) ? known.product() : "Windows",
        version instanceof Reading.Known<WindowsVersion>(var known)
            ? known.version()
            : SystemInfo.read(machine).orElse(""),
        arch.toLowerCase(Locale.ROOT),
        (maker + " " + model).strip());
  }

  private static String text(Machine machine, ReadRegistry question, String key, String name) {
    return Registry.read(machine, question).flatMap(found -> found.text(key, name))
            instanceof Reading.Known<java.util.Optional<String>>(var value)
        ? value.orElse("").replaceAll("\\p{Cntrl}+", " ").strip()
        : "";
  }
}
