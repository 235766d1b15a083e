package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** Settings files that are found by looking into a folder. */
final class Folder {
  private Folder() {}

  /** The names in it; none when there is no such folder. */
  static Reading<List<String>> names(Machine machine, ListFolder folder) {
    Answer answer = machine.ask(folder);
    return answer instanceof Answer.Missing
        ? Reading.known(List.of())
        : Answers.read(folder, answer, said -> Reading.known(said.text().lines().toList()));
  }

  /** A file of it, read by {@code read}; one that was seen there and cannot be read is unknown. */
  static <T> Reading<T> file(
      Machine machine, ListFolder folder, String name, Function<String, Reading<T>> read) {
    if (name.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\')) {
      return Answers.notUnderstood(folder, "a file with an odd name");
    }
    var file = folder.file(name);
    return Answers.read(file, machine.ask(file), said -> read.apply(said.text()));
  }

  /** What {@code read} makes of each of the wanted files in it, in the order of their names. */
  static <T> Reading<List<T>> files(
      Machine machine,
      ListFolder folder,
      Predicate<String> wanted,
      Function<String, Reading<T>> read) {
    return names(machine, folder)
        .flatMap(names -> {
          var all = new ArrayList<T>();
          for (String name : names.stream().filter(wanted).sorted().toList()) {
            switch (file(machine, folder, name, read)) {
              case Reading.Known<T>(var one) -> all.add(one);
              case Reading.Unknown<T> unknown -> {
                return unknown.as();
              }
            }
          }
          return Reading.known(List.copyOf(all));
        });
  }
}
