package porchlight.central.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import porchlight.central.calls.Denial;
import porchlight.central.calls.Evidence;
import porchlight.central.calls.Message;
import porchlight.central.calls.State;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Clocks;
import porchlight.central.ledger.CallStep;
import porchlight.central.ledger.Calls;
import porchlight.central.ledger.Calls.Turn;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Seals;

/** The laptop's end: what its user is shown, what it signs, and what it is sent. */
public final class Window {
  /** How far the time in a transcript may be from ours. */
  private static final Duration SLACK = Duration.ofSeconds(60);

  private final Calls calls;
  private final Secrets secrets;
  private final Clocks clocks;

  Window(Ledger ledger, Secrets secrets, Clocks clocks) {
    this.calls = ledger.register().calls();
    this.secrets = secrets;
    this.clocks = clocks;
  }

  /** What a laptop is shown of the verification that waits for it, and central's half of a key. */
  public record Shown(Verification one, Optional<DeviceKey> key, long seconds) {}

  /** What became of an answer. */
  public sealed interface Heard {
    /** It is taken. */
    record Taken(State state, long seconds) implements Heard {}

    /** It does not say what was asked. */
    record Unfit(String why) implements Heard {}

    /** It is over, or was answered before. */
    record Over(State state) implements Heard {}

    /** This device has none of that id. */
    record None() implements Heard {}
  }

  /** The verification that waits for this device; the tech sees that it was shown. */
  public Optional<Shown> look(String device) {
    Instant counted = clocks.counted().instant();
    return calls
        .live(device, counted)
        .flatMap(one -> calls.step(one.id(), now -> shown(now, counted)))
        .flatMap(shown -> shown);
  }

  private Turn<Optional<Shown>> shown(Verification now, Instant counted) {
    State state = now.at(counted);
    if (!state.isUnanswered()) {
      return Turn.none(Optional.empty());
    }
    Optional<Shown> answer =
        Optional.of(new Shown(now, Optional.of(secrets.open(now)), now.left(counted)));
    return state == State.OPEN ? Turn.on(answer, CallStep.quiet(now.shown())) : Turn.none(answer);
  }

  /**
   * Takes what a laptop signed.
   *
   * @param key the key that signed the request, which must have signed the transcript
   */
  public Heard sign(
      String device, String id, Evidence evidence, Transcript transcript, DeviceKey key) {
    return step(device, id, now -> signed(now, evidence, transcript, key));
  }

  private Turn<Heard> signed(
      Verification now, Evidence evidence, Transcript transcript, DeviceKey key) {
    Instant counted = clocks.counted().instant();
    State state = now.at(counted);
    if (!state.isUnanswered()) {
      return Turn.none(new Heard.Over(state));
    }
    byte[] payload = Base64.getUrlDecoder().decode(evidence.payload());
    Optional<String> wrong =
        Seals.holds(key, Seals.call(payload), evidence.signature())
            ? transcript.difference(now).or(() -> untimely(now, transcript))
            : Optional.of("/signature: is not this key's over the payload");
    if (wrong.isPresent()) {
      return Turn.none(new Heard.Unfit(wrong.get()));
    }
    String agreed = secrets.seal(now, secrets.agree(now, transcript.key(), evidence.payload()));
    return Turn.on(
        new Heard.Taken(State.SIGNED, now.left(counted)),
        CallStep.quiet(now.signed(evidence, agreed)));
  }

  private Optional<String> untimely(Verification now, Transcript transcript) {
    boolean early = transcript.at().isBefore(now.openedAt().minus(SLACK));
    boolean late = transcript.at().isAfter(clocks.wall().instant().plus(SLACK));
    return early || late
        ? Optional.of("/at: is not within this verification, by central's clock")
        : Optional.empty();
  }

  /** The user says that it is not theirs. */
  public Heard deny(String device, String id, Denial denial, String address) {
    return step(device, id, now -> denied(now, denial, address));
  }

  private Turn<Heard> denied(Verification now, Denial denial, String address) {
    State state = now.at(clocks.counted().instant());
    if (!state.isLive()) {
      return Turn.none(new Heard.Over(state));
    }
    Instant at = clocks.wall().instant();
    Deed deed =
        new Deed(
            at,
            "the user of the laptop",
            address,
            Act.CALL_DENIED,
            now.device(),
            denial.word() + ": " + Desk.detail(now));
    return Turn.on(
        new Heard.Taken(State.DENIED, 0),
        Desk.told(now.over(State.DENIED, at), deed, Event.Kind.CALL_DENIED, denial.sentence()));
  }

  /** How one stands, and what was sent to the laptop since; that is handed out once. */
  public Optional<Stand> stand(String device, String id, String address) {
    return calls
        .step(
            id,
            now ->
                now.device().equals(device)
                    ? stand(now, address)
                    : Turn.<Optional<Stand>>none(Optional.empty()))
        .flatMap(stand -> stand);
  }

  /** How a verification stands, for the laptop. */
  public record Stand(State state, long seconds, Optional<String> message) {}

  private Turn<Optional<Stand>> stand(Verification now, String address) {
    Instant counted = clocks.counted().instant();
    Optional<String> box =
        now.message().flatMap(Message::box).filter(sent -> now.isWindowOpen(counted));
    Optional<Stand> stand = Optional.of(new Stand(now.at(counted), now.left(counted), box));
    if (box.isEmpty()) {
      return Turn.none(stand);
    }
    Instant at = clocks.wall().instant();
    Deed deed =
        new Deed(at, "the laptop", address, Act.CALL_MESSAGE_READ, now.device(), Desk.detail(now));
    return Turn.on(stand, CallStep.of(now.carrying(now.message().orElseThrow().read(at)), deed));
  }

  private Heard step(String device, String id, Function<Verification, Turn<Heard>> judge) {
    return calls
        .step(
            id, now -> now.device().equals(device) ? judge.apply(now) : Turn.none(new Heard.None()))
        .orElse(new Heard.None());
  }
}
