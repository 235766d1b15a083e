package porchlight.central.ledger;

import porchlight.central.signing.DeviceKey;

/** A key that was enrolled, and whose it is. */
public record KnownKey(String device, DeviceKey key, Standing standing) {}
