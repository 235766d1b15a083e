package porchlight.central.intake;

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

  static Refused refused(Unreadable unreadable) {
    return switch (unreadable.kind()) {
      case NOT_JSON -> new Refused(Code.MALFORMED, unreadable.detail());
      case INVALID -> new Refused(Code.INVALID, unreadable.detail());
    };
  }
}
