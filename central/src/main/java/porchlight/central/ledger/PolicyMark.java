package porchlight.central.ledger;

/** Which policy: its revision, and the digest of its payload. */
public record PolicyMark(long revision, String digest) {}
