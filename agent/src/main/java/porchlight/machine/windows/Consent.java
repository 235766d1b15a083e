package porchlight.machine.windows;

import java.util.Optional;

/**
 * Whether this process may know where it is, which Windows 11 from 24H2 on asks of whoever wants
 * the name of the joined network. It is looked up before, because the call itself shows a question,
 * a sign and an entry in a list to the person at the screen.
 */
final class Consent {
  private static final int FIRST_GATED = 25_976;
  private static final int SYSTEM_ROOM = 0;
  private static final String STORE =
      "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\location";

  private Consent() {}

  /** Whether the gated calls may be made. */
  static boolean given() throws Refused {
    var machine = Hive.localMachine(Hive.VIEW_64);
    String build =
        text(machine, "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "CurrentBuild").orElse("");
    long apps =
        number(
            machine, "SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy", "LetAppsAccessLocation");
    long disabled =
        number(
            machine,
            "SOFTWARE\\Policies\\Microsoft\\Windows\\LocationAndSensors",
            "DisableLocation");
    boolean nobody = Sessions.ownSession() == SYSTEM_ROOM;
    return given(
        build,
        apps == 2 || disabled == 1,
        text(machine, STORE, "Value"),
        nobody
            ? Optional.empty()
            : Optional.of(
                text(Hive.currentUser(), STORE, "Value").orElse("")
                    + ","
                    + text(Hive.currentUser(), STORE + "\\NonPackaged", "Value").orElse("")));
  }

  /**
   * Pure.
   *
   * @param person what the person chose for all programs and for those of the desktop; nothing for
   *     a service
   */
  static boolean given(
      String build, boolean forbidden, Optional<String> machine, Optional<String> person) {
    if (build.matches("\\d{4,6}") && Integer.parseInt(build) < FIRST_GATED) {
      return true; // there is no gate
    }
    return !forbidden
        && machine.equals(Optional.of("Allow"))
        && person.map("Allow,Allow"::equals).orElse(true);
  }

  private static Optional<String> text(Hive root, String key, String name) throws Refused {
    var value = value(root, key, name);
    return value.isPresent() && value.get().kind() == 1
        ? Optional.of(value.get().data().wide(0, value.get().data().length() / 2))
        : Optional.empty();
  }

  private static long number(Hive root, String key, String name) throws Refused {
    var value = value(root, key, name);
    return value.isPresent() && value.get().data().length() == 4 ? value.get().data().u32(0) : 0;
  }

  private static Optional<Hive.Value> value(Hive root, String key, String name) throws Refused {
    var opened = root.open(key);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var found = opened.get()) {
      return found.value(name);
    }
  }
}
