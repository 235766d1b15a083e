package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.DeviceWords;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Acted;
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
    return Sender.taking(request, ledger, limits, clock, this::take);
  }

  private Taken take(Sender sender, byte[] body) throws Refused, Unreadable {
    DeviceWords.Rekey rekey = DeviceWords.rekey(body);
    sender.demand(rekey.device());
    String keyId = rekey.key().thumbprint();
    if (!Seals.holds(
        rekey.key(), Seals.key(rekey.device(), sender.proof().keyId()), rekey.proof())) {
      throw new Refused(Code.BAD_SIGNATURE, "the proof is not the new key's over the old one");
    }
    return switch (ledger.nextKey(sender.proof(), rekey.device(), rekey.key(), sender.now())) {
      case Acted.Done() -> new Taken(rekey.device(), keyId, sender.now());
      case Acted.Replayed() -> throw Standings.replayed();
      case Acted.NoLonger(var standing) -> throw Standings.noLonger(standing);
      case Acted.KeyTaken() -> throw new Refused(Code.INVALID, "/key: this key was used before");
      case Acted.KeyPending() ->
          throw new Refused(Code.KEY_PENDING, "another new key waits for its first use");
    };
  }
}
