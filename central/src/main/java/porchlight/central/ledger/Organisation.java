package porchlight.central.ledger;

/** A client of the MSP. */
public record Organisation(String id, String name) {}
