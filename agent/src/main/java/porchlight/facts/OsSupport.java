package porchlight.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long this version of the operating system gets security fixes.
 *
 * @param system as a person says it: {@code Debian 12}
 * @param until the last day of free security support; empty for a rolling release
 * @param extendedUntil the last day of paid or community long-term support, when there is such
 * @param dataAsOf the date of the table that says so
 */
public record OsSupport(
    String system,
    Optional<LocalDate> until,
    Optional<LocalDate> extendedUntil,
    LocalDate dataAsOf) {}
