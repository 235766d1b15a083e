package porchlight.gather.linux.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.people.Accounts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadLink;

/** Where the people of this laptop keep their files, which may be another disk than the root's. */
final class Homes {
  /** On some laptops it leads to another disk. */
  static final ReadLink HOME = new ReadLink("/home");

  private Homes() {}

  /** The home folders of all accounts, as they lie on the file systems. */
  static Reading<List<String>> read(Machine machine) {
    return switch (Accounts.read(machine)) {
      case Unknown<Accounts> unknown -> unknown.as();
      case Known<Accounts>(var accounts) -> {
        Optional<String> moved = target(machine.ask(HOME));
        var paths = new ArrayList<String>();
        for (Accounts.Person person : accounts.people()) {
          String path = person.home().path();
          paths.add(
              path.startsWith("/home/") && moved.isPresent()
                  ? moved.get() + path.substring("/home".length())
                  : path);
        }
        yield accounts.others().isEmpty()
            ? Reading.known(paths)
            : Reading.unknown(Reason.NOT_UNDERSTOOD, accounts.others());
      }
    };
  }

  /** Where a link leads; empty when it is none. */
  private static Optional<String> target(Answer answer) {
    return answer instanceof Answer.Said said && !said.text().isBlank()
        ? Optional.of(said.text().strip()).map(to -> to.startsWith("/") ? to : "/" + to)
        : Optional.empty();
  }
}
