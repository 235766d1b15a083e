package porchlight.gather.windows.browsers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.browsers.Owner;
import porchlight.gather.windows.Registry;
import porchlight.machine.Home;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.ReadRegistry;

/**
 * The people with a home on this Windows, each with the stand-in that all answers of the registry
 * use for that person. What is on the list and has no folder any more was somebody's once.
 *
 * @param others why there may be more people; empty when these are all
 */
record WinHomes(Map<Owner, String> people, String others) {
  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";

  static final ReadRegistry LIST = new ReadRegistry(KEY + "\\*", "ProfileImagePath");
  static final ListFolder USERS = new ListFolder("C:\\Users");

  private static final String DRIVE = "%SystemDrive%";

  WinHomes {
    people = Map.copyOf(people);
  }

  static Reading<WinHomes> read(Machine machine) {
    return Registry.read(machine, LIST)
        .flatMap(list ->
            Answers.read(
                USERS,
                machine.ask(USERS),
                said ->
                    said.code() == 0 && said.text().lines().allMatch(WinHomes::isPlain)
                        ? read(list, said.text().lines().map(WinHomes::small).toList())
                        : Answers.notUnderstood(USERS, "not names of folders")));
  }

  private static Reading<WinHomes> read(Registry list, List<String> folders) {
    Map<Owner, String> people = new LinkedHashMap<>();
    String others = "";
    for (String person : list.subkeys(KEY)) {
      if (!person.matches("user\\d{1,4}")) {
        continue; // a service's, or the system's own
      }
      switch (list.text(KEY + "\\" + person, "ProfileImagePath")) {
        case Reading.Unknown<Optional<String>> unknown -> {
          return unknown.as();
        }
        case Reading.Known<Optional<String>>(var told) -> {
          String path = path(told.orElse(""));
          Optional<Home> home = Home.of(path);
          String name = path.substring(path.lastIndexOf('\\') + 1);
          boolean here = small(path).equals(small(USERS.path() + "\\" + name));
          if (home.isEmpty()) {
            others = "a home on the list of people lies where nobody looks";
          } else if (!here || folders.contains(small(name))) {
            people.put(new Owner(name, home.get()), person);
          }
        }
      }
    }
    return Reading.known(new WinHomes(people, others));
  }

  private static String path(String written) {
    String path =
        written.regionMatches(true, 0, DRIVE, 0, DRIVE.length())
            ? "C:" + written.substring(DRIVE.length())
            : written;
    return path.isEmpty()
        ? path
        : path.substring(0, 1).toUpperCase(Locale.ROOT) + path.substring(1);
  }

  /** A name that was spoilt on the way would be a home that is gone. */
  private static boolean isPlain(String name) {
    return !name.isBlank() && name.codePoints().noneMatch(WinHomes::isOdd);
  }

  private static boolean isOdd(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> character == 0xFFFD;
    };
  }

  private static String small(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith("/") ? small.substring(0, small.length() - 1) : small;
  }
}
