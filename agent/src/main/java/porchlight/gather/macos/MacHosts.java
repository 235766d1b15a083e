package porchlight.gather.macos;

import java.util.List;
import java.util.Locale;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.HostsFile;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;

/** {@code /etc/hosts}, which macOS always looks into first. */
public final class MacHosts {
  static final ReadFile FILE = new ReadFile("/etc/hosts");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(FILE, Sysctl.NAMES);

  private MacHosts() {}

  /** From the file and what the machine calls itself. */
  public static Reading<Hosts> read(Machine machine) {
    Answer answer = machine.ask(FILE);
    if (answer instanceof Answer.Missing) {
      return Reading.known(new Hosts(false, List.of(), 0));
    }
    String own =
        Sysctl.read(machine) instanceof Reading.Known<Sysctl>(var names)
            ? names.name().toLowerCase(Locale.ROOT).replaceFirst("\\..*", "")
            : "";
    return Answers.read(FILE, answer, said -> HostsFile.read(FILE, said.text(), own, true));
  }
}
