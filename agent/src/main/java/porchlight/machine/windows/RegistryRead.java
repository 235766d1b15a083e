package porchlight.machine.windows;

import java.util.List;
import java.util.Optional;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/** Reads keys of the registry, and tells which are not there and which may not be read. */
final class RegistryRead {
  private static final int MOST_KEYS = 4096;
  private static final int MOST_VALUES = 20_000;
  private static final int LONGEST = 8 << 20;
  private static final String ANY = "*";

  private final StringBuilder out = new StringBuilder();
  private final List<String> values;

  private RegistryRead(List<String> values) {
    this.values = values;
  }

  static Answer read(ReadRegistry question) throws Refused {
    var read = new RegistryRead(question.values());
    List<String> elements = List.of(question.key().split("\\\\"));
    List<String> below = elements.subList(1, elements.size());
    switch (elements.get(0)) {
      case "HKLM" -> read.from(Hive.localMachine(Hive.VIEW_64), "HKEY_LOCAL_MACHINE", below);
      case "HKLM32" -> read.from(Hive.localMachine(Hive.VIEW_32), "HKEY_LOCAL_MACHINE32", below);
      default -> read.from(Hive.users(), "HKEY_USERS", below);
    }
    return read.out.length() > LONGEST
        ? new Answer.TooLong(LONGEST)
        : new Answer.Said(0, read.out.toString());
  }

  /** The key before the first star is told in any case. */
  private void from(Hive root, String name, List<String> elements) throws Refused {
    int star = elements.indexOf(ANY);
    List<String> first = star < 0 ? elements : elements.subList(0, star);
    String path = String.join("\\", first);
    String shown = first.isEmpty() ? name : name + "\\" + path;
    if (first.isEmpty()) {
      header(shown, "");
      every(root, shown, elements.subList(star + 1, elements.size()));
      return;
    }
    Optional<Hive> opened;
    try {
      opened = root.open(path);
    } catch (Refused refused) {
      denied(shown, refused);
      return;
    }
    if (opened.isEmpty()) {
      header(shown, "absent\n");
      return;
    }
    try (var key = opened.get()) {
      if (star < 0) {
        header(shown, "");
        tell(key);
      } else {
        header(shown, "");
        every(key, shown, elements.subList(star + 1, elements.size()));
      }
    }
  }

  /** Every key below this one; below the root of people's hives only people. */
  private void every(Hive key, String shown, List<String> rest) throws Refused {
    boolean people = shown.equals("HKEY_USERS");
    for (String name : key.subkeys(MOST_KEYS)) {
      if (out.length() > LONGEST || (people && !People.isPerson(name))) {
        continue;
      }
      String called = shown + "\\" + (People.isPerson(name) ? People.known().name(name) : name);
      if (people && !rest.isEmpty()) {
        header(called, "");
      }
      down(key, name, called, rest, people && !rest.isEmpty());
    }
  }

  private void down(Hive above, String name, String shown, List<String> rest, boolean told)
      throws Refused {
    Optional<Hive> opened;
    try {
      opened = above.open(name);
    } catch (Refused refused) {
      if (told) {
        out.append("denied\n"); // also while it is being unloaded: not read is not empty
      } else {
        denied(shown, refused);
      }
      return;
    }
    if (opened.isEmpty()) {
      return; // it has gone, or was never there
    }
    try (var key = opened.get()) {
      if (rest.isEmpty()) {
        header(shown, "");
        tell(key);
      } else if (rest.get(0).equals(ANY)) {
        every(key, shown, rest.subList(1, rest.size()));
      } else {
        String next = rest.get(0);
        down(key, next, shown + "\\" + next, rest.subList(1, rest.size()), false);
      }
    }
  }

  private void denied(String shown, Refused refused) throws Refused {
    if (!isDenied(refused)) {
      throw refused;
    }
    header(shown, "denied\n");
  }

  private static boolean isDenied(Refused refused) {
    return refused.answer() instanceof Answer.Denied;
  }

  private void header(String shown, String more) {
    out.append('[').append(People.known().without(shown)).append("]\n").append(more);
  }

  private void tell(Hive key) throws Refused {
    for (String asked : values) {
      if (asked.equals(ANY)) {
        int connections = 0;
        for (String name : key.names(MOST_VALUES)) {
          connections += tell(key, name, true, connections + 1) ? 1 : 0;
        }
      } else if (asked.endsWith("?")) {
        String name = asked.substring(0, asked.length() - 1);
        out.append(key.holds(name) ? RegistryLines.present(name) : "");
      } else {
        tell(key, asked.equals("(default)") ? "" : asked, false, 1);
      }
    }
  }

  /** Whether it was what is kept for a connection that a person named. */
  private boolean tell(Hive key, String name, boolean all, int place) throws Refused {
    var found = key.value(name);
    if (found.isEmpty()) {
      return false;
    }
    int kind = found.get().kind();
    Bytes data = found.get().data();
    byte[] bytes = data.slice(0, data.length());
    boolean isOwn = ConnectionSettings.isOwn(name);
    if (kind == RegistryLines.BINARY && (all || isOwn)) {
      out.append(ConnectionSettings.lines(isOwn ? name : "connection" + place, bytes));
      return !isOwn;
    }
    out.append(
        RegistryLines.value(
            name,
            kind,
            all ? RegistryLines.withoutNames(bytes) : RegistryLines.withoutSecrets(name, bytes),
            People.known()::without));
    return false;
  }
}
