package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * The people with an account on this laptop.
 *
 * @param others why there may be more people than these; empty when these are all
 */
public record Accounts(List<Person> people, String others) {
  static final ReadFile PASSWD = new ReadFile("/etc/passwd");
  static final ReadFile NSSWITCH = new ReadFile("/etc/nsswitch.conf");
  static final ListFolder HOMES = new ListFolder("/home");

  private static final Pattern NAME = Pattern.compile("[^\\s:\\p{Cntrl}\\p{Cf}]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern NO_LOGIN =
      Pattern.compile(".*/(?:nologin|false|true|sync|halt|shutdown|git-shell)");

  /** From here on {@code useradd} gives numbers to people. */
  private static final int FIRST = 1000;

  /** Numbers above are for what has no login: nobody, containers, services of systemd. */
  private static final int LAST = 60_000;

  /** Where names are looked up that all stand in /etc/passwd or are no people. */
  private static final Set<String> LOCAL = Set.of("files", "compat", "systemd", "mymachines");

  /** A person, by the number and the home folder of the account. */
  public record Person(String name, int number, Home home) {}

  public Accounts {
    people = List.copyOf(people);
  }

  public static Reading<Accounts> read(Machine machine) {
    return Answers.read(PASSWD, machine.ask(PASSWD), said -> read(said.text(), machine));
  }

  private static Reading<Accounts> read(String passwd, Machine machine) {
    var people = new ArrayList<Person>();
    var known = new ArrayList<String>();
    String others = "";
    for (String line : passwd.lines().toList()) {
      if (line.startsWith("+") || line.startsWith("-")) {
        others = "accounts of a directory service are not listed on this laptop";
        continue;
      }
      String[] cells = line.split(":", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (cells.length != 7
          || !NAME.matcher(cells[0]).matches()
          || !NUMBER.matcher(cells[2]).matches()) {
        return Answers.notUnderstood(PASSWD, "a line that is no account");
      }
      known.add(cells[5]);
      int number = Integer.parseInt(cells[2]);
      if (number < FIRST || number > LAST || NO_LOGIN.matcher(cells[6]).matches()) {
        continue;
      }
      Optional<Home> home = Home.of(cells[5].replaceFirst("(?<=.)/+$", ""));
      if (home.isEmpty()) {
        others = "an account's home folder is not plainly named";
      } else {
        people.add(new Person(cells[0], number, home.get()));
      }
    }
    if (people.isEmpty() && known.isEmpty()) {
      return Answers.notUnderstood(PASSWD, "no account in it");
    }
    Answer homes = machine.ask(HOMES);
    if (homes instanceof Answer.Said said) {
      var there = said.text().lines().toList();
      people.removeIf(person ->
          person.home().path().matches("/home/[^/]+")
              && !there.contains(person.home().path().substring("/home/".length())));
      others = others.isEmpty() ? strangers(there, known, machine) : others;
    }
    return Reading.known(new Accounts(people, others));
  }

  /** Homes of people who are looked up elsewhere: in a company's directory, or systemd-homed's. */
  private static String strangers(List<String> homes, List<String> known, Machine machine) {
    boolean elsewhere = !onlyLocal(machine);
    for (String home : homes) {
      boolean listed =
          known.stream().anyMatch(path -> path.replaceFirst("/+$", "").equals("/home/" + home));
      if (home.endsWith(".home")
          || home.endsWith(".homedir")
          || (elsewhere && !listed && !home.equals("lost+found"))) {
        return "a home folder belongs to an account that is not listed on this laptop";
      }
    }
    return "";
  }

  private static boolean onlyLocal(Machine machine) {
    return switch (machine.ask(NSSWITCH)) {
      case Answer.Said said ->
          said.text()
              .lines()
              .map(String::strip)
              .filter(line -> line.startsWith("passwd:"))
              .flatMap(line ->
                  Pattern.compile("\\s+")
                      .splitAsStream(
                          line.substring("passwd:".length())
                              .replaceFirst("#.*", "")
                              .replaceAll("\\[[^\\]]*]", " ")
                              .strip()))
              .allMatch(source -> source.isEmpty() || LOCAL.contains(source));
      case Answer.Missing() -> true; // the C library's own default is the files
      case Answer.Denied() -> false;
      case Answer.TimedOut() -> false;
      case Answer.TooLong tooLong -> false;
      case Answer.Failed failed -> false;
    };
  }
}
