package porchlight.central.intake;

import java.time.InstantSource;
import java.util.Optional;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.SignedPolicy;

/** {@code GET /v1/policy}: the signed policy of the organisation of the device that asks. */
public final class Policies {
  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;

  /** Policies of this ledger. */
  public Policies(Ledger ledger, Limits limits, InstantSource clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /** A policy, and whether the device holds it already. */
  public record Answer(SignedPolicy policy, boolean held) {}

  /** The policy in force, or throws Refused. */
  public Answer take(Incoming request) throws Refused {
    Signed signed = Signed.read(request, new byte[0]);
    return signed.taking(() -> take(request, signed));
  }

  private Answer take(Incoming request, Signed signed) throws Refused {
    Sender sender = Sender.of(signed, ledger, limits, clock);
    sender.once(ledger);
    SignedPolicy policy =
        ledger
            .policy(sender.key().organisation())
            .orElseThrow(() -> new Refused(Code.NO_POLICY, "the organisation has no policy"));
    Optional<String> held = request.header("if-none-match");
    return new Answer(policy, held.equals(Optional.of('"' + policy.mark().digest() + '"')));
  }
}
