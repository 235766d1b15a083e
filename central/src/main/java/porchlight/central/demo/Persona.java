package porchlight.central.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A laptop with the life that is laid out for it.
 *
 * @param stays where it is against its habit, the later ones first
 * @param reports false for one that enrols and is never heard again
 */
record Persona(
    int number,
    String organisation,
    String name,
    Maker maker,
    Habit habit,
    Spot home,
    Spot office,
    boolean vpn,
    boolean weekends,
    Instant enrolled,
    List<Woe> woes,
    List<Absence> absences,
    List<Stay> stays,
    boolean reports) {

  /** Somewhere else than usual, for a while. */
  record Stay(Spot spot, Instant from, Instant to) {}

  Persona {
    woes = List.copyOf(woes);
    absences = List.copyOf(absences);
    stays = List.copyOf(stays);
  }

  Optional<Absence> absence(Instant at) {
    return absences.stream().filter(absence -> absence.covers(at)).findFirst();
  }

  /** An absence that begins between those times. */
  Optional<Absence> nextAbsence(Instant after, Instant until) {
    return absences.stream()
        .filter(one -> one.from().isAfter(after) && !one.from().isAfter(until))
        .findFirst();
  }

  Optional<Spot> stay(Instant at) {
    return stays.stream()
        .filter(stay -> !at.isBefore(stay.from()) && at.isBefore(stay.to()))
        .map(Stay::spot)
        .findFirst();
  }
}
