package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadPrefs;

/**
 * What an installed Firefox was given by its administrator: policies, and preferences that hold for
 * everybody.
 */
public record FirefoxInstall(FirefoxPolicies policies, FirefoxPrefs prefs) {
  /** One of which nothing is known to be set for everybody. */
  public static final FirefoxInstall PLAIN =
      new FirefoxInstall(FirefoxPolicies.NONE, FirefoxPrefs.NONE);

  private static final String DISTRIBUTION = "distribution";
  private static final String DEFAULTS = "defaults";

  /**
   * One that lies in that folder; empty where none does.
   *
   * @param given the policies that hold for it, unless those that came with it do
   * @param shared where else its administrator keeps preferences of everybody
   */
  public static Reading<Optional<FirefoxInstall>> read(
      Machine machine,
      ListFolder folder,
      Optional<Reading<FirefoxPolicies>> given,
      List<ListFolder> shared) {
    Answer answer = machine.ask(folder);
    return answer instanceof Answer.Missing
        ? Reading.known(Optional.empty())
        : names(folder, answer)
            .flatMap(names -> read(machine, folder, names, given, shared))
            .map(Optional::of);
  }

  /**
   * All that lie in some folder, looked for one after the other; unknown when there is none,
   * because one may lie anywhere.
   */
  public static Reading<List<FirefoxInstall>> all(
      Stream<Reading<Optional<FirefoxInstall>>> looked) {
    var all = new ArrayList<FirefoxInstall>();
    for (var each = looked.iterator(); each.hasNext(); ) {
      switch (each.next()) {
        case Reading.Known<Optional<FirefoxInstall>>(var install) -> install.ifPresent(all::add);
        case Reading.Unknown<Optional<FirefoxInstall>> unknown -> {
          return unknown.as();
        }
      }
    }
    return all.isEmpty()
        ? Reading.unknown(Reason.NOT_SUPPORTED, "where Firefox is installed is not known")
        : Reading.known(all);
  }

  private static Reading<List<String>> names(ListFolder folder, Answer answer) {
    return Answers.read(
        folder,
        answer,
        said ->
            said.code() == 0 && said.text().lines().allMatch(Trees::isName)
                ? Reading.known(said.text().lines().toList())
                : Answers.notUnderstood(folder, "not names of files"));
  }

  private static Reading<FirefoxInstall> read(
      Machine machine,
      ListFolder folder,
      List<String> names,
      Optional<Reading<FirefoxPolicies>> given,
      List<ListFolder> shared) {
    Reading<FirefoxPolicies> policies =
        given.orElseGet(() ->
            names.contains(DISTRIBUTION)
                ? distributed(machine, folder.folder(DISTRIBUTION))
                : Reading.known(FirefoxPolicies.NONE));
    var folders = new ArrayList<>(shared);
    if (names.contains(DEFAULTS)) {
      folders.add(folder.folder(DEFAULTS).folder("pref"));
      folders.add(folder.folder(DEFAULTS).folder("preferences"));
    }
    return policies.flatMap(
        told -> prefs(machine, folders).map(prefs -> new FirefoxInstall(told, prefs)));
  }

  private static Reading<FirefoxPolicies> distributed(Machine machine, ListFolder folder) {
    return names(folder, machine.ask(folder))
        .flatMap(names ->
            names.contains(FirefoxPolicies.FILE)
                ? FirefoxPolicies.read(machine, folder.path())
                : Reading.known(FirefoxPolicies.NONE));
  }

  private static Reading<FirefoxPrefs> prefs(Machine machine, List<ListFolder> folders) {
    FirefoxPrefs all = FirefoxPrefs.NONE;
    for (ListFolder folder : folders) {
      Answer answer = machine.ask(folder);
      if (answer instanceof Answer.Missing) {
        continue;
      }
      switch (names(folder, answer).flatMap(names -> prefs(machine, folder, names))) {
        case Reading.Known<FirefoxPrefs>(var prefs) -> all = all.then(prefs);
        case Reading.Unknown<FirefoxPrefs> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(all);
  }

  private static Reading<FirefoxPrefs> prefs(
      Machine machine, ListFolder folder, List<String> names) {
    FirefoxPrefs all = FirefoxPrefs.NONE;
    for (String name : names) {
      if (!name.endsWith(".js")) {
        continue;
      }
      var question = new ReadPrefs(folder.path(), name, FirefoxPrefs.NAMES);
      switch (Answers.read(
          question,
          machine.ask(question),
          said -> FirefoxPrefs.read(said, folder.path() + "/" + name))) {
        case Reading.Known<FirefoxPrefs>(var prefs) -> all = all.then(prefs);
        case Reading.Unknown<FirefoxPrefs> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(all);
  }
}
