package porchlight.gather.macos.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/**
 * {@code networksetup -listallhardwareports}: which interface is the Wi-Fi adapter, {@code en0} on
 * laptops and {@code en1} on desktops.
 *
 * @param wifi those that are called so
 * @param others the other {@code en} interfaces; in another language the adapter is among them
 */
record HardwarePorts(List<LinkName> wifi, List<LinkName> others) {
  static final Run PORTS = Run.of("networksetup", "-listallhardwareports");

  private static final String PORT = "Hardware Port: ";
  private static final String DEVICE = "Device: ";
  private static final Set<String> NAMES = Set.of("Wi-Fi", "AirPort");

  HardwarePorts {
    wifi = List.copyOf(wifi);
    others = List.copyOf(others);
  }

  static Reading<HardwarePorts> read(Answer answer) {
    return Answers.read(
        PORTS,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(PORTS, said));
  }

  private static Reading<HardwarePorts> parse(String text) {
    var wifi = new ArrayList<LinkName>();
    var others = new ArrayList<LinkName>();
    String port = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(PORT)) {
        port = line.substring(PORT.length()).strip();
      } else if (line.startsWith(DEVICE)) {
        var link = LinkName.of(line.substring(DEVICE.length()).strip());
        if (port.isEmpty() || link.isEmpty()) {
          return Answers.notUnderstood(PORTS, line);
        }
        if (NAMES.contains(port)) {
          wifi.add(link.get());
        } else if (link.get().value().matches("en[0-9]+")) {
          others.add(link.get());
        }
        port = "";
      }
    }
    return wifi.isEmpty() && others.isEmpty()
        ? Answers.notUnderstood(PORTS, "no port in it")
        : Reading.known(new HardwarePorts(wifi, others));
  }
}
