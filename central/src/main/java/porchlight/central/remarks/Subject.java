package porchlight.central.remarks;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a remark is about: all of what is named has to fit. Without an organisation it is about
 * every client's; {@code seen} is the key of a {@link Sighting}, {@code place} the id of a place.
 */
public record Subject(
    Optional<String> organisation,
    Optional<String> device,
    Optional<String> check,
    Optional<String> place,
    Optional<String> seen) {
  /** Whether anything is named that can be seen: of an organisation alone there are no remarks. */
  public boolean isAboutSomething() {
    return device.isPresent() || check.isPresent() || place.isPresent() || seen.isPresent();
  }

  /** All that is named, by its ids. */
  public String told() {
    return Stream.of(
            named("check", check),
            named("device", device),
            named("place", place),
            named("seen", seen),
            named("organisation", organisation))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> named(String kind, Optional<String> id) {
    return id.map(one -> kind + " " + one);
  }
}
