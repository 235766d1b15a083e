package porchlight.gather.linux.browsers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadJson;

/**
 * What the policies in a folder say: of several files the last by name holds, as in Chromium's
 * config_dir_policy_loader.
 */
record ChromiumPolicies(Map<String, Json> values) {
  private static final String LEVEL = "SafeBrowsingProtectionLevel";
  private static final String OLD = "SafeBrowsingEnabled";
  private static final String SMART_SCREEN = "SmartScreenEnabled";
  private static final String PASSWORDS = "PasswordManagerEnabled";
  static final List<String> NAMES = List.of(LEVEL, OLD, SMART_SCREEN, PASSWORDS);

  static final ChromiumPolicies NONE = new ChromiumPolicies(Map.of());

  /** Those of that folder below /etc. */
  static Reading<ChromiumPolicies> read(Machine machine, Present etc, String folder) {
    if (!etc.has(folder)) {
      return Reading.known(NONE);
    }
    var list = new ListFolder(Etc.FOLDER + "/" + folder);
    return Answers.read(
        list,
        machine.ask(list),
        said ->
            said.code() == 0
                ? read(machine, list, said.text().lines().toList())
                : Answers.notUnderstood(list, said.error()));
  }

  private static Reading<ChromiumPolicies> read(
      Machine machine, ListFolder folder, List<String> files) {
    var all = new LinkedHashMap<String, Json>();
    for (String file : files) {
      if (!Trees.isName(file)) {
        return Answers.notUnderstood(folder, "a name that is no file's");
      }
      var question = new ReadJson(folder.path(), file, NAMES, true);
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

  /** Whether pages are warned of; empty where the policies do not say. */
  Reading<Optional<Boolean>> warnings(boolean edge) {
    if (edge) {
      return truth(SMART_SCREEN);
    }
    if (!values.containsKey(LEVEL)) {
      return truth(OLD);
    }
    long level = values.get(LEVEL) instanceof Json.Num number ? number.whole().orElse(-1L) : -1;
    return level >= 0 && level <= 2
        ? Reading.known(Optional.of(level > 0))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "a policy: " + LEVEL + " is no level");
  }

  /** Whether the browser offers to keep passwords; empty where the policies do not say. */
  Reading<Optional<Boolean>> passwords() {
    return truth(PASSWORDS);
  }

  private Reading<Optional<Boolean>> truth(String name) {
    if (!values.containsKey(name)) {
      return Reading.known(Optional.empty());
    }
    return values.get(name) instanceof Json.Bool(var on)
        ? Reading.known(Optional.of(on))
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, "a policy: " + name + " is neither true nor false");
  }
}
