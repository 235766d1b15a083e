package porchlight.gather.linux.route;

import java.util.Optional;
import java.util.Set;
import porchlight.facts.Lan.Connection;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/** The kernel's counts that tell a link that stayed up from one that was elsewhere meanwhile. */
final class Unbroken {
  static final ListFolder LINKS = new ListFolder("/sys/class/net");
  static final ReadFile SUSPENDS = new ReadFile("/sys/power/suspend_stats/success");
  static final ReadFile SLEEP = new ReadFile("/sys/power/state");

  /** What ends with its cable; a bridge or bond stays up when one of its ports moves. */
  private static final Set<String> ENDS_WITH_ITS_CABLE = Set.of("", "veth");

  private static final int LONGEST_COUNT = 18;

  private Unbroken() {}

  static Optional<Connection> read(Machine machine, OwnLinks.Own own) {
    if (!ENDS_WITH_ITS_CABLE.contains(own.link().kind()) || own.index() < 0) {
      return Optional.empty();
    }
    var boot = LinuxIdentity.boot(machine);
    var changes = count(machine, LINKS.folder(own.name().value()).file("carrier_changes"));
    var suspends = suspends(machine);
    return boot.isPresent() && changes.isPresent() && suspends.isPresent()
        ? Optional.of(
            new Connection(boot.get().toString(), own.index(), changes.get(), suspends.get()))
        : Optional.empty();
  }

  /** A machine that sleeps uncounted may wake up elsewhere; one that cannot sleep never did. */
  private static Optional<Long> suspends(Machine machine) {
    var counted = count(machine, SUSPENDS);
    if (counted.isPresent()) {
      return counted;
    }
    return machine.ask(SLEEP) instanceof Answer.Said said && said.text().isBlank()
        ? Optional.of(0L)
        : Optional.empty();
  }

  private static Optional<Long> count(Machine machine, Question file) {
    if (!(machine.ask(file) instanceof Answer.Said said)) {
      return Optional.empty();
    }
    String digits = said.text().strip();
    boolean isCount =
        !digits.isEmpty()
            && digits.length() <= LONGEST_COUNT
            && digits.chars().allMatch(one -> one >= '0' && one <= '9');
    return isCount ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
