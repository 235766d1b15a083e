package porchlight.gather.windows.upkeep;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** Updates that somebody here, or a policy, put off for a while. */
final class Pause {
  private static final String SETTINGS = "HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings";
  private static final List<String> ENDS =
      List.of("PauseUpdatesExpiryTime", "PauseQualityUpdatesEndTime");

  static final ReadRegistry CHOSEN = new ReadRegistry(SETTINGS, ENDS);

  private Pause() {}

  /** Until when a person had them put off, be it over or not. */
  static Reading<Optional<Instant>> until(Machine machine) {
    return Registry.read(machine, CHOSEN)
        .flatMap(registry ->
            end(registry, ENDS.getFirst())
                .flatMap(all -> end(registry, ENDS.getLast()).map(monthly -> later(all, monthly))));
  }

  /** Until when a person or a policy had them put off, be it over or not. */
  static Reading<Optional<Instant>> untilOfAll(Machine machine) {
    return until(machine)
        .flatMap(own ->
            ruled(machine, UpdatePolicy.SERVER, UpdatePolicy.KEY)
                .flatMap(ruled ->
                    ruled(machine, ManagedUpdates.RULES, ManagedUpdates.KEY)
                        .map(managed -> later(own, later(ruled, managed)))));
  }

  private static Reading<Optional<Instant>> ruled(
      Machine machine, ReadRegistry question, String key) {
    return Registry.read(machine, question)
        .flatMap(registry -> RuledPause.until(question, registry, key));
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
  }

  private static Reading<Optional<Instant>> end(Registry registry, String name) {
    return registry
        .text(SETTINGS, name)
        .flatMap(text -> {
          if (text.isEmpty() || text.get().isBlank()) {
            return Reading.known(Optional.empty());
          }
          try {
            return Reading.known(Optional.of(Instant.parse(text.get().strip())));
          } catch (DateTimeException notATime) {
            return Answers.notUnderstood(CHOSEN, name + " " + text.get());
          }
        });
  }
}
