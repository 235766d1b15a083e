package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Patches;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reading;
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
  public static final List<Question> QUESTIONS = List.of(WinSearch.SEARCH, WinUpdates.UPDATES);

  private static final String MANAGER = "Windows Update";

  private WinPatches() {}

  public static Reading<Patches> read(Machine machine) {
    return read(machine, Revisions.shipped());
  }

  static Reading<Patches> read(Machine machine, Revisions table) {
    Optional<Pending> monthly =
        WindowsVersion.read(machine) instanceof Reading.Known<WindowsVersion>(var version)
            ? monthly(version, table)
            : Optional.empty();
    Reading<Optional<Instant>> searched = WinUpdates.read(machine).flatMap(WinUpdates::searched);
    Instant made = table.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
    return switch (WinSearch.read(machine)) {
      case Reading.Known<List<Pending>>(var found) -> {
        var pending = new ArrayList<>(found);
        if (pending.isEmpty()) {
          monthly.ifPresent(pending::add);
        }
        yield pending.isEmpty()
            ? searched.flatMap(time -> nothing(machine, time))
            : Reading.known(
                new Patches(MANAGER, pending, asOf(searched).orElse(made), beside(machine)));
      }
      case Reading.Unknown<List<Pending>> unknown ->
          monthly.isPresent()
              ? Reading.known(new Patches(MANAGER, List.of(monthly.get()), made, beside(machine)))
              : unknown.as();
    };
  }

  private static Reading<Patches> nothing(Machine machine, Optional<Instant> searched) {
    return searched.isPresent()
        ? Reading.known(new Patches(MANAGER, List.of(), searched.get(), beside(machine)))
        : Reading.unknown(
            Reason.STALE,
            "nothing waits, but Windows does not say when it last looked with success");
  }

  private static Optional<Instant> asOf(Reading<Optional<Instant>> searched) {
    return searched instanceof Reading.Known<Optional<Instant>>(var time) ? time : Optional.empty();
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
  private static List<String> beside(Machine machine) {
    return UpdatePolicy.read(machine) instanceof Reading.Known<UpdatePolicy>(var policy)
        ? policy.holdsBack()
        : List.of("what a policy may hold back, which could not be read");
  }
}
