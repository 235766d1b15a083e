package porchlight.uplink;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import porchlight.json.Replies;

/**
 * The table of errors in {@code config/protocol.md}. Status and code must both fit: a proxy or a
 * captive portal answers 403 or 200 as well, and neither may cost a report or end an enrolment. And
 * what costs something is believed only if it is central's, by its seal where it gives one.
 */
final class Verdicts {
  private static final Map<Integer, Set<String>> REFUSALS =
      Map.of(
          400, Set.of("malformed", "bad-digest"),
          413, Set.of("too-large"),
          415, Set.of("unsupported-media"),
          422, Set.of("invalid"));
  private static final Map<Integer, Set<String>> DISMISSALS =
      Map.of(403, Set.of("revoked"), 410, Set.of("retired"));

  private Verdicts() {}

  static Delivery on(UUID report, Reply reply) {
    return switch (reply) {
      case Reply.Silent(var why) -> new Delivery.Unreachable(why);
      case Reply.Said said -> on(report, said);
    };
  }

  private static Delivery on(UUID report, Reply.Said said) {
    if (said.status() == 200 || said.status() == 202) {
      return Replies.receipt(said.text())
          .filter(receipt -> receipt.report().equals(report))
          .<Delivery>map(receipt ->
              receipt.stored() ? new Delivery.Accepted(receipt) : new Delivery.Duplicate(receipt))
          .orElse(new Delivery.Unreachable(said.words()));
    }
    String code = said.problem().code();
    if (names(REFUSALS, said.status(), code) || said.status() == 413) {
      return refused(said, code);
    }
    if (said.believed()) {
      var word = lastWord(said, code);
      if (word.isPresent()) {
        return word.get();
      }
    }
    if (said.status() == 401 && code.equals("unknown-key")) {
      return new Delivery.Stranger(said.after(), said.words());
    }
    if (!code.isEmpty() || said.status() == 429 || said.status() >= 500) {
      return new Delivery.Later(said.after(), said.words());
    }
    return new Delivery.Unreachable(said.words());
  }

  /**
   * What came damaged (400) is no word on the report as we sent it, unless central says so of a
   * request whose signature it has held: then it came as it was sent.
   */
  private static Delivery refused(Reply.Said said, String code) {
    boolean known = said.believed() && names(REFUSALS, said.status(), code);
    return known && (said.sealed() || said.status() != 400)
        ? new Delivery.Refused(said.words())
        : new Delivery.Doubtful(said.after(), said.words());
  }

  /** What changes who this device is, or what it counts. */
  private static Optional<Delivery> lastWord(Reply.Said said, String code) {
    if (said.status() == 409 && code.equals("sequence-taken")) {
      return said.problem().nextSequence().map(next -> new Delivery.Renumber(next, said.words()));
    }
    if (said.status() == 409 && code.equals("cloned")) {
      return Optional.of(new Delivery.Cloned(said.words()));
    }
    return names(DISMISSALS, said.status(), code)
        ? Optional.of(new Delivery.Dismissed(said.words()))
        : Optional.empty();
  }

  private static boolean names(Map<Integer, Set<String>> table, int status, String code) {
    return table.getOrDefault(status, Set.of()).contains(code);
  }
}
