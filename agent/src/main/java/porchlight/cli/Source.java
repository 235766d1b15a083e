package porchlight.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import porchlight.cli.screen.Plain;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Probes;
import porchlight.gather.Gathering;
import porchlight.gather.Memory;
import porchlight.gather.Probing;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.policy.PlaceRules;

/**
 * A machine to read facts from: this one, or one that was recorded.
 *
 * @param at the time of its facts
 * @param memory of earlier looks; a recording has none
 * @param silent why nothing of the network can be known; empty where it can
 */
record Source(
    String system,
    Instant at,
    Machine machine,
    boolean root,
    Memory memory,
    Optional<String> silent) {

  static Source of(Optional<Recorded> replay, Doors doors) {
    return of(replay, doors, PlaceRules.NONE);
  }

  /** The same, seen by what a policy says of places. */
  static Source of(Optional<Recorded> replay, Doors doors, PlaceRules rules) {
    return replay
        .map(recorded ->
            new Source(
                recorded.system(),
                recorded.at(),
                new Transcript(recorded),
                false,
                Memory.NONE,
                recorded.asksTheNetwork()
                    ? Optional.empty()
                    : Optional.of("the network was not asked when this was recorded")))
        .orElseGet(() -> here(doors, rules));
  }

  private static Source here(Doors doors, PlaceRules rules) {
    return new Source(
        doors.system(),
        doors.clock().instant(),
        doors.here(),
        doors.root(),
        doors.memory().by(rules),
        Optional.empty());
  }

  /** Nobody should take a recording for the laptop in front of them. */
  void tellReplay(String file, Terminal terminal) {
    terminal
        .err()
        .println(Plain.of("replaying " + file + ": " + system + " at " + at, terminal.talk()));
  }

  Source through(Machine other) {
    return new Source(system, at, other, root, Memory.NONE, silent);
  }

  /** The same machine, and nothing is asked of its network. */
  Source offline(boolean wanted) {
    return wanted
        ? new Source(system, at, machine, root, memory, Optional.of("--offline asks nothing"))
        : this;
  }

  Facts facts(Set<Fact> wanted, Probes asked, Doors doors, Terminal terminal, boolean quiet) {
    var gatherer = doors.gatherers().on(system, machine);
    var probing = Probing.of(silent.map(asked::turnedOff).orElse(asked));
    if (quiet) {
      return new Gathering(wanted, Gathering.USUAL_LIMIT, fact -> {}, probing)
          .gather(gatherer, at, memory);
    }
    try (var looking = new Looking(terminal, wanted)) {
      return new Gathering(wanted, Gathering.USUAL_LIMIT, looking, probing)
          .gather(gatherer, at, memory);
    }
  }
}
