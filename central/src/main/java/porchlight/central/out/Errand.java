package porchlight.central.out;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Posting;
import porchlight.central.settings.Hook;

/**
 * Tells one webhook what is new. One that refuses an event is asked again about that one; one that
 * cannot be reached is left alone for a while with everything.
 */
final class Errand {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

  /** How often an event is offered that is refused, after 1, 2, 4 … min: for about two hours. */
  static final int MOST_REFUSALS = 8;

  /** How long an event waits for a webhook that cannot be reached. */
  static final Duration LONGEST = Duration.ofDays(3);

  /** How long an event that was given up is still shown. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private final Hook hook;
  private final Outbox outbox;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Instant forgotten = Instant.EPOCH;
  private int failures;
  private Instant notBefore = Instant.EPOCH;

  Errand(Hook hook, Outbox outbox, InstantSource clock, RandomGenerator random) {
    this.hook = hook;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /** Tells what there is to tell; ends with the first that could not be told to anybody. */
  void round() {
    boolean more = true;
    while (more) {
      more = outbox.hand(hook.name(), this::wants, clock.instant());
    }
    forget();
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    List<Posting> due = outbox.due(hook.name(), clock.instant());
    while (!due.isEmpty()) {
      for (Posting posting : due) {
        if (!tell(posting)) {
          return;
        }
      }
      due = outbox.due(hook.name(), clock.instant());
    }
  }

  /**
   * What was given up is shown for a time, and looked through once a day. Whoever was stopped for
   * long does not tell what nobody waits for any more.
   */
  private void forget() {
    Instant now = clock.instant();
    if (forgotten.plus(Duration.ofDays(1)).isBefore(now)) {
      outbox.forget(hook.name(), now.minus(KEPT));
      outbox.giveUp(hook.name(), now.minus(LONGEST));
      forgotten = now;
    }
  }

  private boolean tell(Posting posting) {
    Instant now = clock.instant();
    return switch (Post.send(hook, posting, now)) {
      case Post.Outcome.Taken() -> {
        outbox.taken(posting, now);
        failures = 0;
        yield true;
      }
      case Post.Outcome.Refused(var answer, var forGood) -> {
        boolean givenUp = forGood || posting.attempts() + 1 >= MOST_REFUSALS;
        said(answer, givenUp);
        Duration wait = Duration.ofMinutes(1L << Math.min(posting.attempts(), MOST_REFUSALS));
        outbox.failed(posting, answer, givenUp, now.plus(wait));
        failures = 0;
        yield true;
      }
      case Post.Outcome.Later(var answer, var after) -> {
        boolean givenUp = posting.event().at().plus(LONGEST).isBefore(now);
        said(answer, givenUp);
        outbox.failed(posting, answer, givenUp, now);
        notBefore = now.plus(after.orElseGet(this::pause));
        failures++;
        yield false;
      }
    };
  }

  /** Longer with each failure in a row, and never the same for two. */
  private Duration pause() {
    Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, 6));
    Duration most = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return most.plusMillis((long) (most.toMillis() * random.nextDouble() / 4));
  }

  private void said(String answer, boolean givenUp) {
    LOG.warn("webhook {}: {}{}", hook.name(), answer, givenUp ? "; given up" : "");
  }

  private boolean wants(Posting posting) {
    Event event = posting.event();
    boolean theirs =
        hook.organisations().isEmpty()
            || hook.organisations().contains(posting.organisation().name());
    return theirs
        && event.severity().map(severity -> severity.compareTo(hook.least()) <= 0).orElse(true);
  }
}
