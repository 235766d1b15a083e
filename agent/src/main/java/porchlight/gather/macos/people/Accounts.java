package porchlight.gather.macos.people;

import java.util.ArrayList;
import java.util.List;
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
        .map(accounts -> accounts.there(machine));
  }

  private static Reading<Accounts> parse(String text) {
    var people = new ArrayList<Person>();
    String others = "";
    boolean root = false;
    for (String line : text.lines().toList()) {
      Matcher row = ROW.matcher(line.stripTrailing());
      if (!row.matches() || ODD.matcher(line).find()) {
        return Answers.notUnderstood(LIST, "a line that is no account");
      }
      String name = row.group(1);
      String path = row.group(2).split(" ", -1)[0]; // an account may have a second one
      root |= name.equals("root");
      if (name.startsWith("_")
          || NO_PEOPLE.contains(name)
          || OF_SERVICES.stream().anyMatch((path + "/")::startsWith)) {
        continue;
      }
      var home = Home.of(path);
      if (home.isEmpty() || (!path.startsWith(USERS) && row.group(2).contains(" "))) {
        others = "an account's home folder is not plainly named";
      } else {
        people.add(new Person(name, home.get()));
      }
    }
    return root
        ? Reading.known(new Accounts(people, others))
        : Answers.notUnderstood(LIST, "no account of root's in it");
  }

  /** Without those who have never logged in. */
  private Accounts there(Machine machine) {
    if (!(machine.ask(HOMES) instanceof Answer.Said said) || said.code() != 0) {
      return this;
    }
    List<String> homes = said.text().lines().toList();
    if (homes.stream().anyMatch(home -> ODD.matcher(home).find())) {
      return this;
    }
    return new Accounts(
        people.stream()
            .filter(one -> {
              String path = one.home().path();
              return !path.matches(USERS + "[^/]+")
                  || homes.contains(path.substring(USERS.length()));
            })
            .toList(),
        others);
  }
}
