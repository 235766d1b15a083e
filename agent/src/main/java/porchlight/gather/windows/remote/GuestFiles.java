package porchlight.gather.windows.remote;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.ServiceStates;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadWmi;

/** Shared files without a password: for the guest, or for nobody at all. */
final class GuestFiles {
  private static final String SERVER =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters";
  private static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa";

  static final ReadRegistry NULL_SESSIONS = new ReadRegistry(SERVER, "RestrictNullSessAccess");
  static final ReadRegistry ANONYMOUS = new ReadRegistry(LSA, "EveryoneIncludesAnonymous");

  /** The guest has the same number everywhere. */
  static final ReadWmi GUEST =
      new ReadWmi("ROOT\\CIMV2", "Win32_UserAccount", List.of("Disabled"))
          .where("LocalAccount=TRUE and SID like 'S-1-5-21-%-501'");

  private GuestFiles() {}

  static Reading<Audience> read(Machine machine, ServiceStates services) {
    return services
        .runs(ShareServices.FILES)
        .flatMap(on -> on ? shared(machine) : Reading.known(Audience.NOBODY));
  }

  private static Reading<Audience> shared(Machine machine) {
    return number(machine, NULL_SESSIONS, SERVER, "RestrictNullSessAccess")
        .flatMap(restricted ->
            number(machine, ANONYMOUS, LSA, "EveryoneIncludesAnonymous")
                .flatMap(everyone ->
                    restricted.orElse(1L) == 0 || everyone.orElse(0L) != 0
                        ? Reading.known(Audience.EVERYBODY)
                        : guest(machine)));
  }

  private static Reading<Optional<Long>> number(
      Machine machine, ReadRegistry question, String key, String name) {
    return Registry.read(machine, question).flatMap(registry -> registry.number(key, name));
  }

  private static Reading<Audience> guest(Machine machine) {
    return Wmi.read(machine, GUEST)
        .flatMap(accounts ->
            accounts.size() == 1
                ? accounts.getFirst().truth("Disabled")
                : Answers.<Optional<Boolean>>notUnderstood(GUEST, accounts.size() + " guests"))
        .flatMap(disabled ->
            disabled.isEmpty()
                ? Answers.notUnderstood(GUEST, "not told whether it is off")
                : Reading.known(disabled.get() ? Audience.NOBODY : Audience.EVERYBODY));
  }
}
