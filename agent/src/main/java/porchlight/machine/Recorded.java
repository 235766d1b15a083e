package porchlight.machine;

import java.time.Instant;
import java.util.List;

/**
 * What a machine answered, in the order it was asked.
 *
 * @param about free text for people
 * @param system {@code linux}, {@code macos} or {@code windows}
 */
public record Recorded(String about, Instant at, String system, List<Exchange> exchanges) {

  public Recorded {
    exchanges = List.copyOf(exchanges);
  }

  /** Whether anything in it came from the network by a probe. */
  public boolean asksTheNetwork() {
    return exchanges.stream().anyMatch(one -> Probe.isText(one.question));
  }

  /** One question, by its text, and its answer. */
  public record Exchange(String question, Answer answer) {}
}
