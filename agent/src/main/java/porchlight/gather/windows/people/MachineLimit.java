package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** The time after which the machine locks, whoever sits there. */
final class MachineLimit {
  static final String SYSTEM =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";
  private static final String DEVICE =
      "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\DeviceLock";

  private static final String MINUTES = "MaxInactivityTimeDeviceLock";

  /** 0 is on, as the server's documentation has it. */
  private static final String PASSWORD = "DevicePasswordEnabled";

  static final ReadRegistry INACTIVITY =
      new ReadRegistry(SYSTEM, "InactivityTimeoutSecs", Forbidden.NAME);
  static final ReadRegistry MANAGED = new ReadRegistry(DEVICE, PASSWORD, MINUTES);

  private static final long LONGEST = 599_940;

  private MachineLimit() {}

  /** By the policy of the machine in seconds, and by a management server in minutes. */
  static List<Reading<Optional<Duration>>> read(Machine machine) {
    return List.of(
        limit(machine, INACTIVITY, SYSTEM, "InactivityTimeoutSecs", 1), managed(machine));
  }

  /** The server's limit is in force with its rules for passwords alone. */
  private static Reading<Optional<Duration>> managed(Machine machine) {
    return limit(machine, MANAGED, DEVICE, MINUTES, 60)
        .flatMap(limit ->
            limit.isEmpty()
                ? Reading.known(limit)
                : Registry.read(machine, MANAGED)
                    .flatMap(registry -> registry.number(DEVICE, PASSWORD))
                    .flatMap(password ->
                        password.isPresent() && password.get() == 0
                            ? Reading.known(limit)
                            : Reading.unknown(
                                Reason.NOT_UNDERSTOOD,
                                MINUTES + " without " + PASSWORD + "=0 may not be in force")));
  }

  private static Reading<Optional<Duration>> limit(
      Machine machine, ReadRegistry question, String key, String name, long seconds) {
    return Registry.read(machine, question)
        .flatMap(registry -> registry.number(key, name))
        .flatMap(number ->
            number.isPresent() && number.get() > LONGEST
                ? Reading.unknown(Reason.NOT_UNDERSTOOD, name + "=" + number.get())
                : Reading.known(
                    number
                        .filter(value -> value > 0)
                        .map(value -> Duration.ofSeconds(seconds * value))));
  }
}
