package porchlight.gather.macos.people;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** Settings that belong to a person are asked for as the person at the screen, or not at all. */
public final class AtTheScreen {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(Console.OWNER, Console.OURS);

  private AtTheScreen() {}

  /**
   * Which of two questions to ask.
   *
   * @param ours asks of whoever we are
   * @param theirs asks of the person with the number that stands for {@link Run#UID}; only root may
   */
  public static Reading<Run> question(Machine machine, Run ours, Run theirs) {
    return Console.person(machine.ask(Console.OWNER))
        .flatMap(person ->
            Console.ours(machine.ask(Console.OURS))
                .flatMap(us -> question(person, us, ours, theirs)));
  }

  private static Reading<Run> question(
      Optional<Console.Person> person, int us, Run ours, Run theirs) {
    if (person.isEmpty()) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED,
          "nobody is logged in at the screen now, and the settings belong to people");
    }
    int them = person.get().number();
    if (them == us) {
      return Reading.known(ours);
    }
    return us == 0
        ? Reading.known(theirs.as(them))
        : Reading.unknown(
            Reason.NEEDS_PRIVILEGE,
            "the settings of the person at the screen are not ours to read");
  }
}
