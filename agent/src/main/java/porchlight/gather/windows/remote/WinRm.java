package porchlight.gather.windows.remote;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.remote.Seen;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.ServiceStates;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;

/** Remote management: its service runs, and there is something for it to listen at. */
final class WinRm {
  private static final String LISTENER =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WSMAN\\Listener";
  private static final String RULES =
      "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WinRM\\Service";

  private static final String NAME = "WinRM";
  static final ReadServices SERVICE = new ReadServices(NAME);
  static final ReadRegistry LISTENERS = new ReadRegistry(LISTENER + "\\*", "Port");
  static final ReadRegistry POLICY =
      new ReadRegistry(RULES, "AllowAutoConfig", "AllowBasic", "AllowUnencryptedTraffic");
  static final List<Question> QUESTIONS = List.of(SERVICE, LISTENERS, POLICY);

  private WinRm() {}

  static void read(Machine machine, Seen seen) {
    switch (ServiceStates.ask(machine, SERVICE).runs(NAME)) {
      case Known<Boolean>(var runs) -> {
        if (runs) {
          running(machine, seen);
        }
      }
      case Unknown<Boolean> unknown -> seen.unseen(unknown);
    }
  }

  /** What cannot be told of it is no reason to pass over it. */
  private static void running(Machine machine, Seen seen) {
    Reading<Registry> policy = Registry.read(machine, POLICY);
    boolean none =
        Registry.read(machine, LISTENERS) instanceof Known<Registry>(var registry)
            && registry.subkeys(LISTENER).isEmpty()
            && policy.flatMap(rules -> rules.number(RULES, "AllowAutoConfig"))
                instanceof Known<Optional<Long>>(var auto)
            && auto.orElse(0L) == 0;
    if (none) {
      return;
    }
    seen.running(
        Tool.WINDOWS_REMOTE_MANAGEMENT,
        "WinRM"
            + (isSet(policy, "AllowBasic") ? ", with basic authentication" : "")
            + (isSet(policy, "AllowUnencryptedTraffic") ? ", unencrypted" : ""));
  }

  private static boolean isSet(Reading<Registry> policy, String name) {
    return policy.flatMap(rules -> rules.number(RULES, name))
            instanceof Known<Optional<Long>>(var number)
        && number.orElse(0L) == 1;
  }
}
