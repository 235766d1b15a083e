package porchlight.machine.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.machine.Answer;
import porchlight.machine.InstalledPrograms;

/**
 * The lists of installed programs: everybody's in both views of the registry, and each person's.
 */
final class InstalledLists {
  private static final String LIST = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
  private static final String NAME = "DisplayName";
  private static final int MOST = 4096;
  private static final int TEXT = 1;
  private static final int TEXT_WITH_VARIABLES = 2;

  private final List<String> asked;
  private final Block blocks = new Block();

  private InstalledLists(List<String> asked) {
    this.asked = asked;
  }

  static String read(InstalledPrograms question) throws Refused {
    List<String> people =
        Hive.users().subkeys(MOST).stream().filter(People::isPerson).sorted().toList();
    var lists = new InstalledLists(question.names());
    lists.blocks.begin("installed", people.size() + 2);
    lists.tell("HKLM", Hive.localMachine(Hive.VIEW_64), LIST);
    lists.tell("HKLM32", Hive.localMachine(Hive.VIEW_32), LIST);
    for (String person : people) {
      lists.tell(People.known().name(person), Hive.users(), person + "\\" + LIST);
    }
    return lists.blocks.toString();
  }

  private void tell(String name, Hive root, String path) throws Refused {
    blocks.begin("list", name);
    Optional<Hive> opened;
    try {
      opened = root.open(path);
    } catch (Refused refused) {
      if (!(refused.answer() instanceof Answer.Denied)) {
        throw refused;
      }
      blocks.put("state", "denied");
      return;
    }
    if (opened.isEmpty()) {
      blocks.put("state", "absent");
      return;
    }
    try (var list = opened.get()) {
      var names = new ArrayList<Optional<String>>();
      for (String program : list.subkeys(MOST)) {
        names.add(name(list, program));
      }
      blocks
          .put("state", "read")
          .some("found", InstalledNames.found(asked, names))
          .put("unreadable", names.stream().filter(Optional::isEmpty).count());
    }
  }

  /** What people see, empty for what is shown to nobody; nothing where that cannot be read. */
  private static Optional<String> name(Hive list, String program) throws Refused {
    Optional<Hive> opened;
    try {
      opened = list.open(program);
    } catch (Refused refused) {
      return Optional.empty();
    }
    if (opened.isEmpty()) {
      return Optional.of(""); // it has gone
    }
    try (var key = opened.get()) {
      var value = key.value(NAME);
      if (value.isEmpty()) {
        return Optional.of("");
      }
      Bytes data = value.get().data();
      int kind = value.get().kind();
      return kind == TEXT || kind == TEXT_WITH_VARIABLES
          ? RegistryLines.text(data.slice(0, data.length()))
          : Optional.empty();
    }
  }
}
