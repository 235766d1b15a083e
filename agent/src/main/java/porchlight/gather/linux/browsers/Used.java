package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.people.Accounts;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * The profiles of browsers that people of this laptop have used.
 *
 * @param people all who were looked for, whether they use a browser or not
 */
record Used(List<Person> people, List<Profile> profiles, List<Blind> blind) {
  private static final String NOWHERE = "/nonexistent";
  private static final String LOCKED = "Access-Your-Private-Data.desktop";

  /** A home that is in use has one of these; one whose disk is locked or not mounted does not. */
  private static final List<String> FURNITURE =
      List.of(".config", ".cache", ".local", ".profile", ".bashrc", ".bash_profile", ".zshrc");

  /** What is looked for in every home. */
  static final List<String> LOOKED_FOR =
      Stream.of(Stream.of(LOCKED), FURNITURE.stream(), Browser.ALL.stream().map(Browser::folder))
          .flatMap(all -> all)
          .toList();

  /** What could not be looked into; {@code browser} is empty when it is not known which. */
  record Blind(String person, String browser, Reason reason, String detail) {}

  /** A profile, by its folder's path in the home. */
  record Profile(Person person, Browser browser, String path, Present files) {
    String file(String name) {
      return path + "/" + name;
    }

    /** The folder's own name. */
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  static Reading<Used> read(Machine machine) {
    return Accounts.read(machine).map(accounts -> read(machine, accounts));
  }

  private static Used read(Machine machine, Accounts accounts) {
    var used = new Used(accounts.people(), new ArrayList<>(), new ArrayList<>());
    for (Person person : accounts.people()) {
      if (!person.home().path().equals(NOWHERE)) {
        used.add(machine, person);
      }
    }
    if (!accounts.others().isEmpty()) {
      used.blind.add(new Blind("", "", Reason.NOT_SUPPORTED, accounts.others()));
    }
    return used;
  }

  private void add(Machine machine, Person person) {
    Among question = person.home().among(LOOKED_FOR);
    switch (Present.read(machine, question, "a home folder")) {
      case Reading.Unknown<Present>(var reason, var detail) ->
          blind.add(new Blind(person.name(), "", reason, detail));
      case Reading.Known<Present>(var there) -> add(machine, person, there);
    }
  }

  private void add(Machine machine, Person person, Present there) {
    if (there.has(LOCKED) || FURNITURE.stream().noneMatch(there::has)) {
      unclear(person, "", Reason.NOT_SUPPORTED, "a home folder is locked or empty");
    }
    if (!there.of("denied").isEmpty()) {
      unclear(
          person, "", Reason.NEEDS_PRIVILEGE, "a browser's folder in a home: permission denied");
    }
    boolean elsewhere = false;
    for (Browser browser : Browser.ALL) {
      switch (there.kinds().getOrDefault(browser.folder(), "")) {
        case "folder" -> profiles(machine, person, browser);
        case "link" -> elsewhere = true;
        default -> {} // nothing there, or told above
      }
    }
    if (elsewhere) {
      unclear(
          person,
          "",
          Reason.NOT_SUPPORTED,
          "a browser's folder may lie behind a link, which is not followed");
    }
  }

  private void profiles(Machine machine, Person person, Browser browser) {
    var found =
        switch (browser.kind()) {
          case CHROMIUM -> ChromiumProfiles.read(machine, person, browser);
          case FIREFOX -> FirefoxProfiles.read(machine, person, browser);
          case OTHER ->
              Reading.<List<Profile>>unknown(
                  Reason.NOT_SUPPORTED, "how " + browser.name() + " is set is not known");
        };
    switch (found) {
      case Reading.Known<List<Profile>>(var known) -> profiles.addAll(known);
      case Reading.Unknown<List<Profile>>(var reason, var detail) ->
          unclear(person, browser.name(), reason, detail);
    }
  }

  private void unclear(Person person, String browser, Reason reason, String detail) {
    blind.add(new Blind(person.name(), browser, reason, detail));
  }
}
