package porchlight.central.calls;

/**
 * What a laptop signed, as it came.
 *
 * @param payload the transcript, base64url
 * @param signature over it, base64url
 * @param keyId the key that signed
 * @param address the address that it came from
 */
public record Evidence(String payload, String signature, String keyId, String address) {}
