package porchlight.central.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.json.ReportReader;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Arrival;
import porchlight.central.ledger.Filed;
import porchlight.central.ledger.KnownKey;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Orders;
import porchlight.central.reports.Report;

/** {@code POST /v1/reports}: lets in what is whole, signed, fresh and valid, once. */
public final class Reports {
  /** Where reports are sent to. */
  public static final String PATH = "/v1/reports";

  private final Ledger ledger;
  private final Limits limits;
  private final ReportReader reader = new ReportReader();
  private final Keyring keyring = new Keyring();
  private final Clocks clocks;
  private final Duration cadence;

  /** Devices are asked to report every {@code cadence}. */
  public Reports(Ledger ledger, Limits limits, Clocks clocks, Duration cadence) {
    this.ledger = ledger;
    this.limits = limits;
    this.clocks = clocks;
    this.cadence = cadence;
  }

  /**
   * A report that was taken; {@code stored} is false when it was there before, and {@code more} is
   * how many of those that wait may follow at once.
   */
  public record Taken(
      String report,
      boolean stored,
      boolean fullWanted,
      Orders orders,
      int more,
      Instant serverTime) {}

  /** Takes a report, or throws Refused; when it returns the report is on disk. */
  public Taken take(Incoming asSent) throws Refused {
    Incoming request = Brief.writtenOut(asSent);
    byte[] sent = Bodies.sent(request);
    String idempotencyKey = request.needed("idempotency-key");
    Signed signed = Signed.read(request, sent);
    return signed.taking(() -> take(request, sent, idempotencyKey, signed));
  }

  /** How a report in brief is answered, where there is nothing else to say. */
  public Optional<String> inBrief(Incoming request, Taken taken) throws Refused {
    return Brief.receipt(request, taken, cadence);
  }

  private Taken take(Incoming request, byte[] sent, String idempotencyKey, Signed signed)
      throws Refused {
    try {
      Instant now = clocks.wall().instant();
      Keyring.Held sender = sender(signed, now);
      Report report = read(Bodies.unpacked(request, sent));
      if (!report.envelope().id().equals(idempotencyKey)) {
        throw new Refused(Code.INVALID, "/id: is not the Idempotency-Key");
      }
      Sender.demand(sender.device(), report.envelope().device());
      return filed(request, report, signed.proof(), now);
    } catch (Refused refused) {
      keyring.forget(signed.keyId());
      throw refused;
    }
  }

  /** Who signed; of a key that is remembered it is the ledger's to say whether it still may. */
  private Keyring.Held sender(Signed signed, Instant now) throws Refused {
    Optional<Keyring.Held> kept = keyring.find(signed.keyId());
    if (kept.isPresent()) {
      signed.hold(kept.get().key(), now);
      Sender.admit(kept.get().device(), limits);
      return kept.get();
    }
    KnownKey known = Sender.of(signed, ledger, limits, () -> now).key();
    Keyring.Held held = new Keyring.Held(known.device(), known.key());
    keyring.keep(signed.keyId(), held);
    return held;
  }

  private Taken filed(Incoming request, Report report, Arrival.Proof proof, Instant now)
      throws Refused {
    String id = report.envelope().id();
    Filed filed = ledger.file(new Arrival(report, proof, now, clocks.counted().instant(), cadence));
    return switch (filed) {
      case Filed.Stored(boolean fullWanted, var orders) ->
          new Taken(id, true, fullWanted, orders, more(request), now);
      case Filed.Duplicate(boolean fullWanted, var orders) ->
          new Taken(id, false, fullWanted, orders, more(request), now);
      case Filed.Replayed() -> throw Standings.replayed();
      case Filed.NoLonger(var standing) -> throw Standings.noLonger(standing);
      case Filed.SequenceTaken(long next) ->
          throw Refused.taken(
              "the sequence number "
                  + report.envelope().sequence()
                  + " was used before, or is out of all order",
              next);
      case Filed.Cloned() ->
          throw new Refused(Code.CLONED, "two machines take turns under this key");
    };
  }

  /** The report is stored: nothing that stands in this header may make that unsaid. */
  private int more(Incoming request) {
    List<String> waiting = request.headers().apply("porchlight-waiting");
    return waiting.size() == 1 && waiting.getFirst().matches("[1-9][0-9]{0,6}")
        ? limits.spare().grant(Integer.parseInt(waiting.getFirst()))
        : 0;
  }

  private Report read(byte[] body) throws Refused {
    try {
      return reader.read(body);
    } catch (Unreadable e) {
      throw Standings.refused(e);
    }
  }
}
