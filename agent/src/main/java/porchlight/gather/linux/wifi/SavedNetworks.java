package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * What one program that joins networks has saved.
 *
 * @param there whether it saves anything on this laptop
 */
record SavedNetworks(boolean there, List<Profile> weak, int networks, Optional<Unseen> unseen) {
  SavedNetworks {
    weak = List.copyOf(weak);
  }

  /** That program is not here. */
  static SavedNetworks absent() {
    return new SavedNetworks(false, List.of(), 0, Optional.empty());
  }

  /** It is here, and could not be looked into. */
  static SavedNetworks unseen(Reading.Unknown<?> why) {
    return new SavedNetworks(
        true, List.of(), 0, Optional.of(new Unseen(why.reason(), why.detail())));
  }

  /** What a folder of saved networks tells, by that reading of its list of names. */
  static SavedNetworks in(
      Machine machine, ListFolder folder, Function<String, Reading<List<Optional<Profile>>>> list) {
    Answer answer = machine.ask(folder);
    return answer instanceof Answer.Missing
        ? absent()
        : of(Answers.read(folder, answer, said -> list.apply(said.text())));
  }

  /** What was read, or why nothing was. */
  static SavedNetworks of(Reading<List<Optional<Profile>>> networks) {
    return switch (networks) {
      case Reading.Known<List<Optional<Profile>>>(var known) -> of(known);
      case Reading.Unknown<List<Optional<Profile>>> unknown -> unseen(unknown);
    };
  }

  /** It is here with these; {@code Optional.empty()} is a network that is not weak. */
  static SavedNetworks of(List<Optional<Profile>> networks) {
    return new SavedNetworks(
        true,
        networks.stream().flatMap(Optional::stream).toList(),
        networks.size(),
        Optional.empty());
  }

  /** Both; what could not be looked into in one of them stays so. */
  SavedNetworks and(SavedNetworks other) {
    var both = new ArrayList<>(weak);
    both.addAll(other.weak);
    return new SavedNetworks(
        there || other.there, both, networks + other.networks, unseen.or(() -> other.unseen));
  }

  Saved fact() {
    return new Saved(weak, networks, unseen);
  }
}
