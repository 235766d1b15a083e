package porchlight.gather.macos.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Run;

/**
 * The people with an account on this Mac, by {@code dscl}: each account's name and home, among
 * those of the system's own services.
 *
 * @param others why there may be more people than these; empty when these are all
 */
public record Accounts(List<Person> people, String others) {
  public static final Run LIST =
      Run.of("dscl", ".", "-list", "/Users", "NFSHomeDirectory")
          .hiding("^((?!_|root |daemon |nobody |Guest )\\S+)\\s+/Users/");

  /** Where the homes of those who have ever logged in are. */
  public static final ListFolder HOMES = new ListFolder("/Users");

  private static final Pattern ROW = Pattern.compile("([^\\s/:]{1,64}) +(\\S.*)");

  /** What no account has in its name or home; it could hide one. */
  private static final Pattern ODD = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]");

  private static final String USERS = "/Users/";

  /** Folders beside the homes that macOS makes itself. */
  private static final Set<String> NO_HOMES = Set.of("shared", "guest", "deleted users");

  private static final String NOT_PLAIN = "an account's home folder is not plainly named";

  /** Homes below are those of services. */
  private static final List<String> OF_SERVICES =
      List.of("/var/", "/private/", "/Library/", "/System/", "/usr/", "/opt/", "/dev/", "/etc/");

  private static final List<String> NO_PEOPLE = List.of("root", "daemon", "nobody", "Guest");

  /** A person, by the name and the home folder of the account. */
  public record Person(String name, Home home) {}

  public Accounts {
    people = List.copyOf(people);
  }

  public static Reading<Accounts> read(Machine machine) {
    return Answers.read(
            LIST,
            machine.ask(LIST),
            said -> said.code() == 0 ? parse(said.text()) : Refusal.because(LIST, said))
        .map(told -> told.accounts().there(machine, told.folders()));
  }

  /** What was told, with the names of the folders in which accounts have their homes. */
  private record Parsed(Accounts accounts, Set<String> folders) {}

  private static Reading<Parsed> parse(String text) {
    var folders = new HashSet<String>();
    var people = new ArrayList<Person>();
    String others = "";
    boolean root = false;
    for (String line : text.lines().toList()) {
      Matcher row = ROW.matcher(line.stripTrailing());
      if (!row.matches() || ODD.matcher(line).find()) {
        return Answers.notUnderstood(LIST, "a line that is no account");
      }
      String name = row.group(1);
      List<String> paths = List.of(row.group(2).split(" +", -1)); // there may be a second one
      String path = paths.getFirst();
      boolean plain = paths.stream().allMatch(one -> one.startsWith("/"));
      paths.stream()
          .filter(one -> one.startsWith(USERS))
          .forEach(one -> folders.add(folded(one.substring(USERS.length()).split("/", 2)[0])));
      root |= name.equals("root");
      if (name.startsWith("_")
          || NO_PEOPLE.contains(name)
          || OF_SERVICES.stream().anyMatch((path + "/")::startsWith)) {
        continue;
      }
      var home = Home.of(path);
      if (home.isEmpty() || !plain || (!path.startsWith(USERS) && paths.size() > 1)) {
        others = NOT_PLAIN;
      } else {
        people.add(new Person(name, home.get()));
      }
    }
    return root
        ? Reading.known(new Parsed(new Accounts(people, others), folders))
        : Answers.notUnderstood(LIST, "no account of root's in it");
  }

  /** The volume does not tell upper from lower case, nor ways to write an accent. */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** Without those who have never logged in; a home of no account is that of somebody else. */
  private Accounts there(Machine machine, Set<String> folders) {
    if (!(machine.ask(HOMES) instanceof Answer.Said said) || said.code() != 0) {
      return this;
    }
    List<String> homes = said.text().lines().map(Accounts::folded).toList();
    if (homes.stream().anyMatch(home -> ODD.matcher(home).find())) {
      return this;
    }
    boolean more =
        homes.stream()
            .anyMatch(home ->
                !home.startsWith(".") && !NO_HOMES.contains(home) && !folders.contains(home));
    return new Accounts(
        people.stream()
            .filter(one -> {
              String path = one.home().path();
              return !path.matches(USERS + "[^/]+")
                  || homes.contains(folded(path.substring(USERS.length())));
            })
            .toList(),
        others.isEmpty() && more ? "a home folder in /Users is of no account told" : others);
  }
}
