package porchlight.gather.windows.remote;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.Answers;
import porchlight.gather.remote.Seen;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.ServiceStates;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;

/**
 * Remote Desktop, and Remote Assistance where it may be offered without being asked for; that
 * somebody may be asked for help is how Windows comes, and takes an invitation each time. What a
 * policy says comes first.
 */
final class RemoteDesktop {
  private static final String SERVER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
  private static final String NAME = "TermService";
  private static final String DOOR = SERVER + "\\WinStations\\RDP-Tcp";
  private static final String RULES =
      "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";

  static final ReadRegistry SWITCH = new ReadRegistry(SERVER, "fDenyTSConnections");
  static final ReadRegistry LISTENER =
      new ReadRegistry(DOOR, "PortNumber", "SecurityLayer", "UserAuthentication");
  static final ReadRegistry POLICY =
      new ReadRegistry(
          RULES, "SecurityLayer", "UserAuthentication", "fAllowUnsolicited", "fDenyTSConnections");
  static final ReadServices SERVICE = new ReadServices(NAME);
  static final List<Question> QUESTIONS = List.of(SWITCH, LISTENER, POLICY, SERVICE);

  private RemoteDesktop() {}

  static void read(Machine machine, Seen seen) {
    Reading<Registry> policy = Registry.read(machine, POLICY);
    switch (policy.flatMap(rules -> denied(machine, rules))) {
      case Known<Boolean>(var denied) -> {
        if (!denied && !isDisabled(machine)) {
          seen.running(Tool.WINDOWS_REMOTE_DESKTOP, words(machine, policy));
        }
      }
      case Unknown<Boolean> unknown -> seen.unseen(unknown);
    }
    switch (policy.flatMap(rules -> rules.number(RULES, "fAllowUnsolicited"))) {
      case Known<Optional<Long>>(var number) -> {
        if (number.orElse(0L) != 0) {
          seen.running(Tool.WINDOWS_REMOTE_ASSISTANCE, "may be offered without being asked for");
        }
      }
      case Unknown<Optional<Long>> unknown -> seen.unseen(unknown);
    }
  }

  private static Reading<Boolean> denied(Machine machine, Registry rules) {
    return rules
        .number(RULES, "fDenyTSConnections")
        .flatMap(ruled ->
            ruled.isPresent()
                ? truth(POLICY, ruled)
                : Registry.read(machine, SWITCH)
                    .flatMap(own -> own.number(SERVER, "fDenyTSConnections"))
                    .flatMap(number -> truth(SWITCH, number)));
  }

  private static Reading<Boolean> truth(Question question, Optional<Long> number) {
    return number.isPresent() && (number.get() == 0 || number.get() == 1)
        ? Reading.known(number.get() == 1)
        : Answers.notUnderstood(
            question, "fDenyTSConnections=" + number.map(String::valueOf).orElse(""));
  }

  /** Whether its service is known never to start, so that nothing listens. */
  private static boolean isDisabled(Machine machine) {
    ServiceStates states = ServiceStates.ask(machine, SERVICE);
    return states.isKnown(NAME, "state", "absent")
        || (states.isKnown(NAME, "state", "1") && states.isKnown(NAME, "start", "4"));
  }

  /** {@code port 3389, without network level authentication}. */
  private static String words(Machine machine, Reading<Registry> policy) {
    Reading<Registry> door = Registry.read(machine, LISTENER);
    var words = new StringBuilder(NAME);
    number(door, DOOR, "PortNumber").ifPresent(port -> words.append(", port ").append(port));
    Optional<Long> asks = either(policy, door, "UserAuthentication");
    words.append(
        asks.isEmpty()
            ? ", network level authentication not told"
            : asks.get() == 0
                ? ", without network level authentication"
                : ", with network level authentication");
    if (either(policy, door, "SecurityLayer").filter(layer -> layer == 0).isPresent()) {
      words.append(", without TLS");
    }
    return words.toString();
  }

  private static Optional<Long> either(
      Reading<Registry> policy, Reading<Registry> door, String name) {
    return number(policy, RULES, name).or(() -> number(door, DOOR, name));
  }

  private static Optional<Long> number(Reading<Registry> reading, String key, String name) {
    return reading.flatMap(registry -> registry.number(key, name))
            instanceof Known<Optional<Long>>(var number)
        ? number
        : Optional.empty();
  }
}
