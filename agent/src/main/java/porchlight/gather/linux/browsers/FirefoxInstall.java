package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.List;
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
record FirefoxInstall(FirefoxPolicies policies, FirefoxPrefs prefs) {
  static final List<ListFolder> FOLDERS =
      List.of(
          new ListFolder("/usr/lib/firefox-esr"),
          new ListFolder("/usr/lib/firefox"),
          new ListFolder("/usr/lib64/firefox"),
          new ListFolder("/opt/firefox"));

  /** Where distributions keep preferences of everybody, beside the installation. */
  static final List<ListFolder> PREFERENCES =
      List.of(
          new ListFolder("/etc/firefox-esr"),
          new ListFolder("/etc/firefox"),
          new ListFolder("/etc/firefox/pref"),
          new ListFolder("/etc/firefox/defaults/pref"));

  private static final String ESR = "/firefox-esr";
  private static final String DISTRIBUTION = "distribution";
  private static final String DEFAULTS = "defaults";

  /**
   * Every Firefox that a package brings; unknown when there is none, because one may lie anywhere.
   */
  static Reading<List<FirefoxInstall>> all(Machine machine, Present etc) {
    var all = new ArrayList<FirefoxInstall>();
    for (ListFolder folder : FOLDERS) {
      Answer answer = machine.ask(folder);
      if (answer instanceof Answer.Missing) {
        continue;
      }
      switch (names(folder, answer).flatMap(names -> read(machine, etc, folder, names))) {
        case Reading.Known<FirefoxInstall>(var install) -> all.add(install);
        case Reading.Unknown<FirefoxInstall> unknown -> {
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
      Machine machine, Present etc, ListFolder folder, List<String> names) {
    Reading<FirefoxPolicies> policies =
        etc.has(Etc.FIREFOX)
            ? FirefoxPolicies.read(machine, Etc.FOLDER + "/firefox/policies")
            : names.contains(DISTRIBUTION)
                ? distributed(machine, folder.folder(DISTRIBUTION))
                : Reading.known(FirefoxPolicies.NONE);
    boolean esr = folder.path().endsWith(ESR);
    var folders = new ArrayList<>(PREFERENCES);
    folders.removeIf(one -> one.path().endsWith(ESR) != esr);
    if (names.contains(DEFAULTS)) {
      folders.add(folder.folder(DEFAULTS).folder("pref"));
      folders.add(folder.folder(DEFAULTS).folder("preferences"));
    }
    return policies.flatMap(
        given -> prefs(machine, folders).map(prefs -> new FirefoxInstall(given, prefs)));
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
