package porchlight.gather.windows.network;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.ServiceStates;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;

/**
 * Where Windows is told to ask no network for a proxy (WPAD), whatever each person's settings say.
 * WinHTTP goes by it; of WinINet, whose settings they are, that depends on the version.
 */
final class WpadSwitch {
  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp";
  private static final String VALUE = "DisableWpad";
  private static final String NAME = "WinHttpAutoProxySvc";
  private static final String DISABLED = "4";

  static final ReadRegistry SWITCH = new ReadRegistry(KEY, VALUE);
  static final ReadServices SERVICE = new ReadServices(NAME);

  private WpadSwitch() {}

  /** Whether it is known to be off; where that could not be read, the settings stand. */
  static boolean isOff(Machine machine) {
    return Registry.read(machine, SWITCH)
            .flatMap(values -> values.number(KEY, VALUE))
            .equals(Reading.known(Optional.of(1L)))
        || ServiceStates.ask(machine, SERVICE).isKnown(NAME, "start", DISABLED);
  }
}
