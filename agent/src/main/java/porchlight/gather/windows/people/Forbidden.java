package porchlight.gather.windows.people;

import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** Whether locking was taken away altogether, by whatever way it would come. */
final class Forbidden {
  static final String NAME = "DisableLockWorkstation";

  private static final String RULES =
      "\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";
  static final ReadRegistry PEOPLES = new ReadRegistry("HKU\\*" + RULES, NAME);

  private Forbidden() {}

  static Reading<Boolean> everybodys(Machine machine) {
    return Registry.read(machine, MachineLimit.INACTIVITY)
        .flatMap(registry -> isSet(registry, MachineLimit.SYSTEM));
  }

  /** For one person, whose settings may not be ours to read. */
  static Reading<Boolean> of(Registry peoples, String person) {
    return peoples.denied("HKU\\" + person)
        ? Reading.unknown(Reason.NEEDS_PRIVILEGE, "the settings of other people may not be read")
        : isSet(peoples, "HKU\\" + person + RULES);
  }

  private static Reading<Boolean> isSet(Registry registry, String key) {
    return registry.number(key, NAME).map(value -> value.orElse(0L) != 0);
  }
}
