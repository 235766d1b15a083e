package porchlight.central.intake;

/** Why a request is refused: the codes of the protocol, each with its HTTP status. */
public enum Code {
  MALFORMED(400),
  BAD_DIGEST(400),
  UNKNOWN_KEY(401),
  BAD_SIGNATURE(401),
  CLOCK(401),
  REPLAYED(401),
  BAD_TOKEN(401),
  REVOKED(403),
  NO_POLICY(404),
  NO_VERIFICATION(404),
  SEQUENCE_TAKEN(409),
  CLONED(409),
  KEY_PENDING(409),
  VERIFICATION_OVER(409),
  RETIRED(410),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA(415),
  INVALID(422),
  SLOW_DOWN(429),
  UNAVAILABLE(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
