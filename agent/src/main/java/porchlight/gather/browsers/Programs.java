package porchlight.gather.browsers;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/** Password managers that are programs, found by where they lie. */
public final class Programs {
  private Programs() {}

  /** One of them. */
  public interface Program {
    String name();
  }

  /**
   * The one that a person uses; empty where none is there. One that is there says nothing of
   * whether this very person has ever started it.
   */
  public static <P extends Program> Reading<Optional<String>> used(
      List<P> all, Predicate<P> isThere, Predicate<P> isUsed) {
    List<P> there = all.stream().filter(isThere).toList();
    Optional<P> used = there.stream().filter(isUsed).findFirst();
    return used.isPresent() || there.isEmpty()
        ? Reading.known(used.map(Program::name))
        : Reading.unknown(
            Reason.NOT_SUPPORTED,
            there.getLast().name()
                + " is installed; whether it is used by everybody here is not known");
  }
}
