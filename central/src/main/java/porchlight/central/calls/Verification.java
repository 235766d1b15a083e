package porchlight.central.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call to be proven.
 *
 * @param tech who opened it
 * @param words what the tech says and the laptop shows
 * @param nonce that no other has
 * @param openedAt by central's clock, for people
 * @param countedAt by the counted time, by which it runs out
 * @param state as it was written; {@link #at} says how it stands
 * @param wrong how many codes were not right
 * @param secret what is needed to go on, sealed; empty once it is over
 */
public record Verification(
    String id,
    String organisation,
    String device,
    String tech,
    Ask ask,
    List<String> words,
    String nonce,
    Instant openedAt,
    Instant countedAt,
    State state,
    int wrong,
    Optional<String> secret,
    Optional<Evidence> evidence,
    Optional<Instant> endedAt,
    Optional<Message> message,
    Optional<Offline> offline) {
  /** How long a code may take. */
  public static final Duration TIME = Duration.ofMinutes(3);

  /** How long after a proof something may be sent to the laptop. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  /** So many wrong codes end it. */
  public static final int TRIES = 3;

  /** How it stands at a counted time. */
  public State at(Instant counted) {
    return state.isLive() && left(counted) == 0 ? State.EXPIRED : state;
  }

  /** Whole seconds until it runs out; 0 when it has. */
  public long left(Instant counted) {
    Duration left = Duration.between(counted, countedAt.plus(TIME));
    return left.isNegative() || left.isZero() ? 0 : left.plusMillis(999).toSeconds();
  }

  /** Whether something may still be sent to the laptop. */
  public boolean isWindowOpen(Instant counted) {
    return state == State.VERIFIED
        && secret.isPresent()
        && counted.isBefore(countedAt.plus(TIME).plus(WINDOW));
  }

  /** The laptop shows it. */
  public Verification shown() {
    return with(State.SHOWN, wrong, secret, evidence, endedAt, message, offline);
  }

  /** The laptop has signed; {@code agreed} is what both now know, sealed. */
  public Verification signed(Evidence what, String agreed) {
    return with(
        State.SIGNED, wrong, Optional.of(agreed), Optional.of(what), endedAt, message, offline);
  }

  /** It is proven; what was agreed is kept for the window. */
  public Verification proven(Instant now) {
    return with(State.VERIFIED, wrong, secret, evidence, Optional.of(now), message, offline);
  }

  /** It is over, and what it knew is forgotten. */
  public Verification over(State how, Instant now) {
    return with(how, wrong, Optional.empty(), evidence, Optional.of(now), message, offline);
  }

  /** A code was wrong; the third ends it. */
  public Verification wrong(Instant now) {
    return wrong + 1 >= TRIES
        ? with(
            State.LOCKED, wrong + 1, Optional.empty(), evidence, Optional.of(now), message, offline)
        : with(state, wrong + 1, secret, evidence, endedAt, message, offline);
  }

  /** Something waits for the laptop, or was taken. */
  public Verification carrying(Message what) {
    return with(state, wrong, secret, evidence, endedAt, Optional.of(what), offline);
  }

  /** It goes on without a network. */
  public Verification asked(Offline what) {
    return with(state, wrong, secret, evidence, endedAt, message, Optional.of(what));
  }

  private Verification with(
      State how,
      int errors,
      Optional<String> known,
      Optional<Evidence> what,
      Optional<Instant> ended,
      Optional<Message> carried,
      Optional<Offline> away) {
    return new Verification(
        id,
        organisation,
        device,
        tech,
        ask,
        words,
        nonce,
        openedAt,
        countedAt,
        how,
        errors,
        known,
        what,
        ended,
        carried,
        away);
  }
}
