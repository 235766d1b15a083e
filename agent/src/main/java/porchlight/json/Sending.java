package porchlight.json;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * How sending goes. Times to wait for are counted ones ({@link Counted}): a clock that is set does
 * not move them.
 *
 * @param failures sends that failed since one last succeeded
 * @param notBefore when the next send is due after a failure
 * @param ordered until when central itself asked to wait, on whatever network
 * @param pending whether a person at central has yet to approve this device
 * @param stopped why central will not hear from this device again until it is enrolled anew
 * @param lastAccepted when central last took a report, by the laptop's clock
 * @param lastTry the counted time of the last send
 * @param strangers how often in a row central said that it does not know the key
 * @param unheard how long sends have failed although there was a network; sleep is no part of it
 */
public record Sending(
    int failures,
    Optional<Instant> notBefore,
    Optional<Instant> ordered,
    boolean pending,
    Optional<String> stopped,
    Optional<Instant> lastAccepted,
    Optional<Instant> lastTry,
    int strangers,
    Duration unheard) {
  /** Why nothing more is sent, ever, until somebody enrols this laptop anew. */
  public static final String GOODBYE = "it said goodbye";

  /** Between two tries that lie further apart the laptop slept. */
  private static final Duration LONGEST_GAP = Duration.ofHours(1);

  static final Sending NONE =
      new Sending(
          0,
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Duration.ZERO);

  /**
   * After a send that central took.
   *
   * @param now by the laptop's clock
   */
  public Sending succeeded(Instant now, Instant counted) {
    return new Sending(
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(now),
        Optional.of(counted),
        0,
        Duration.ZERO);
  }

  /**
   * After one that failed.
   *
   * @param own how long to wait for our own sake
   * @param asked what central asked for; zero if nothing
   * @param network whether there was a network at all
   */
  public Sending failed(Instant counted, Duration own, Duration asked, boolean network) {
    Duration since = lastTry.map(before -> Duration.between(before, counted)).orElse(Duration.ZERO);
    Duration gap = since.compareTo(LONGEST_GAP) < 0 ? since : LONGEST_GAP;
    return new Sending(
        Math.min(failures + 1, 1000),
        Optional.of(counted.plus(own.compareTo(asked) >= 0 ? own : asked)),
        Optional.of(counted.plus(asked)).filter(until -> until.isAfter(counted)),
        false,
        stopped,
        lastAccepted,
        Optional.of(counted),
        strangers,
        network && !gap.isNegative() ? unheard.plus(gap) : unheard);
  }

  /** Where a device that was just enrolled begins. */
  public Sending enrolled() {
    return NONE;
  }

  /** While a person at central has yet to approve. */
  public Sending pending(Instant counted, Duration wait) {
    return new Sending(
        Math.min(failures + 1, 1000),
        Optional.of(counted.plus(wait)),
        Optional.of(counted.plus(wait)),
        true,
        stopped,
        lastAccepted,
        Optional.of(counted),
        strangers,
        unheard);
  }

  /** After a failure of which central says that it does not know the key. */
  public Sending stranger() {
    return new Sending(
        failures,
        notBefore,
        ordered,
        pending,
        stopped,
        lastAccepted,
        lastTry,
        Math.min(strangers + 1, 1000),
        unheard);
  }

  /** Not before that, because central asked for it on another occasion. */
  public Sending held(Instant until) {
    return new Sending(
        failures,
        Optional.of(notBefore.filter(time -> time.isAfter(until)).orElse(until)),
        Optional.of(ordered.filter(time -> time.isAfter(until)).orElse(until)),
        pending,
        stopped,
        lastAccepted,
        lastTry,
        strangers,
        unheard);
  }

  /**
   * After central said that it does not want to hear from this device again.
   *
   * @param askAgain when it is asked whether that still holds; nobody but it can know
   */
  public Sending stopped(String why, Optional<Instant> askAgain) {
    return new Sending(
        failures,
        askAgain,
        Optional.empty(),
        false,
        Optional.of(why),
        lastAccepted,
        lastTry,
        strangers,
        unheard);
  }

  /** Whether this laptop itself said its last word. */
  public boolean saidGoodbye() {
    return stopped.equals(Optional.of(GOODBYE));
  }

  /**
   * Whether it is time.
   *
   * @param elsewhere whether the network has changed, so that a failure on the old one says little;
   *     what central itself asked for holds on any network
   */
  public boolean isDue(Instant counted, boolean elsewhere) {
    return (elsewhere && stopped.isEmpty() ? ordered : notBefore)
        .filter(time -> time.isAfter(counted))
        .isEmpty();
  }

  JsonObject json() {
    return new JsonObject()
        .put("failures", failures)
        .putText("notBefore", notBefore.map(Instant::toString))
        .putText("ordered", ordered.map(Instant::toString))
        .put("pending", pending)
        .putText("stopped", stopped)
        .putText("lastAccepted", lastAccepted.map(Instant::toString))
        .putText("lastTry", lastTry.map(Instant::toString))
        .put("strangers", strangers)
        .put("unheardSeconds", unheard.toSeconds());
  }

  static Sending of(Json.Obj object) {
    return new Sending(
        Replies.whole(object, "failures").map(count -> Math.clamp(count, 0, 1000)).orElse(0),
        object.text("notBefore").flatMap(Replies::instant),
        object.text("ordered").flatMap(Replies::instant),
        Replies.truth(object, "pending").orElse(false),
        object.text("stopped"),
        object.text("lastAccepted").flatMap(Replies::instant),
        object.text("lastTry").flatMap(Replies::instant),
        Replies.whole(object, "strangers").map(count -> Math.clamp(count, 0, 1000)).orElse(0),
        Duration.ofSeconds(
            Math.clamp(Replies.whole(object, "unheardSeconds").orElse(0L), 0L, 1L << 32)));
  }
}
