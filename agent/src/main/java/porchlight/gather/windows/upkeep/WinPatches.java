package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Patches;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Lifecycle;
import porchlight.gather.windows.WindowsVersion;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Security updates that wait on a Windows: what Windows Update found when it last looked, and the
 * monthly update that our table knows while this build has a lower revision. That nothing waits is
 * as old as the last look that went well.
 */
public final class WinPatches {
  /** All that may be asked, but for the version and the policy. */
  public static final List<Question> QUESTIONS = questions();

  private static final String MANAGER = "Windows Update";

  private WinPatches() {}

  private static List<Question> questions() {
    var all = new ArrayList<Question>(List.of(WinSearch.SEARCH, WinUpdates.UPDATES));
    all.addAll(HeldBack.QUESTIONS);
    return List.copyOf(all);
  }

  public static Reading<Patches> read(Machine machine) {
    return read(machine, Revisions.shipped());
  }

  static Reading<Patches> read(Machine machine, Revisions table) {
    Reading<WindowsVersion> version = WindowsVersion.read(machine);
    Optional<Pending> monthly =
        version instanceof Known<WindowsVersion>(var known)
            ? monthly(known, table)
            : Optional.empty();
    Reading<Optional<Instant>> searched = WinUpdates.read(machine).flatMap(WinUpdates::searched);
    Instant made = begins(table.asOf());
    return switch (WinSearch.read(machine)) {
      case Known<List<Pending>>(var found) -> {
        var pending = new ArrayList<>(found);
        if (pending.isEmpty()) {
          monthly.ifPresent(pending::add);
        }
        Instant asOf = asOf(searched).orElse(made);
        Optional<Instant> reached =
            version instanceof Known<WindowsVersion>(var known)
                ? table.reached(known).map(WinPatches::begins)
                : Optional.empty();
        yield pending.isEmpty()
            ? searched.flatMap(time -> nothing(machine, time, reached))
            : Reading.known(new Patches(MANAGER, pending, asOf, beside(machine, asOf)));
      }
      case Unknown<List<Pending>> unknown ->
          monthly.isPresent()
              ? Reading.known(
                  new Patches(MANAGER, List.of(monthly.get()), made, beside(machine, made)))
              : unknown.as();
    };
  }

  /**
   * Nothing is offered. Where something holds updates back, that says nothing: then only our table
   * does, as of the day of the update that it knows.
   *
   * @param reached the day of the table's newest update of this build, where this revision has it
   */
  private static Reading<Patches> nothing(
      Machine machine, Optional<Instant> searched, Optional<Instant> reached) {
    if (searched.isEmpty()) {
      return Reading.unknown(
          Reason.STALE, "nothing waits, but Windows does not say when it last looked with success");
    }
    Instant time = searched.get();
    Reading<List<String>> held = HeldBack.read(machine, time);
    if (held.equals(Reading.known(List.<String>of()))) {
      return Reading.known(new Patches(MANAGER, List.of(), time));
    }
    return reached.isEmpty()
        ? held.flatMap(words ->
            Reading.unknown(
                Reason.NOT_SUPPORTED,
                "nothing is offered, but some is held back: " + String.join("; ", words)))
        : Reading.known(
            new Patches(
                MANAGER,
                List.of(),
                time.isBefore(reached.get()) ? time : reached.get(),
                beside(machine, time)));
  }

  private static Instant begins(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<Instant> asOf(Reading<Optional<Instant>> searched) {
    return searched instanceof Known<Optional<Instant>>(var time) ? time : Optional.empty();
  }

  /** What is published after the end of support is for those who bought it: only Windows knows. */
  private static Optional<Pending> monthly(WindowsVersion version, Revisions table) {
    return table
        .lacking(version)
        .filter(row ->
            WinOsSupport.row(version, Lifecycle.shipped())
                .flatMap(Lifecycle.Version::until)
                .filter(until -> !row.published().isAfter(until))
                .isPresent())
        .map(row ->
            new Pending(
                "the monthly update of " + row.published(),
                version.number(),
                row.build() + "." + row.revision()));
  }

  /** Where others decide what is offered, what they hold back is not seen. */
  private static List<String> beside(Machine machine, Instant searched) {
    return HeldBack.read(machine, searched) instanceof Known<List<String>>(var words)
        ? words
        : List.of("what may be held back, which could not be read");
  }
}
