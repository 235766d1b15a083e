package porchlight.gather.windows.people;

import java.util.List;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * Whether Windows signs somebody in by itself. The password for it lies in the registry, of which
 * only the presence is asked, or in the system's own store, which shows nothing.
 */
public final class WinAutoLogin {
  static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon";
  static final ReadRegistry WINLOGON = new ReadRegistry(KEY, "AutoAdminLogon", "DefaultPassword?");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(WINLOGON);

  private static final String SWITCH = "AutoAdminLogon";
  private static final String DOOR = "the sign-in screen";

  private WinAutoLogin() {}

  public static Reading<AutoLogin> read(Machine machine) {
    return Registry.read(machine, WINLOGON)
        .flatMap(registry ->
            registry.has(KEY)
                ? value(registry).flatMap(value -> entry(registry, value))
                : Answers.<Entry>notUnderstood(WINLOGON, "every Windows has that key"))
        .map(entry -> new AutoLogin.Doors(List.of(new Door(DOOR, entry))));
  }

  /** It is a text, which some write as a number. */
  private static Reading<String> value(Registry registry) {
    return registry
        .text(KEY, SWITCH)
        .map(text -> text.orElse(""))
        .or(() ->
            registry.number(KEY, SWITCH).map(number -> number.map(String::valueOf).orElse("")));
  }

  private static Reading<Entry> entry(Registry registry, String value) {
    return switch (value.strip()) {
      case "", "0" -> Reading.known(new Entry.Asks());
      case "1" -> Reading.known(new Entry.Opens("", SWITCH + " of Winlogon" + password(registry)));
      default -> Answers.notUnderstood(WINLOGON, SWITCH + "=" + value);
    };
  }

  private static String password(Registry registry) {
    return registry.holds(KEY, "DefaultPassword") instanceof Known<Boolean>(var there) && there
        ? ", its password in plain text beside it"
        : "";
  }
}
