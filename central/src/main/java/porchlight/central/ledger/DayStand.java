package porchlight.central.ledger;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * How an organisation, or all of them, stood when a day ended; of today, when it was last noted.
 */
public record DayStand(
    LocalDate day,
    int unsafe,
    int care,
    int silent,
    int cannotSay,
    int waiting,
    int parked,
    int safe,
    OptionalInt score) {}
