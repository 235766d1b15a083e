package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.DeviceWords;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.Seals;

/** {@code POST /v1/key}: another key takes over with its first use. */
public final class Rekeying {
  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;

  /** Keys of this ledger's devices. */
  public Rekeying(Ledger ledger, Limits limits, InstantSource clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /** The key that was taken. */
  public record Taken(String device, String keyId, Instant serverTime) {}

  /** Takes another key, or throws Refused; when it returns the key is on disk. */
  public Taken take(Incoming request) throws Refused {
    byte[] sent = Bodies.sent(request);
    Signed signed = Signed.read(request, sent);
    Sender sender = Sender.of(signed, ledger, limits, clock);
    DeviceWords.Rekey rekey = read(Bodies.unpacked(request, sent));
    sender.demand(rekey.device());
    String keyId = rekey.key().thumbprint();
    if (!Seals.holds(rekey.key(), Seals.key(rekey.device(), signed.keyId()), rekey.proof())) {
      throw new Refused(Code.BAD_SIGNATURE, "the proof is not the new key's over the old one");
    }
    sender.once(ledger);
    if (!keyId.equals(signed.keyId()) && !ledger.nextKey(rekey.device(), rekey.key())) {
      throw new Refused(Code.INVALID, "/key: this key was used before");
    }
    return new Taken(rekey.device(), keyId, sender.now());
  }

  private static DeviceWords.Rekey read(byte[] body) throws Refused {
    try {
      return DeviceWords.rekey(body);
    } catch (Unreadable e) {
      throw Standings.refused(e);
    }
  }
}
