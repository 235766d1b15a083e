package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.KnownKey;
import porchlight.central.ledger.Ledger;

/**
 * A small request whose sender is proven, and which cannot be sent again.
 *
 * @param address what the sender is limited by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Proven(KnownKey key, byte[] body, String address, Instant now) {
  /** What is done with it. */
  public interface Work<T> {
    /** Does it. */
    T done(Proven request) throws Refused, Unreadable;
  }

  /** Proves a request and does the work; what is refused then is the last word on it. */
  public static <T> T take(
      Incoming request, Ledger ledger, Limits limits, InstantSource clock, Work<T> work)
      throws Refused {
    byte[] sent = Bodies.sent(request);
    Signed signed = Signed.read(request, sent);
    return signed.taking(() -> {
      Sender sender = Sender.of(signed, ledger, limits, clock);
      byte[] body = Bodies.unpacked(request, sent);
      sender.once(ledger);
      try {
        return work.done(new Proven(sender.key(), body, request.address(), sender.now()));
      } catch (Unreadable e) {
        throw Standings.refused(e);
      }
    });
  }

  /** Refuses a body that speaks for another device. */
  public void demand(String device) throws Refused {
    if (!key.device().equals(device)) {
      throw new Refused(Code.INVALID, "/device: is not the device of this key");
    }
  }
}
