package porchlight.central.ledger;

import porchlight.central.signing.DeviceKey;

/** A key that was enrolled, whose it is, and what is asked of that device. */
public record KnownKey(
    String device, String organisation, DeviceKey key, Standing standing, Orders orders) {}
