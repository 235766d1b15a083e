package porchlight.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import porchlight.cli.screen.Plain;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.gather.Gathering;
import porchlight.gather.Memory;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;

/**
 * A machine to read facts from: this one, or one that was recorded.
 *
 * @param at the time of its facts
 * @param memory of earlier looks; a recording has none
 */
record Source(String system, Instant at, Machine machine, boolean root, Memory memory) {

  static Source of(Optional<Recorded> replay, Doors doors) {
    return replay
        .map(recorded ->
            new Source(
                recorded.system(), recorded.at(), new Transcript(recorded), false, Memory.NONE))
        .orElseGet(() -> here(doors));
  }

  private static Source here(Doors doors) {
    return new Source(
        doors.system(), doors.clock().instant(), doors.here(), doors.root(), doors.memory());
  }

  /** Nobody should take a recording for the laptop in front of them. */
  void tellReplay(String file, Terminal terminal) {
    terminal
        .err()
        .println(Plain.of("replaying " + file + ": " + system + " at " + at, terminal.talk()));
  }

  Source through(Machine other) {
    return new Source(system, at, other, root, Memory.NONE);
  }

  Facts facts(Set<Fact> wanted, Doors doors, Terminal terminal, boolean quiet) {
    var gatherer = doors.gatherers().on(system, machine);
    if (quiet) {
      return new Gathering(wanted, Gathering.USUAL_LIMIT, fact -> {}).gather(gatherer, at, memory);
    }
    try (var looking = new Looking(terminal, wanted)) {
      return new Gathering(wanted, Gathering.USUAL_LIMIT, looking).gather(gatherer, at, memory);
    }
  }
}
