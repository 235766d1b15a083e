package porchlight.central.ledger;

import porchlight.central.remarks.Sighting;

/**
 * The same thing on many devices: by the key of the sighting, how many, and of how many clients.
 */
public record Shared(String seen, Sighting sighting, long devices, long organisations) {}
