package porchlight.gather.windows.upkeep;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Clock;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;

/**
 * Whether the time service of Windows sets the clock. When it last did, it tells only in words of
 * the display's language, and only while it runs: so that is not read.
 */
public final class WinClock {
  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\";
  private static final String POLICIES = "HKLM\\SOFTWARE\\Policies\\Microsoft\\W32Time\\";
  private static final String PARAMETERS = "Parameters";
  private static final String CLIENT = "TimeProviders\\NtpClient";

  static final ReadRegistry KIND = new ReadRegistry(SERVICES + PARAMETERS, "Type");
  static final ReadRegistry KIND_POLICY = new ReadRegistry(POLICIES + PARAMETERS, "Type");
  static final ReadRegistry ENABLED = new ReadRegistry(SERVICES + CLIENT, "Enabled");
  static final ReadRegistry ENABLED_POLICY = new ReadRegistry(POLICIES + CLIENT, "Enabled");
  static final ReadServices SERVICE = new ReadServices("W32Time");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(KIND, KIND_POLICY, ENABLED, ENABLED_POLICY, SERVICE);

  private WinClock() {}

  public static Reading<Clock> read(Machine machine) {
    return kind(machine)
        .flatMap(kind -> enabled(machine).flatMap(enabled -> read(machine, kind, enabled)));
  }

  private static Reading<String> kind(Machine machine) {
    return Registry.read(machine, KIND_POLICY)
        .flatMap(policy -> policy.text(POLICIES + PARAMETERS, "Type"))
        .flatMap(decided ->
            Registry.read(machine, KIND)
                .flatMap(own -> own.text(SERVICES + PARAMETERS, "Type"))
                .map(own -> decided.or(() -> own).orElse("not told")));
  }

  private static Reading<Boolean> enabled(Machine machine) {
    return Registry.read(machine, ENABLED_POLICY)
        .flatMap(policy -> policy.number(POLICIES + CLIENT, "Enabled"))
        .flatMap(decided ->
            Registry.read(machine, ENABLED)
                .flatMap(own -> own.number(SERVICES + CLIENT, "Enabled"))
                .flatMap(own -> truth(decided.or(() -> own))));
  }

  private static Reading<Boolean> truth(Optional<Long> value) {
    return value.isPresent() && (value.get() == 0 || value.get() == 1)
        ? Reading.known(value.get() == 1)
        : Answers.notUnderstood(ENABLED, "Enabled " + value.map(String::valueOf).orElse("missing"));
  }

  private static Reading<Clock> read(Machine machine, String kind, boolean enabled) {
    return switch (kind) {
      case "NoSync" -> off("the time service is told not to (NoSync)");
      case "NTP", "NT5DS", "AllSync" ->
          enabled
              ? Blocks.read(machine, SERVICE).flatMap(WinClock::service)
              : off("the time service's own client is turned off");
      default -> Answers.notUnderstood(KIND, "Type " + kind);
    };
  }

  private static Reading<Clock> service(List<Blocks.Block> blocks) {
    if (blocks.size() != 1 || !blocks.getFirst().name().equals("W32Time")) {
      return Answers.notUnderstood(SERVICE, blocks.size() + " services");
    }
    String start = blocks.getFirst().text("start").orElse("");
    if (start.equals("4")) {
      return off("the time service is disabled");
    }
    return switch (blocks.getFirst().text("state").orElse("")) {
      case "4" ->
          List.of("2", "3").contains(start)
              ? Reading.known(new Clock.Kept("W32Time", Optional.empty()))
              : Answers.notUnderstood(SERVICE, "start=" + start);
      case "1", "2", "3" ->
          Reading.unknown(
              Reason.NOT_SUPPORTED,
              "the time service does not run now; when it last set the clock is not told");
      default ->
          Answers.notUnderstood(SERVICE, "state=" + blocks.getFirst().text("state").orElse(""));
    };
  }

  private static Reading<Clock> off(String because) {
    return Reading.known(new Clock.NotKept(because));
  }
}
