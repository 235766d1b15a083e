package porchlight.central.views;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import porchlight.central.ledger.Seen;
import porchlight.central.reports.Calm;

/**
 * A device in a list with its organisation, since when its answer is what it is, what it was before
 * in words (or empty), and where it is (or empty).
 */
public record SeenLine(
    DeviceLine line,
    String organisation,
    String organisationHref,
    Optional<Moment> since,
    String before,
    Optional<Moment> heard,
    String away,
    String place,
    String placeHref) {

  /** The line of a device as of {@code now}, which is {@code counted} in counted time. */
  public static SeenLine of(Seen seen, Instant now, Instant counted) {
    Heard heard = Heard.of(seen, now, counted);
    String organisation = seen.device().organisation().id();
    return new SeenLine(
        DeviceLine.of(heard),
        Calm.text(seen.device().organisation().name()),
        "/organisations/" + organisation,
        seen.answerSince().map(at -> Moment.of(at, now)),
        seen.before().map(answer -> Heard.tone(answer).label().toLowerCase(Locale.ROOT)).orElse(""),
        seen.device().lastReport().map(at -> Moment.of(at, now)),
        seen.away().isZero() ? "" : Moment.span(seen.away()),
        seen.device().place().map(Whereabouts::kind).orElse(""),
        seen.place().map(place -> PlacePage.href(organisation, place)).orElse(""));
  }

  /** Its name. */
  public String name() {
    return line.name();
  }

  /** Its page. */
  public String href() {
    return "/devices/" + line.id();
  }

  /** Why it stands as it does, in a sentence of its own; empty when it says none. */
  public String because() {
    return line.worst().map(DeviceLine.Worst::because).orElse("");
  }

  /** The title of the worst check that failed; empty when none did. */
  public String worst() {
    return line.worst().map(DeviceLine.Worst::title).orElse("");
  }
}
