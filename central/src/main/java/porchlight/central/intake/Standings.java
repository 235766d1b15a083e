package porchlight.central.intake;

import java.util.Optional;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Standing;

/** What other rooms found, as a refusal. */
final class Standings {
  private Standings() {}

  static void demandActive(Standing standing) throws Refused {
    switch (standing) {
      case ACTIVE -> {}
      case PENDING -> throw new Refused(Code.UNKNOWN_KEY, "this device waits for approval");
      case REVOKED -> throw new Refused(Code.REVOKED, "this device may no longer report");
      case RETIRED -> throw new Refused(Code.RETIRED, "this device is retired");
    }
  }

  static Refused noLonger(Optional<Standing> standing) throws Refused {
    if (standing.isPresent()) {
      demandActive(standing.get());
    }
    return new Refused(Code.UNKNOWN_KEY, "no device has this key any more");
  }

  static Refused replayed() {
    return new Refused(Code.REPLAYED, "the nonce was used before");
  }

  static Refused refused(Unreadable unreadable) {
    return switch (unreadable.kind()) {
      case NOT_JSON -> new Refused(Code.MALFORMED, unreadable.detail());
      case INVALID -> new Refused(Code.INVALID, unreadable.detail());
    };
  }
}
