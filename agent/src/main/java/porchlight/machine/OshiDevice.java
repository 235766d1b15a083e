package porchlight.machine;

import org.jspecify.annotations.Nullable;
import oshi.hardware.ComputerSystem;
import oshi.nativefree.SystemInfo;
import oshi.software.os.OperatingSystem;

/**
 * What OSHI reads of the hardware and the operating system. On Linux its native-free half is asked,
 * which needs no JNA and half the time.
 */
final class OshiDevice {
  private OshiDevice() {}

  static Answer ask() {
    var system = new SystemInfo();
    OperatingSystem os = system.getOperatingSystem();
    ComputerSystem computer = system.getHardware().getComputerSystem();
    return new Answer.Said(
        0,
        String.join(
            "\n",
            "name=" + line(os.getNetworkParams().getHostName()),
            "family=" + line(os.getFamily()),
            "version=" + line(os.getVersionInfo().getVersion()),
            "codename=" + line(os.getVersionInfo().getCodeName()),
            "arch=" + line(System.getProperty("os.arch")),
            "manufacturer=" + line(computer.getManufacturer()),
            "model=" + line(computer.getModel())));
  }

  /** On one line whatever it holds, so that no value can pose as another key. */
  private static String line(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\r\\n]+", " ").strip();
  }
}
