package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.Unreadable;
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

  /** What is done with the body of a sender; the nonce is still to be used up in it. */
  interface Work<T> {
    T done(Sender sender, byte[] body) throws Refused, Unreadable;
  }

  /** Reads who sent it and the body, and does the work; what is refused then is the last word. */
  static <T> T taking(
      Incoming request, Ledger ledger, Limits limits, InstantSource clock, Work<T> work)
      throws Refused {
    byte[] sent = Bodies.sent(request);
    Signed signed = Signed.read(request, sent);
    return signed.taking(() -> {
      Sender sender = of(signed, ledger, limits, clock);
      try {
        return work.done(sender, Bodies.unpacked(request, sent));
      } catch (Unreadable e) {
        throw Standings.refused(e);
      }
    });
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
