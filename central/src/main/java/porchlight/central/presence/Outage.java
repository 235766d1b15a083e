package porchlight.central.presence;

import java.time.Instant;

/** A time in which central itself could not hear anybody. */
public record Outage(Instant from, Instant to) {}
