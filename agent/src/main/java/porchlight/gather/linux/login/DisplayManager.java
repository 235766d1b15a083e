package porchlight.gather.linux.login;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadLink;

/** Which program shows the graphical login, by the link that systemd starts it by. */
final class DisplayManager {
  static final ReadLink LINK = new ReadLink("/etc/systemd/system/display-manager.service");

  /** openSUSE has a unit of that name, which starts what its sysconfig names. */
  static final ReadLink SHIPPED = new ReadLink("/usr/lib/systemd/system/display-manager.service");

  static final ReadFile DEBIAN = new ReadFile("/etc/X11/default-display-manager");
  static final ListFolder WANTED = new ListFolder("/etc/systemd/system/graphical.target.wants");

  private static final List<String> KNOWN =
      List.of(
          "gdm",
          "gdm3",
          "lightdm",
          "sddm",
          "greetd",
          "cosmic-greeter",
          "lxdm",
          "nodm",
          "xdm",
          "slim",
          "ly",
          "wdm",
          "plasmalogin",
          "emptty",
          "lemurs");

  private DisplayManager() {}

  /** Its name as a service; empty when none is set to start. */
  static Reading<Optional<String>> read(Machine machine) {
    for (ReadLink link : List.of(LINK, SHIPPED)) {
      Answer answer = machine.ask(link);
      if (!(answer instanceof Answer.Missing)) {
        return Answers.read(link, answer, said -> named(said.text()));
      }
    }
    Answer debian = machine.ask(DEBIAN);
    if (!(debian instanceof Answer.Missing)) {
      return Answers.read(DEBIAN, debian, said -> named(said.text()));
    }
    return Folder.names(machine, WANTED)
        .map(names -> KNOWN.stream().filter(name -> names.contains(name + ".service")).findFirst());
  }

  private static Reading<Optional<String>> named(String path) {
    String line = path.strip();
    String name = line.substring(line.lastIndexOf('/') + 1).replaceFirst("\\.service$", "");
    if (line.equals("/dev/null")) {
      return Reading.known(Optional.empty()); // forbidden to start
    }
    return name.matches("[A-Za-z0-9@_.-]{1,60}")
        ? Reading.known(Optional.of(name))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "the display manager: " + Answers.brief(line));
  }
}
