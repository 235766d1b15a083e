package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.DeviceWords;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Acted;
import porchlight.central.ledger.Ledger;
import porchlight.central.reports.Goodbye;

/** {@code POST /v1/goodbye}: a device says that its silence is meant. */
public final class Leaving {
  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;

  /** Goodbyes of this ledger's devices. */
  public Leaving(Ledger ledger, Limits limits, InstantSource clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /** Who left, and when. */
  public record Left(String device, Goodbye.Reason reason, Instant serverTime) {}

  /** Takes a goodbye, or throws Refused; when it returns that is on disk. */
  public Left take(Incoming request) throws Refused {
    return Sender.taking(request, ledger, limits, clock, this::take);
  }

  private Left take(Sender sender, byte[] body) throws Refused, Unreadable {
    DeviceWords.Farewell farewell = DeviceWords.farewell(body);
    sender.demand(farewell.device());
    Goodbye goodbye = new Goodbye(farewell.reason(), sender.now());
    return switch (ledger.leave(sender.proof(), farewell.device(), goodbye)) {
      case Acted.Done() -> new Left(farewell.device(), farewell.reason(), sender.now());
      case Acted.Replayed() -> throw Standings.replayed();
      case Acted.NoLonger(var standing) -> throw Standings.noLonger(standing);
      case Acted.KeyTaken() -> throw new IllegalStateException("a goodbye brings no key");
      case Acted.KeyPending() -> throw new IllegalStateException("a goodbye brings no key");
    };
  }
}
