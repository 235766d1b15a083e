package porchlight.gather.linux;

import java.util.List;
import java.util.Locale;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.HostsFile;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** {@code /etc/hosts}, hosts(5), read as the C library reads it. */
public final class LinuxHosts {
  static final ReadFile FILE = new ReadFile("/etc/hosts");
  static final ReadFile OWN_NAME = new ReadFile("/proc/sys/kernel/hostname");
  static final ReadFile ORDER = new ReadFile("/etc/nsswitch.conf");

  private LinuxHosts() {}

  /** From the file, what the machine calls itself, and the order in which names are looked up. */
  public static Reading<Hosts> read(Machine machine) {
    Answer answer = machine.ask(FILE);
    if (answer instanceof Answer.Missing) {
      return Reading.known(new Hosts(false, List.of(), 0));
    }
    String own =
        machine.ask(OWN_NAME) instanceof Answer.Said said
            ? said.text().strip().toLowerCase(Locale.ROOT).replaceFirst("\\..*", "")
            : "";
    boolean isAsked = isAsked(machine.ask(ORDER));
    return Answers.read(FILE, answer, said -> HostsFile.read(FILE, said.text(), own, isAsked));
  }

  /** Asked unless the order is known, and has neither the file nor a service that reads it. */
  private static boolean isAsked(Answer order) {
    if (!(order instanceof Answer.Said said)) {
      return true;
    }
    List<String> lines =
        said.text()
            .lines()
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> line.startsWith("hosts:"))
            .toList();
    return lines.isEmpty()
        || lines.stream()
            .flatMap(line -> List.of(line.split("[\\s:]+", -1)).stream())
            .anyMatch(word -> word.equals("files") || word.equals("resolve"));
  }
}
