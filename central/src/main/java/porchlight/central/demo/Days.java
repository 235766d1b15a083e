package porchlight.central.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** Where a laptop is at a time, and whether it is open; the same for the same seed. */
final class Days {
  private final long seed;

  Days(long seed) {
    this.seed = seed;
  }

  /** Whether it is open in this hour and says something. */
  boolean speaks(Persona persona, Instant at) {
    if (at.isBefore(persona.enrolled()) || persona.absence(at).isPresent() || !persona.reports()) {
      return false;
    }
    int hour = at.atZone(ZoneOffset.UTC).getHour();
    SplittableRandom day = day(persona, at);
    boolean works = !weekend(at) || persona.weekends();
    int from = 7 + day.nextInt(2);
    int to = 17 + day.nextInt(4);
    return works && hour >= from && hour <= to;
  }

  /** Whether this is the last hour of its day, after which it is shut down. */
  boolean leaves(Persona persona, Instant at) {
    return speaks(persona, at) && !speaks(persona, at.plusSeconds(3600));
  }

  Spot where(Persona persona, Instant at) {
    return persona.stay(at).orElseGet(() -> usual(persona, at));
  }

  private Spot usual(Persona persona, Instant at) {
    SplittableRandom day = day(persona, at);
    int dice = day.nextInt(100);
    int away = day.nextInt(9);
    int hour = at.atZone(ZoneOffset.UTC).getHour();
    if (hour >= 17 || weekend(at)) {
      return persona.home();
    }
    return switch (persona.habit()) {
      case AT_HOME -> dice < 7 && hour >= 13 ? out(away, persona) : persona.home();
      case AT_THE_OFFICE -> dice < 3 && hour >= 13 ? out(away, persona) : persona.office();
      case BOTH -> dice < 45 ? persona.home() : persona.office();
      case ON_THE_ROAD -> dice < 35 ? persona.office() : out(away, persona);
    };
  }

  private static Spot out(int away, Persona persona) {
    return switch (away) {
      case 0, 1 -> Spot.open("café " + persona.number() % 7);
      case 2 -> Spot.hotspot("hotel " + persona.number() % 11);
      case 3, 4 -> Spot.guest("of a customer " + persona.number() % 23);
      case 5 -> Spot.hotspot("train " + persona.number() % 3);
      default -> Spot.phone("of " + persona.number());
    };
  }

  private static boolean weekend(Instant at) {
    DayOfWeek day = at.atZone(ZoneOffset.UTC).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  private SplittableRandom day(Persona persona, Instant at) {
    LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
    return new SplittableRandom(
        seed
            ^ (persona.number() * 0x9E3779B97F4A7C15L)
            ^ (date.toEpochDay() * 0xC2B2AE3D27D4EB4FL));
  }
}
