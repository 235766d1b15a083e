package porchlight.gather.windows.remote;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.remote.Seen;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** What is in the list of installed programs: everybody's in both views, and each person's own. */
final class InstalledTools {
  private static final String LIST = "\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
  private static final String NAME = "DisplayName";
  private static final String ALL = "HKLM\\SOFTWARE" + LIST;
  private static final String ALL_32 = "HKLM32\\SOFTWARE" + LIST;
  private static final String PERSONS = "\\Software" + LIST;

  static final ReadRegistry FOR_ALL = new ReadRegistry(ALL + "\\*", NAME);
  static final ReadRegistry FOR_ALL_32 = new ReadRegistry(ALL_32 + "\\*", NAME);
  static final ReadRegistry FOR_ONE = new ReadRegistry("HKU\\*" + PERSONS + "\\*", NAME);
  static final List<Question> QUESTIONS = List.of(FOR_ALL, FOR_ALL_32, FOR_ONE);

  private static final List<Sign> SIGNS = WindowsSigns.of(Kind.PROGRAM);

  private InstalledTools() {}

  static void read(Machine machine, Seen seen) {
    list(Registry.read(machine, FOR_ALL), ALL, seen);
    list(Registry.read(machine, FOR_ALL_32), ALL_32, seen);
    switch (Registry.read(machine, FOR_ONE)) {
      case Known<Registry>(var registry) -> {
        if (!registry.tells("HKU")) {
          seen.unseen(new Unknown<>(Reason.NOT_UNDERSTOOD, "what people installed for themselves"));
        }
        for (String person : registry.people()) {
          if (registry.denied("HKU\\" + person)) {
            seen.unseen(
                new Unknown<>(
                    Reason.NEEDS_PRIVILEGE, "what other people installed for themselves"));
          } else {
            names(registry, "HKU\\" + person + PERSONS, seen);
          }
        }
      }
      case Unknown<Registry> unknown -> seen.unseen(unknown);
    }
  }

  private static void list(Reading<Registry> reading, String key, Seen seen) {
    switch (reading) {
      case Known<Registry>(var registry) -> names(registry, key, seen);
      case Unknown<Registry> unknown -> seen.unseen(unknown);
    }
  }

  private static void names(Registry registry, String key, Seen seen) {
    if (registry.denied(key)) {
      seen.unseen(new Unknown<>(Reason.NEEDS_PRIVILEGE, "a list of installed programs"));
    } else if (!registry.tells(key) && key.startsWith("HKLM")) {
      seen.unseen(new Unknown<>(Reason.NOT_UNDERSTOOD, "a list of installed programs"));
    }
    for (String program : registry.subkeys(key)) {
      switch (registry.text(key + "\\" + program, NAME)) {
        case Known<Optional<String>>(var name) -> {
          for (Sign sign : SIGNS) {
            if (name.isPresent() && ToolServices.isOf(sign, name.get())) {
              seen.installed(sign.tool(), sign.value().replace("*", ""));
            }
          }
        }
        case Unknown<Optional<String>>(var reason, var detail) ->
            seen.unseen(new Unknown<>(reason, "an installed program without a readable name"));
      }
    }
  }
}
