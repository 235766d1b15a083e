package porchlight.central.ledger;

/** A policy as it is handed out: payload and signature in base64url. */
public record SignedPolicy(PolicyMark mark, String payload, String keyId, String signature) {}
