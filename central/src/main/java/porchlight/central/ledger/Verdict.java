package porchlight.central.ledger;

import java.util.Optional;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Reason;

/** What a check comes to on a device; {@code reason} is why it could not tell, and only there. */
public record Verdict(String check, Outcome outcome, Optional<Reason> reason) {}
