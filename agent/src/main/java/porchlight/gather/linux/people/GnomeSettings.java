package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.Told;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadDconf;

/**
 * The settings of GNOME that hold for a person: what they chose, unless an administrator locked it;
 * else what an administrator set; else the default of this distribution. Read from the databases
 * themselves, because {@code gsettings} answers for whoever runs it.
 */
final class GnomeSettings {
  private static final String SCHEMAS = "glib-2.0/schemas/gschemas.compiled";

  /** How it begins when these settings are not known on this laptop at all. */
  static final String NO_SCHEMA = "no schema says";

  private GnomeSettings() {}

  /** A database's answers: its values, and which keys it forbids those above it to set. */
  private record Layer(Map<String, String> values, List<String> locks) {}

  /** The question for the defaults of those keys, the administrator's schemas first. */
  static List<ReadDconf> defaults(List<String> keys) {
    var schemas = keys.stream().map(GnomeSettings::inSchema).toList();
    return List.of(
        new ReadDconf("/usr/local/share", SCHEMAS, schemas),
        new ReadDconf("/usr/share", SCHEMAS, schemas));
  }

  /** {@code /org/gnome/desktop/session/idle-delay} as schemas name it; old ones lie elsewhere. */
  private static String inSchema(String key) {
    int last = key.lastIndexOf('/');
    String name = key.substring(1, last).replace('/', '.');
    return (name.startsWith("system.") ? "org.gnome." : "") + name + key.substring(last);
  }

  /** The values of all those keys, as {@code gsettings get} would say them. */
  static Reading<Map<String, String>> read(
      Machine machine, Person person, List<String> keys, List<ReadDconf> defaults) {
    return DconfProfile.read(machine, person, keys)
        .flatMap(questions -> layers(machine, questions))
        .flatMap(
            layers -> layers(machine, defaults).flatMap(schemas -> merged(keys, layers, schemas)));
  }

  private static Reading<List<Layer>> layers(Machine machine, List<ReadDconf> questions) {
    var layers = new ArrayList<Layer>();
    for (ReadDconf question : questions) {
      Answer answer = machine.ask(question);
      if (answer instanceof Answer.Missing) {
        layers.add(new Layer(Map.of(), List.of())); // nobody has set anything there
        continue;
      }
      switch (Told.read(question, name(question), answer, said -> layer(question, said.text()))) {
        case Reading.Known<Layer>(var layer) -> layers.add(layer);
        case Reading.Unknown<Layer> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(layers);
  }

  private static String name(ReadDconf question) {
    boolean own = question.path().startsWith(".config/");
    return (own ? "~" : question.folder()) + "/" + question.path();
  }

  private static Reading<Layer> layer(ReadDconf question, String text) {
    var values = new HashMap<String, String>();
    var locks = new ArrayList<String>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("lock ")) {
        locks.add(line.substring("lock ".length()));
      } else if (equals < 1
          || values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
        return Answers.notUnderstood(question, line);
      }
    }
    return Reading.known(new Layer(values, locks));
  }

  private static Reading<Map<String, String>> merged(
      List<String> keys, List<Layer> layers, List<Layer> schemas) {
    var merged = new HashMap<String, String>();
    for (String key : keys) {
      String value = value(key, layers);
      for (Layer schema : schemas) {
        value = value.isEmpty() ? schema.values().getOrDefault(inSchema(key), "") : value;
      }
      if (value.isEmpty()) {
        return Reading.unknown(Reason.TOOL_MISSING, NO_SCHEMA + " what " + key + " is by default");
      }
      merged.put(key, value);
    }
    return Reading.known(merged);
  }

  private static String value(String key, List<Layer> layers) {
    int from = layers.size() - 1;
    while (from > 0 && !layers.get(from).locks().contains(key)) {
      from--;
    }
    for (Layer layer : layers.subList(Math.max(0, from), layers.size())) {
      String value = layer.values().getOrDefault(key, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
