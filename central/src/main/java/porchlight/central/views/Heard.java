package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Seen;
import porchlight.central.presence.Deadlines;
import porchlight.central.presence.Presence;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Severity;

/**
 * A device and whether it is being heard at {@code now}, which is {@code counted} in counted time.
 * A silent one keeps its answer, but never counts by it.
 */
public record Heard(Device device, Presence presence, Instant now, Instant counted) {
  /** Who needs a look first. */
  public static final Comparator<Heard> WORST_FIRST =
      Comparator.comparing((Heard heard) -> heard.tone())
          .thenComparing(
              heard -> heard.device().worst().map(worst -> worst.severity()).orElse(Severity.INFO))
          .thenComparingInt(Heard::score)
          .thenComparing(Heard::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(heard -> heard.device().id());

  /** A device as the ledger says that it stands. */
  static Heard of(Seen seen, Instant now, Instant counted) {
    Presence presence =
        switch (seen.tone()) {
          case "silent" -> Presence.SILENT;
          case "parked" -> Presence.PARKED;
          case "waiting" -> Presence.NEVER_REPORTED;
          default ->
              seen.device()
                  .heard()
                  .filter(
                      at -> at.plus(Deadlines.lateAfter(seen.device().cadence())).isBefore(counted))
                  .map(at -> Presence.LATE)
                  .orElse(Presence.ONLINE);
        };
    return new Heard(seen.device(), presence, now, counted);
  }

  /** Whether it is one of those that are counted. */
  public boolean counts() {
    return device.standing().isLetIn();
  }

  /** How it stands at a glance. */
  public Tone tone() {
    return switch (presence) {
      case NEVER_REPORTED -> Tone.WAITING;
      case SILENT, RETIRED -> Tone.SILENT;
      case PARKED -> Tone.PARKED;
      case ONLINE, LATE, RETURNED -> tone(answer());
    };
  }

  /** What it said last; a report without a known content says nothing. */
  public Answer answer() {
    return device.assessment().map(Assessment::answer).orElse(Answer.CANNOT_SAY);
  }

  /** A name to show, made calm; the start of its id when it has none. */
  public String name() {
    String calm = Calm.text(device.name().orElse("")).strip();
    return calm.isEmpty() ? "device " + device.id().substring(0, 8) : calm;
  }

  /** How long ago its last report came in; zero when there was none. */
  public Duration quiet() {
    return device.heard().map(at -> Duration.between(at, counted)).orElse(Duration.ZERO);
  }

  static Tone tone(Answer answer) {
    return switch (answer) {
      case UNSAFE -> Tone.UNSAFE;
      case CARE -> Tone.CARE;
      case CANNOT_SAY -> Tone.CANNOT_SAY;
      case SAFE -> Tone.SAFE;
    };
  }

  private int score() {
    return device.assessment().map(Assessment::score).map(score -> score.orElse(-1)).orElse(-1);
  }
}
