package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * GDM: {@code [daemon] AutomaticLoginEnable} with {@code AutomaticLogin}, or {@code
 * TimedLoginEnable} with {@code TimedLogin}. What was set for this run of the system comes first.
 */
final class Gdm {
  static final List<ListFolder> FOLDERS =
      List.of(new ListFolder("/etc/gdm3"), new ListFolder("/etc/gdm"));
  static final List<ReadFile> OF_THIS_RUN =
      List.of(new ReadFile("/run/gdm3/custom.conf"), new ReadFile("/run/gdm/custom.conf"));

  /** Debian's GDM reads the one, all others' the other. */
  private static final Set<String> FILES = Set.of("daemon.conf", "custom.conf");

  private static final String GROUP = "daemon";

  private Gdm() {}

  static Reading<Entry> read(Machine machine) {
    return firsts(machine)
        .flatMap(first -> {
          var entries = new ArrayList<Entry>();
          for (ListFolder folder : FOLDERS) {
            switch (Folder.files(machine, folder, FILES::contains, text -> entry(first, text))) {
              case Reading.Known<List<Entry>>(var some) -> entries.addAll(some);
              case Reading.Unknown<List<Entry>> unknown -> {
                return unknown.as();
              }
            }
          }
          return Agreed.of(entries, "GDM");
        });
  }

  private static Reading<List<KeyFile>> firsts(Machine machine) {
    var first = new ArrayList<KeyFile>();
    for (ReadFile file : OF_THIS_RUN) {
      Answer answer = machine.ask(file);
      if (answer instanceof Answer.Missing) {
        continue;
      }
      switch (Answers.read(file, answer, said -> keys(said.text()))) {
        case Reading.Known<KeyFile>(var keys) -> first.add(keys);
        case Reading.Unknown<KeyFile> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(first);
  }

  private static Reading<KeyFile> keys(String text) {
    return KeyFile.of(text)
        .map(Reading::known)
        .orElseGet(() -> Reading.unknown(Reason.NOT_UNDERSTOOD, "GDM's settings: " + brief(text)));
  }

  private static String brief(String text) {
    return Answers.brief(text.lines().findFirst().orElse(""));
  }

  private static Reading<Entry> entry(List<KeyFile> first, String text) {
    return keys(text)
        .flatMap(last -> {
          Function<String, Optional<String>> value =
              key -> {
                for (KeyFile one : first) {
                  if (one.value(GROUP, key).isPresent()) {
                    return one.value(GROUP, key);
                  }
                }
                return last.value(GROUP, key);
              };
          return entry(value, "AutomaticLogin")
              .flatMap(entry ->
                  entry instanceof Entry.Opens ? Reading.known(entry) : entry(value, "TimedLogin"));
        });
  }

  /** GDM takes these words for truths; any other it takes for not being there. */
  private static Reading<Entry> entry(Function<String, Optional<String>> value, String name) {
    String enabled = value.apply(name + "Enable").orElse("false");
    String person = value.apply(name).orElse("");
    if (enabled.equalsIgnoreCase("true") || enabled.equals("1")) {
      return Reading.known(
          person.isEmpty() ? new Entry.Asks() : new Entry.Opens(person, name + "Enable=true"));
    }
    return enabled.equalsIgnoreCase("false") || enabled.equals("0")
        ? Reading.known(new Entry.Asks())
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            "GDM's settings: " + name + "Enable is " + Answers.brief(enabled));
  }
}
