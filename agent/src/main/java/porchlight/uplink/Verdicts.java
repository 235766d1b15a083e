package porchlight.uplink;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import porchlight.json.Replies;

/**
 * The table of errors in {@code config/protocol.md}. Status and code must both fit: a proxy or a
 * captive portal answers 403 or 200 as well, and neither may cost a report or end an enrolment.
 */
final class Verdicts {
  private static final Map<Integer, Set<String>> REFUSALS =
      Map.of(
          400, Set.of("malformed", "bad-digest"),
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
    String code = said.problem().code();
    if (said.status() == 200 || said.status() == 202) {
      return Replies.receipt(said.text())
          .filter(receipt -> receipt.report().equals(report))
          .<Delivery>map(receipt ->
              receipt.stored() ? new Delivery.Accepted(receipt) : new Delivery.Duplicate(receipt))
          .orElse(new Delivery.Unreachable(said.words()));
    }
    if (said.status() == 409 && code.equals("sequence-taken")) {
      return said.problem()
          .nextSequence()
          .<Delivery>map(next -> new Delivery.Renumber(next, said.words()))
          .orElseGet(() -> new Delivery.Refused(said.words()));
    }
    if (said.status() == 409 && code.equals("cloned")) {
      return new Delivery.Cloned(said.words());
    }
    // Too large is too large, whoever says so.
    if (said.status() == 413 || names(REFUSALS, said.status(), code)) {
      return new Delivery.Refused(said.words());
    }
    if (names(DISMISSALS, said.status(), code)) {
      return new Delivery.Dismissed(said.words());
    }
    if (!code.isEmpty() || said.status() == 429 || said.status() >= 500) {
      return new Delivery.Later(said.after(), said.words());
    }
    return new Delivery.Unreachable(said.words());
  }

  private static boolean names(Map<Integer, Set<String>> table, int status, String code) {
    return table.getOrDefault(status, Set.of()).contains(code);
  }
}
