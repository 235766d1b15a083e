package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.browsers.ChromiumPolicies;
import porchlight.gather.browsers.FirefoxInstall;
import porchlight.gather.browsers.FirefoxPolicies;
import porchlight.gather.browsers.FirefoxPrefs;
import porchlight.gather.browsers.Policies;
import porchlight.gather.browsers.Present;
import porchlight.gather.browsers.Profile;
import porchlight.gather.browsers.Trees;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadJson;

/**
 * What administrators laid down below /etc and beside Firefox.
 *
 * @param etc which of them there are
 */
record LinuxPolicies(Present etc) implements Policies {
  static final List<ListFolder> FIREFOXES =
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

  static Reading<LinuxPolicies> read(Machine machine) {
    return Etc.read(machine).map(LinuxPolicies::new);
  }

  @Override
  public List<Reading<Rules>> chromium(Machine machine, Profile profile) {
    var ways = new ArrayList<Reading<Rules>>();
    for (String folder : profile.browser().policies()) {
      if (etc.has(folder + Etc.MANAGED) || etc.has(folder + Etc.RECOMMENDED)) {
        ways.add(
            folder(machine, folder + Etc.MANAGED)
                .flatMap(managed ->
                    folder(machine, folder + Etc.RECOMMENDED)
                        .map(recommended -> new Rules(managed, recommended))));
      }
    }
    if (ways.isEmpty() || profile.browser().boxed() || profile.browser().policies().size() > 1) {
      ways.add(Reading.known(Rules.NONE));
    }
    return ways;
  }

  /** Of several files the last by name holds, as in Chromium's config_dir_policy_loader. */
  private Reading<ChromiumPolicies> folder(Machine machine, String folder) {
    if (!etc.has(folder)) {
      return Reading.known(ChromiumPolicies.NONE);
    }
    var list = new ListFolder(Etc.FOLDER + "/" + folder);
    return Answers.read(
        list,
        machine.ask(list),
        said ->
            said.code() == 0
                ? files(machine, list, said.text().lines().toList())
                : Answers.notUnderstood(list, said.error()));
  }

  private static Reading<ChromiumPolicies> files(
      Machine machine, ListFolder folder, List<String> files) {
    var all = new LinkedHashMap<String, Json>();
    for (String file : files) {
      if (!Trees.isName(file)) {
        return Answers.notUnderstood(folder, "a name that is no file's");
      }
      var question = new ReadJson(folder.path(), file, ChromiumPolicies.NAMES, true);
      switch (Answers.read(
          question, machine.ask(question), said -> Trees.read(said, folder.path()))) {
        case Reading.Known<Json.Obj>(var object) -> all.putAll(object.members());
        case Reading.Unknown<Json.Obj> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(new ChromiumPolicies(all));
  }

  /**
   * Every Firefox that a package brings; unknown when there is none, because one may lie anywhere.
   * A snap or a flatpak brings its own; what lies in /etc may or may not reach it.
   */
  @Override
  public Reading<List<FirefoxInstall>> firefox(Machine machine, Profile profile) {
    Optional<Reading<FirefoxPolicies>> given =
        etc.has(Etc.FIREFOX)
            ? Optional.of(FirefoxPolicies.read(machine, Etc.FOLDER + "/firefox/policies"))
            : Optional.empty();
    if (profile.browser().boxed()) {
      return given
          .map(told ->
              told.map(policies ->
                  List.of(FirefoxInstall.PLAIN, new FirefoxInstall(policies, FirefoxPrefs.NONE))))
          .orElse(Reading.known(List.of(FirefoxInstall.PLAIN)));
    }
    return FirefoxInstall.all(
        FIREFOXES.stream()
            .map(folder -> FirefoxInstall.read(machine, folder, given, shared(folder))));
  }

  /** An ESR has preferences of everybody of its own. */
  private static List<ListFolder> shared(ListFolder install) {
    boolean esr = install.path().endsWith(ESR);
    return PREFERENCES.stream().filter(one -> one.path().endsWith(ESR) == esr).toList();
  }
}
