package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Posting;
import porchlight.central.reports.Calm;

/** How a webhook stands, and what it never took; its address is shown nowhere. */
public record HookView(
    String name, long waiting, long givenUp, Optional<Moment> taken, List<Lost> lost) {
  private static final int MOST_LOST = 20;

  /** An event that was given up, and what the last answer was. */
  public record Lost(String about, Moment at, String answer) {}

  /** How one stands at {@code now}. */
  public static HookView of(String name, Outbox outbox, Instant now) {
    Outbox.Standing standing = outbox.standing(name);
    return new HookView(
        name,
        standing.waiting(),
        standing.givenUp(),
        standing.takenAt().map(at -> Moment.of(at, now)),
        outbox.givenUp(name, MOST_LOST).stream().map(posting -> lost(posting, now)).toList());
  }

  private static Lost lost(Posting posting, Instant now) {
    String check = posting.event().check().map(id -> CheckPage.of(id).title()).orElse("");
    String about =
        String.join(
            ", ",
            List.of(
                Calm.text(posting.organisation().name()),
                Calm.text(posting.deviceName().orElse("")),
                Calm.text(check),
                posting.event().kind().word()));
    return new Lost(
        about.replaceAll("(, )+", ", "), Moment.of(posting.event().at(), now), posting.answer());
  }
}
