package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * The profiles of browsers that people of this laptop have used.
 *
 * @param people all who were looked for, whether they use a browser or not
 */
public record Used(List<Owner> people, List<Profile> profiles, List<Blind> blind) {

  /** What could not be looked into; {@code browser} is empty when it is not known which. */
  public record Blind(String person, String browser, Reason reason, String detail) {}

  /**
   * What homes look like on an operating system.
   *
   * @param locked what lies in a home whose own disk is locked; may be none
   * @param furniture one of these is in every home that is in use
   */
  public record Look(List<Browser> browsers, List<String> locked, List<String> furniture) {
    /** What is looked for in every home. */
    public List<String> lookedFor() {
      return Stream.of(locked.stream(), furniture.stream(), browsers.stream().map(Browser::folder))
          .flatMap(all -> all)
          .toList();
    }
  }

  /**
   * Those of these people.
   *
   * @param others why there may be more people; empty when these are all
   */
  public static Used read(Machine machine, List<Owner> people, String others, Look look) {
    var used = new Used(people, new ArrayList<>(), new ArrayList<>());
    for (Owner person : people) {
      used.add(machine, person, look);
    }
    if (!others.isEmpty()) {
      used.blind.add(new Blind("", "", Reason.NOT_SUPPORTED, others));
    }
    return used;
  }

  private void add(Machine machine, Owner person, Look look) {
    Among question = person.home().among(look.lookedFor());
    switch (Present.read(machine, question, "a home folder")) {
      case Reading.Unknown<Present>(var reason, var detail) ->
          blind.add(new Blind(person.name(), "", reason, detail));
      case Reading.Known<Present>(var there) -> add(machine, person, there, look);
    }
  }

  private void add(Machine machine, Owner person, Present there, Look look) {
    if (look.locked().stream().anyMatch(there::has)
        || look.furniture().stream().noneMatch(there::has)) {
      unclear(person, "", Reason.NOT_SUPPORTED, "a home folder is locked or empty");
    }
    if (!there.of("denied").isEmpty()) {
      unclear(
          person, "", Reason.NEEDS_PRIVILEGE, "a browser's folder in a home: permission denied");
    }
    boolean elsewhere = false;
    for (Browser browser : look.browsers()) {
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

  private void profiles(Machine machine, Owner person, Browser browser) {
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

  private void unclear(Owner person, String browser, Reason reason, String detail) {
    blind.add(new Blind(person.name(), browser, reason, detail));
  }
}
