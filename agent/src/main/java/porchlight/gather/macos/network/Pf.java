package porchlight.gather.macos.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Run;

/**
 * The packet filter. VPNs and Internet Sharing turn it on, so that it is on says nothing; only
 * rules beyond Apple's own would. Loaded rules are root's business; its file may be read by
 * everybody.
 */
final class Pf {
  static final Run INFO = Run.of("pfctl", "-s", "info");
  static final Run RULES = Run.of("pfctl", "-s", "rules");
  static final ReadFile FILE = new ReadFile("/etc/pf.conf");

  private static final List<String> STATUS = List.of("Status: Enabled", "Status: Disabled");

  private Pf() {}

  /** Whether rules of somebody's own filter; they are not read. */
  static Reading<Boolean> filters(Machine machine) {
    Reading<Boolean> on = isOn(machine.ask(INFO));
    if (on instanceof Known<Boolean>(var known)) {
      return known ? loaded(machine.ask(RULES)) : on;
    }
    return Answers.read(FILE, machine.ask(FILE), said -> Reading.known(hasOwn(said.text())));
  }

  static Reading<Boolean> isOn(Answer answer) {
    return Answers.read(
        INFO,
        answer,
        said -> {
          Optional<String> status =
              said.text()
                  .lines()
                  .filter(line -> line.startsWith("Status:"))
                  .findFirst()
                  .flatMap(line -> STATUS.stream().filter(line::startsWith).findFirst());
          return status.isPresent()
              ? Reading.known(status.get().equals(STATUS.getFirst()))
              : Refusal.because(INFO, said);
        });
  }

  static Reading<Boolean> loaded(Answer answer) {
    return Answers.read(
        RULES,
        answer,
        said ->
            said.code() == 0 ? Reading.known(hasOwn(said.text())) : Refusal.because(RULES, said));
  }

  /**
   * Both the file and the list of what is loaded have Apple's anchors in it, and no more; that of
   * Internet Sharing is there wherever a virtual machine runs.
   */
  private static boolean hasOwn(String rules) {
    return rules
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .anyMatch(line ->
            !line.isEmpty()
                && !line.startsWith("No ALTQ")
                && !line.startsWith("ALTQ related")
                && !line.matches(
                    "([a-z]+-)?anchor \"com\\.apple(\\.internet-sharing)?(/\\*)?\"[a-z ]*")
                && !line.matches(
                    "load anchor \"com\\.apple\" from \"/etc/pf\\.anchors/com\\.apple\""));
  }
}
