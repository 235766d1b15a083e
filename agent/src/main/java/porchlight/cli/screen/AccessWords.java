package porchlight.cli.screen;

import java.util.List;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Entry;

/** Ways into a laptop and its traffic, in lines for {@link FactScreen}. */
final class AccessWords {
  private AccessWords() {}

  static List<String> of(AutoLogin login) {
    return switch (login) {
      case AutoLogin.NoDoor(var because) -> List.of(because);
      case AutoLogin.Doors(var doors) -> doors.stream().map(AccessWords::line).toList();
    };
  }

  private static String line(AutoLogin.Door door) {
    return door.name()
        + switch (door.entry()) {
          case Entry.Asks asks -> ": asks for a password";
          case Entry.Opens(var person, var setting) ->
              ": logs in " + (person.isEmpty() ? "somebody" : person) + " (" + setting + ")";
          case Entry.Unclear(var reason, var detail) ->
              ": could not tell (" + reason.word() + "): " + detail;
        };
  }
}
