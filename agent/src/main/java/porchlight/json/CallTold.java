package porchlight.json;

import java.time.Instant;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Seat;
import porchlight.report.Here;

/**
 * What a laptop tells of itself and its user when it signs.
 *
 * @param account whom the operating system says to ask
 * @param place none: it could not be told
 * @param since when the laptop was first there
 */
public record CallTold(
    String account, Reading<Seat> seat, Optional<Here> place, Optional<Instant> since) {}
