package porchlight.machine.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people of this machine by number: so that no security identifier, which follows somebody from
 * place to place, stands in any answer.
 */
final class People {
  private static final String PROFILES =
      "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";
  private static final int MOST = 4096;

  /** Accounts of a machine or a domain, and of Entra. */
  private static final Pattern PERSON = Pattern.compile("S-1-(?:5-21|12-1)(?:-\\d{1,10}){1,12}");

  /** In order. */
  private final List<String> identifiers;

  private People(List<String> identifiers) {
    this.identifiers = identifiers;
  }

  private static final class Once {
    private static final People HERE = here();
  }

  static People known() {
    return Once.HERE;
  }

  private static People here() {
    var all = new TreeSet<String>();
    try {
      Hive.users().subkeys(MOST).stream().filter(People::isPerson).forEach(all::add);
      var profiles = Hive.localMachine(Hive.VIEW_64).open(PROFILES);
      if (profiles.isPresent()) {
        try (var opened = profiles.get()) {
          opened.subkeys(MOST).stream().filter(People::isPerson).forEach(all::add);
        }
      }
    } catch (Refused refused) {
      // Whoever cannot be seen has no number and is called user0.
    }
    return of(new ArrayList<>(all));
  }

  static People of(List<String> identifiers) {
    return new People(List.copyOf(identifiers));
  }

  static boolean isPerson(String name) {
    return PERSON.matcher(name).matches();
  }

  /** {@code user1}; {@code user0} for somebody unknown. */
  String name(String identifier) {
    return "user" + number(identifier);
  }

  int number(String identifier) {
    return identifiers.indexOf(identifier) + 1;
  }

  /** The text with every person's identifier replaced. */
  String without(String text) {
    return text.contains("S-1-")
        ? PERSON.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name(found.group())))
        : text;
  }
}
