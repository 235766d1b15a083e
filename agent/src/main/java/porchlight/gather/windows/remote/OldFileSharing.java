package porchlight.gather.windows.remote;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.ServiceStates;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadWmi;

/** SMB 1: nothing serves it without its driver; with it, it is on unless it was turned off. */
final class OldFileSharing {
  private static final String SERVER =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters";
  private static final String DISABLED = "4";

  static final ReadRegistry SWITCH = new ReadRegistry(SERVER, "SMB1");

  /** It is slow to ask, and only where there is a driver. */
  static final ReadWmi FEATURE =
      new ReadWmi("ROOT\\CIMV2", "Win32_OptionalFeature", List.of("InstallState"))
          .where("Name='SMB1Protocol-Server'");

  private OldFileSharing() {}

  static Reading<Audience> read(Machine machine, ServiceStates services) {
    return driver(services)
        .flatMap(there ->
            there
                ? Registry.read(machine, SWITCH)
                    .flatMap(registry -> registry.number(SERVER, "SMB1"))
                    .flatMap(on ->
                        on.orElse(1L) == 0 ? Reading.known(Audience.NOBODY) : feature(machine))
                : Reading.known(Audience.NOBODY));
  }

  private static Reading<Boolean> driver(ServiceStates services) {
    return services
        .says(ShareServices.SMB1, "state")
        .flatMap(state ->
            state.isEmpty()
                ? Answers.notUnderstood(
                    ShareServices.SERVICES, "the driver of SMB 1 is not told of")
                : services
                    .says(ShareServices.SMB1, "start")
                    .map(start -> !state.equals("absent") && !start.equals(DISABLED)));
  }

  private static Reading<Audience> feature(Machine machine) {
    return Wmi.read(machine, FEATURE)
        .flatMap(features ->
            switch (features.size() == 1
                ? features.getFirst().text("InstallState").orElse("")
                : "") {
              case "1" -> Reading.known(Audience.EVERYBODY);
              case "2", "3" -> Reading.known(Audience.NOBODY);
              default -> Answers.notUnderstood(FEATURE, features.size() + " features");
            });
  }
}
