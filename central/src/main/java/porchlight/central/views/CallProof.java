package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.central.calls.Called;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Place;

/**
 * What a laptop's signature tells a tech.
 *
 * @param doubts what speaks against it, the worst first; empty when nothing does
 * @param account whom the operating system says to sit there
 * @param first when central first heard of that place from this laptop
 */
public record CallProof(
    List<String> doubts,
    String account,
    String session,
    String place,
    Optional<Moment> since,
    Optional<Moment> first,
    String address,
    String quiet) {
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** What central knows besides. */
  public record Known(Optional<Instant> firstThere, List<Instant> silences) {}

  static CallProof of(Verification one, Transcript told, Known known, String address, Instant now) {
    return new CallProof(
        doubts(one, told),
        Calm.text(told.account()),
        session(told.session()),
        told.place().map(spot -> Whereabouts.of(spot.place())).orElse("could not be told"),
        told.place().flatMap(Transcript.Spot::since).map(at -> Moment.of(at, now)),
        known.firstThere().map(at -> Moment.of(at, now)),
        address,
        quiet(known.silences(), now));
  }

  private static List<String> doubts(Verification one, Transcript told) {
    List<String> doubts = new ArrayList<>();
    if (told.called() != one.ask().called()) {
      doubts.add(
          told.called() == Called.TECH
              ? "The user was called, and you were called: somebody may sit between you. Hang up, and"
                  + " call the user on a number that you know."
              : "The user says that they called, and you say that you did: find out before you go"
                  + " on.");
    }
    switch (told.session()) {
      case UNLOCKED -> {}
      case LOCKED -> doubts.add("The screen of this account was locked when the user answered.");
      case NOT_AT_THE_LAPTOP ->
          doubts.add("Nobody of this account sits at the laptop itself: it was asked from afar.");
      case UNKNOWN -> doubts.add("Whether the screen was locked could not be told.");
    }
    switch (told.place().map(spot -> spot.place().standing()).orElse(Place.Standing.NOT_TOLD)) {
      case KNOWN -> {}
      case NEW -> doubts.add("The laptop is at a place where it never was before.");
      case NOT_TOLD -> doubts.add("Whether the laptop was at this place before could not be told.");
    }
    if (Duration.ofSeconds(told.skewSeconds()).abs().compareTo(SKEW) > 0) {
      doubts.add(
          "The laptop's clock is off by "
              + Moment.span(Duration.ofSeconds(told.skewSeconds()).abs())
              + "; central's own counted.");
    }
    return List.copyOf(doubts);
  }

  private static String session(Transcript.Session session) {
    return switch (session) {
      case UNLOCKED -> "at the laptop, unlocked";
      case LOCKED -> "at the laptop, locked";
      case NOT_AT_THE_LAPTOP -> "not at the laptop itself";
      case UNKNOWN -> "could not be told";
    };
  }

  private static String quiet(List<Instant> silences, Instant now) {
    return silences.isEmpty()
        ? "never silent in 30 days"
        : "fell silent "
            + (silences.size() == 1 ? "once" : silences.size() + " times")
            + " in 30 days, last "
            + Moment.of(silences.getFirst(), now).ago();
  }
}
