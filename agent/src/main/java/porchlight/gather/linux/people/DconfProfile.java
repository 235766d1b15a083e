package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadDconf;
import porchlight.machine.Question.ReadFile;

/** Which dconf databases hold for a person, the first before the next: dconf(7), "Profiles". */
final class DconfProfile {
  static final ListFolder OF_ONE = new ListFolder("/run/dconf/user");
  static final List<ReadFile> OF_ALL =
      List.of(
          new ReadFile("/etc/dconf/profile/user"),
          new ReadFile("/usr/local/share/dconf/profile/user"),
          new ReadFile("/usr/share/dconf/profile/user"));

  private static final String SYSTEM = "/etc/dconf/db";
  private static final Pattern LINE =
      Pattern.compile("(user|system)-db:\\s*([A-Za-z0-9][A-Za-z0-9_.-]{0,60})");

  private DconfProfile() {}

  /** What to ask, for those keys. */
  static Reading<List<ReadDconf>> read(Machine machine, Person person, List<String> keys) {
    if (!(machine.ask(OF_ONE.file(Integer.toString(person.number()))) instanceof Answer.Missing)) {
      return Reading.unknown(Reason.NOT_SUPPORTED, "dconf has a profile for this person alone");
    }
    for (ReadFile file : OF_ALL) {
      Answer answer = machine.ask(file);
      if (!(answer instanceof Answer.Missing)) {
        return Answers.read(file, answer, said -> layers(file, said.text(), person, keys));
      }
    }
    return Reading.known(List.of(own("user", person, keys)));
  }

  private static ReadDconf own(String name, Person person, List<String> keys) {
    return person.home().dconf(".config/dconf/" + name, keys);
  }

  private static Reading<List<ReadDconf>> layers(
      ReadFile file, String text, Person person, List<String> keys) {
    var layers = new ArrayList<ReadDconf>();
    for (String line : text.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
      if (line.isEmpty()) {
        continue;
      }
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Answers.notUnderstood(file, line);
      }
      layers.add(
          parts.group(1).equals("user")
              ? own(parts.group(2), person, keys)
              : new ReadDconf(SYSTEM, parts.group(2), keys));
    }
    return layers.isEmpty() ? Answers.notUnderstood(file, "no database") : Reading.known(layers);
  }
}
