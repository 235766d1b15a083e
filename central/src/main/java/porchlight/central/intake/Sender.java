package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.ledger.Arrival;
import porchlight.central.ledger.KnownKey;
import porchlight.central.ledger.Ledger;

/** A device that has proven itself, and when; its nonce is still to be used up. */
record Sender(KnownKey key, Arrival.Proof proof, Instant now) {

  /** Who signed; refuses who is unknown, may not report, or asks too often. */
  static Sender of(Signed signed, Ledger ledger, Limits limits, InstantSource clock)
      throws Refused {
    KnownKey key =
        ledger
            .key(signed.keyId())
            .orElseThrow(() -> new Refused(Code.UNKNOWN_KEY, "no device has this key"));
    Instant now = clock.instant();
    signed.hold(key.key(), now);
    Standings.demandActive(key.standing());
    admit(key.device(), limits);
    return new Sender(key, signed.proof(), now);
  }

  /** Refuses a device that asks too often. */
  static void admit(String device, Limits limits) throws Refused {
    if (!limits.requests().admits(device)) {
      throw new Refused(Code.SLOW_DOWN, "this device asks too often");
    }
  }

  /** Refuses a body that speaks for another device. */
  void demand(String device) throws Refused {
    demand(key.device(), device);
  }

  /** Refuses a body that speaks for another device than the one whose key has signed. */
  static void demand(String sender, String device) throws Refused {
    if (!sender.equals(device)) {
      throw new Refused(Code.INVALID, "/device: is not the device of this key");
    }
  }

  /** Uses the nonce up; refuses one that was used before. */
  void once(Ledger ledger) throws Refused {
    if (!ledger.use(proof)) {
      throw new Refused(Code.REPLAYED, "the nonce was used before");
    }
  }
}
