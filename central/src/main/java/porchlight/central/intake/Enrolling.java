package porchlight.central.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.json.EnrolmentReader;
import porchlight.central.json.EnrolmentReader.Basis;
import porchlight.central.json.EnrolmentReader.Enrolment;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Applicant;
import porchlight.central.ledger.Enrolled;
import porchlight.central.ledger.KnownKey;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.PolicyMark;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Seals;

/** {@code POST /v1/enroll}: a token and a proof of the key make a device. */
public final class Enrolling {
  /** Where enrolments are sent to. */
  public static final String PATH = "/v1/enroll";

  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;
  private final Duration cadence;

  /** Devices are asked to report every {@code cadence}. */
  public Enrolling(Ledger ledger, Limits limits, InstantSource clock, Duration cadence) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
    this.cadence = cadence;
  }

  /** What an enrolment comes to; {@code isNew} is false when this key had it before. */
  public sealed interface Outcome {
    /** When it was decided. */
    Instant serverTime();

    /** An identity. */
    record Identity(
        String device,
        String organisation,
        boolean isNew,
        Optional<PolicyMark> policy,
        Instant serverTime)
        implements Outcome {}

    /** A person has to approve it. */
    record Pending(boolean isNew, Instant serverTime) implements Outcome {}
  }

  /** Gives an identity, or throws Refused; when it returns the identity is on disk. */
  public Outcome take(Incoming request) throws Refused {
    if (!limits.enrolments().admits(request.address())) {
      throw new Refused(Code.SLOW_DOWN, "too many enrolments from this address");
    }
    byte[] sent = Bodies.sent(request);
    Signed signed = Signed.read(request, sent);
    return signed.taking(() -> take(request, sent, signed));
  }

  private Outcome take(Incoming request, byte[] sent, Signed signed) throws Refused {
    Enrolment enrolment = read(Bodies.unpacked(request, sent));
    if (!enrolment.key().thumbprint().equals(signed.keyId())) {
      throw new Refused(Code.BAD_SIGNATURE, "keyid is not the thumbprint of the key in the body");
    }
    Instant now = clock.instant();
    signed.hold(enrolment.key(), now);
    Applicant applicant =
        new Applicant(
            UUID.randomUUID().toString(),
            claim(enrolment.basis(), signed.keyId()),
            enrolment.key(),
            enrolment.agent(),
            enrolment.name(),
            enrolment.os(),
            enrolment.machine(),
            signed.proof(),
            now,
            cadence);
    return outcome(ledger.enrol(applicant), now);
  }

  private static Outcome outcome(Enrolled enrolled, Instant now) throws Refused {
    return switch (enrolled) {
      case Enrolled.Accepted(var device, var organisation, var isNew, var policy) ->
          new Outcome.Identity(device, organisation, isNew, policy, now);
      case Enrolled.Pending(boolean isNew) -> new Outcome.Pending(isNew, now);
      case Enrolled.BadToken() ->
          throw new Refused(Code.BAD_TOKEN, "no such token, or it is used up, revoked or too old");
      case Enrolled.NotCloned() ->
          throw new Refused(Code.BAD_TOKEN, "nobody was told to be a clone of that device");
      case Enrolled.TooMany() ->
          throw new Refused(Code.SLOW_DOWN, "too many devices came of that disk");
      case Enrolled.Replayed() -> throw new Refused(Code.REPLAYED, "the nonce was used before");
      case Enrolled.Barred(var standing) -> {
        Standings.demandActive(standing);
        throw new IllegalStateException("barred while active");
      }
    };
  }

  /** A clone has to prove that it holds the key of its origin, unless it is known already. */
  private Applicant.Claim claim(Basis basis, String keyId) throws Refused {
    return switch (basis) {
      case Basis.Token(String token) -> new Applicant.Claim.Token(Digests.ofText(token));
      case Basis.CloneOf(String device, String proof) -> {
        Optional<KnownKey> origin = ledger.keyOf(device);
        if (ledger.key(keyId).isEmpty()
            && (origin.isEmpty()
                || !Seals.holds(origin.get().key(), Seals.clone(device, keyId), proof))) {
          throw new Refused(Code.BAD_SIGNATURE, "the proof is not the old key's over the new one");
        }
        yield new Applicant.Claim.CloneOf(device);
      }
    };
  }

  private static Enrolment read(byte[] body) throws Refused {
    try {
      return EnrolmentReader.read(body);
    } catch (Unreadable e) {
      throw Standings.refused(e);
    }
  }
}
