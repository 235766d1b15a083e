package porchlight.central.intake;

import java.time.Instant;
import java.time.InstantSource;
import porchlight.central.json.DeviceWords;
import porchlight.central.json.Unreadable;
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
    byte[] sent = Bodies.sent(request);
    Sender sender = Sender.of(Signed.read(request, sent), ledger, limits, clock);
    DeviceWords.Farewell farewell = read(Bodies.unpacked(request, sent));
    sender.demand(farewell.device());
    sender.once(ledger);
    ledger.leave(farewell.device(), new Goodbye(farewell.reason(), sender.now()));
    return new Left(farewell.device(), farewell.reason(), sender.now());
  }

  private static DeviceWords.Farewell read(byte[] body) throws Refused {
    try {
      return DeviceWords.farewell(body);
    } catch (Unreadable e) {
      throw Standings.refused(e);
    }
  }
}
