package porchlight.central.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to chosen laptops in the last days, so that a morning has something to tell. */
record Script(
    List<Woe> woes,
    List<Absence> absences,
    List<Persona.Stay> stays,
    Optional<Instant> enrolled,
    boolean reports) {
  private static final Script NOTHING =
      new Script(List.of(), List.of(), List.of(), Optional.empty(), true);
  private static final Spot BAD_CAFE = Spot.open("café at the station");

  /** The part of one laptop; {@code end} is the morning on which the demo is looked at. */
  static Script of(int number, Instant end) {
    Instant later = end.plus(Duration.ofDays(365));
    return switch (number % 300) {
      // A café whose router hands out a resolver that lies; laptops of three clients were there.
      case 11, 37, 80, 120, 131, 170 ->
          at(
              BAD_CAFE,
              hours(end, number % 2 == 0 ? 18 : 2),
              later,
              Fault.ROGUE_RESOLVER,
              Fault.LYING_NAMES);
      // Somebody pretends to be the gateway of an office since this morning.
      case 125, 142, 163, 181 ->
          at(Spot.office("Cedar Legal"), hours(end, 2), later, Fault.GATEWAY_CHANGED);
      // A firewall that somebody turned off, and one whose connection is read along.
      case 210 ->
          new Script(
              List.of(new Woe(Fault.STRANGERS_GET_IN, hours(end, 3), later)),
              List.of(),
              List.of(),
              Optional.empty(),
              true);
      case 265 ->
          new Script(
              List.of(new Woe(Fault.READ_ALONG, hours(end, 20), later)),
              List.of(),
              List.of(),
              Optional.empty(),
              true);
      // Newly silent: they stop yesterday in the middle of the day.
      case 25, 95, 150, 222, 281 -> away(hours(end, 21 - number % 4), later, false);
      // Silent for long.
      case 8, 61 -> away(hours(end, 73), later, false);
      case 133, 199 -> away(hours(end, 24 * 8), later, false);
      case 250 -> away(hours(end, 24 * 11), later, false);
      // Back this morning.
      case 45, 155, 235 -> away(hours(end, 24 * (4 + number % 5)), hours(end, 2), false);
      // On holiday, as they said.
      case 70, 104, 188, 290 -> away(hours(end, 24 * 3), later, true);
      // Just enrolled, and never heard.
      case 55, 177 ->
          new Script(List.of(), List.of(), List.of(), Optional.of(hours(end, 20)), false);
      default -> NOTHING;
    };
  }

  private static Instant hours(Instant end, int ago) {
    return end.minus(Duration.ofHours(ago));
  }

  private static Script at(Spot spot, Instant from, Instant to, Fault... faults) {
    return new Script(
        List.of(faults).stream().map(fault -> new Woe(fault, from, to)).toList(),
        List.of(),
        List.of(new Persona.Stay(spot, from, to)),
        Optional.empty(),
        true);
  }

  private static Script away(Instant from, Instant to, boolean polite) {
    return new Script(
        List.of(), List.of(new Absence(from, to, polite)), List.of(), Optional.empty(), true);
  }
}
