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
    return Sender.taking(
        request,
        ledger,
        limits,
        clock,
        (sender, body) -> {
          sender.once(ledger);
          return work.done(new Proven(sender.key(), body, request.address(), sender.now()));
        });
  }

  /** Refuses a body that speaks for another device. */
  public void demand(String device) throws Refused {
    Sender.demand(key.device(), device);
  }
}
