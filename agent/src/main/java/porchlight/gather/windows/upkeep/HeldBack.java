package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** What keeps updates that are published from being offered to this Windows. */
final class HeldBack {
  static final List<Question> QUESTIONS =
      List.of(UpdatePolicy.SERVER, ManagedUpdates.RULES, Pause.CHOSEN);

  private HeldBack() {}

  /** Each in a few words, as it was when updates were looked for. */
  static Reading<List<String>> read(Machine machine, Instant searched) {
    var all = new ArrayList<String>();
    for (Reading<List<String>> one :
        List.of(
            UpdatePolicy.read(machine).map(UpdatePolicy::holdsBack),
            ruled(machine, searched),
            ManagedUpdates.holdsBack(machine, searched),
            chosen(machine, searched))) {
      switch (one) {
        case Known<List<String>>(var words) -> all.addAll(words);
        case Unknown<List<String>> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(all.stream().distinct().toList());
  }

  private static Reading<List<String>> ruled(Machine machine, Instant searched) {
    return Registry.read(machine, UpdatePolicy.SERVER)
        .flatMap(registry -> RuledPause.isRuled(registry, UpdatePolicy.KEY, searched))
        .map(RuledPause::words);
  }

  private static Reading<List<String>> chosen(Machine machine, Instant searched) {
    return Pause.until(machine)
        .map(until ->
            until.filter(searched::isBefore).isPresent()
                ? List.of("updates that somebody here put off")
                : List.of());
  }
}
