package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;

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
