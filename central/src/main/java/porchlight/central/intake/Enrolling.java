package porchlight.central.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import porchlight.central.json.EnrolmentReader;
import porchlight.central.json.EnrolmentReader.Enrolment;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Applicant;
import porchlight.central.ledger.Enrolled;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.Digests;

/** {@code POST /v1/enroll}: a token and a proof of the key make a device. */
public final class Enrolling {
  /** Where enrolments are sent to. */
  public static final String PATH = "/v1/enroll";

  private final Ledger ledger;
  private final InstantSource clock;
  private final Duration cadence;

  /** Devices are asked to report every {@code cadence}. */
  public Enrolling(Ledger ledger, InstantSource clock, Duration cadence) {
    this.ledger = ledger;
    this.clock = clock;
    this.cadence = cadence;
  }

  /** An identity; {@code isNew} is false when this key had it before. */
  public record Identity(String device, String organisation, boolean isNew, Instant serverTime) {}

  /** Gives an identity, or throws Refused; when it returns the identity is on disk. */
  public Identity take(Incoming request) throws Refused {
    byte[] sent = Bodies.sent(request);
    Signed signed = Signed.read(request, sent);
    Enrolment enrolment = read(Bodies.unpacked(request, sent));
    if (!enrolment.key().thumbprint().equals(signed.keyId())) {
      throw new Refused(Code.BAD_SIGNATURE, "keyid is not the thumbprint of the key in the body");
    }
    Instant now = clock.instant();
    signed.hold(enrolment.key(), now);
    Applicant applicant =
        new Applicant(
            UUID.randomUUID().toString(),
            Digests.ofText(enrolment.token()),
            enrolment.key(),
            enrolment.agent(),
            enrolment.name(),
            enrolment.os(),
            signed.proof(),
            now,
            cadence);
    return switch (ledger.enrol(applicant)) {
      case Enrolled.Accepted(String device, String organisation, boolean isNew) ->
          new Identity(device, organisation, isNew, now);
      case Enrolled.BadToken() ->
          throw new Refused(Code.BAD_TOKEN, "no such token, or it is used up or too old");
      case Enrolled.Replayed() -> throw new Refused(Code.REPLAYED, "the nonce was used before");
      case Enrolled.Barred(var standing) -> {
        Standings.demandActive(standing);
        throw new IllegalStateException("barred while active");
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
