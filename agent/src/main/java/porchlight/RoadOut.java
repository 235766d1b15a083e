package porchlight;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import porchlight.gather.SystemProxies;
import porchlight.gather.linux.people.ProxyAddresses;
import porchlight.gather.macos.network.ScutilAddresses;
import porchlight.gather.windows.network.WinProxyAddresses;
import porchlight.json.Settings;
import porchlight.machine.Machine;
import porchlight.uplink.SentFolder;
import porchlight.uplink.road.Held;
import porchlight.uplink.road.Road;

/** Wires the road out: where the settings leave it to the system, the system is asked. */
final class RoadOut {
  private RoadOut() {}

  static Road of(Settings settings, Machine machine) {
    return of(settings, machine, Optional.empty());
  }

  static Road of(Settings settings, Machine machine, Optional<Held> held) {
    return new Road(
            settings.road(),
            () -> {
              SystemProxies told =
                  switch (OperatingSystem.here()) {
                    case "macos" -> ScutilAddresses.read(machine);
                    case "windows" -> WinProxyAddresses.read(machine);
                    default -> ProxyAddresses.read(machine, System.getenv());
                  };
              return new Road.Told(told.addresses(), told.except());
            },
            () -> ZonedDateTime.now(ZoneId.systemDefault()),
            held)
        .telling(SentFolder.unsigned(settings.stateFolder(), InstantSource.system()));
  }
}
