package porchlight.gather.macos.browsers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Trees;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadJson;

/**
 * What a program's preferences say to a person: those that are managed nobody may choose against,
 * the others hold by default. What is said to that person comes before what is said to everybody.
 */
final class Preferences {
  private static final String MANAGED = "/Library/Managed Preferences";
  private static final String EVERYBODYS = "/Library/Preferences";
  private static final String OWN = "Library/Preferences/";
  private static final String LIST = ".plist";

  private Preferences() {}

  static Reading<Map<String, Json>> managed(
      Machine machine, Owner person, String bundle, List<String> keys) {
    if (!Trees.isName(person.name())) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "an account's name is not plain");
    }
    return both(
        machine,
        bundle,
        new ReadJson(MANAGED, bundle + LIST, keys, false),
        new ReadJson(MANAGED, person.name() + "/" + bundle + LIST, keys, false));
  }

  static Reading<Map<String, Json>> plain(
      Machine machine, Owner person, String bundle, List<String> keys) {
    return both(
        machine,
        bundle,
        new ReadJson(EVERYBODYS, bundle + LIST, keys, false),
        person.home().json(OWN + bundle + LIST, keys));
  }

  private static Reading<Map<String, Json>> both(
      Machine machine, String bundle, ReadJson everybodys, ReadJson theirs) {
    return one(machine, bundle, everybodys)
        .flatMap(all ->
            one(machine, bundle, theirs)
                .map(own -> {
                  var merged = new LinkedHashMap<>(all);
                  merged.putAll(own);
                  return merged;
                }));
  }

  private static Reading<Map<String, Json>> one(Machine machine, String bundle, ReadJson question) {
    Answer answer = machine.ask(question);
    String name = "the preferences of " + bundle;
    return answer instanceof Answer.Missing
        ? Reading.known(Map.of())
        : Told.read(question, name, answer, said -> members(question, said, name));
  }

  /** Those that were asked for; any other would be one of them that was spoilt. */
  static Reading<Map<String, Json>> members(ReadJson question, Answer.Said said, String name) {
    return Trees.read(said, name)
        .flatMap(list ->
            question.members().containsAll(list.members().keySet())
                ? Reading.known(list.members())
                : Reading.unknown(
                    Reason.NOT_UNDERSTOOD, name + ": something that was not asked for"));
  }
}
