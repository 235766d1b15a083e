package porchlight.central.verify;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import porchlight.central.accounts.Where;
import porchlight.central.calls.Ask;
import porchlight.central.calls.Message;
import porchlight.central.calls.State;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Clocks;
import porchlight.central.json.CallReader;
import porchlight.central.ledger.CallStep;
import porchlight.central.ledger.Calls;
import porchlight.central.ledger.Calls.Turn;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Standing;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/** The tech's end: opens a verification, types the code, sends something to the laptop. */
public final class Desk {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int OF_TECH = 30;
  private static final int BAD_OF_DEVICE = 5;
  private static final int LONGEST_MESSAGE = 500;
  private final Ledger ledger;
  private final Calls calls;
  private final Secrets secrets;
  private final Clocks clocks;

  Desk(Ledger ledger, Secrets secrets, Clocks clocks) {
    this.ledger = ledger;
    this.calls = ledger.register().calls();
    this.secrets = secrets;
    this.clocks = clocks;
  }

  /** Opens one for a device. */
  public Opening open(String device, Ask ask, Viewer viewer, Where where) {
    Optional<Device> found =
        ledger.seenBy(viewer).device(device).filter(one -> one.standing().equals(Standing.ACTIVE));
    if (found.isEmpty()) {
      return new Opening.Nowhere();
    }
    String id = UUID.randomUUID().toString();
    var counted = clocks.counted().instant();
    Verification fresh =
        new Verification(
            id,
            found.get().organisation().id(),
            device,
            viewer.who(),
            ask,
            WordList.two(secrets.random()),
            secrets.nonce(),
            clocks.wall().instant(),
            counted,
            State.OPEN,
            0,
            Optional.of(secrets.half(id)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<Calls.Bar> bar =
        calls.open(
            fresh,
            new Calls.Rates(counted.minus(HOUR), OF_TECH, BAD_OF_DEVICE),
            deed(fresh, Act.CALL_OPENED, viewer, where));
    return bar.<Opening>map(one -> new Opening.Barred(why(one)))
        .orElseGet(() -> new Opening.Done(fresh));
  }

  private static String why(Calls.Bar bar) {
    return switch (bar) {
      case BUSY -> "Another verification of this laptop is open: finish it or take it back.";
      case TECH -> "You have opened " + OF_TECH + " within an hour: wait.";
      case DEVICE ->
          BAD_OF_DEVICE
              + " verifications of this laptop went wrong within an hour. Call the user back, on a"
              + " number that you know.";
    };
  }

  /** Types the code that the user reads. */
  public Typed type(Verification one, String code, Viewer viewer, Where where) {
    Optional<String> digits = Digits.of(code, 6);
    return digits.isEmpty()
        ? Typed.NOT_UNDERSTOOD
        : step(
            one,
            now ->
                now.at(clocks.counted().instant()) == State.SIGNED
                    ? judged(now, secrets.agreed(now).isCode(digits.get()), viewer, where)
                    : Turn.none(Typed.NOT_NOW));
  }

  private Turn<Typed> judged(Verification now, boolean right, Viewer viewer, Where where) {
    if (right) {
      Verification after = now.proven(where.now());
      return Turn.on(
          Typed.DONE,
          told(after, deed(now, Act.CALL_VERIFIED, viewer, where), Event.Kind.CALL_VERIFIED));
    }
    return missed(now, viewer, where);
  }

  /** A code that was wrong. */
  static Turn<Typed> missed(Verification now, Viewer viewer, Where where) {
    Verification after = now.wrong(where.now());
    return after.state() == State.LOCKED
        ? Turn.on(
            Typed.LOCKED,
            told(after, deed(now, Act.CALL_LOCKED, viewer, where), Event.Kind.CALL_LOCKED))
        : Turn.on(Typed.WRONG, CallStep.of(after, deed(now, Act.CALL_CODE_WRONG, viewer, where)));
  }

  /** Takes one back. */
  public Typed cancel(Verification one, Viewer viewer, Where where) {
    return step(
        one,
        now ->
            now.state().isLive() || now.isWindowOpen(clocks.counted().instant())
                ? Turn.on(
                    Typed.DONE,
                    CallStep.of(
                        now.over(
                            now.state().isProof() ? now.state() : State.CANCELLED, where.now()),
                        deed(now, Act.CALL_CANCELLED, viewer, where)))
                : Turn.none(Typed.NOT_NOW));
  }

  /** Sends a text to the laptop's window, where it can be read once. */
  public Typed send(Verification one, String text, Viewer viewer, Where where) {
    boolean plain = Calm.text(text).equals(text) && !text.isBlank();
    return !plain || text.length() > LONGEST_MESSAGE
        ? Typed.NOT_UNDERSTOOD
        : step(
            one,
            now ->
                now.isWindowOpen(clocks.counted().instant())
                    ? Turn.on(
                        Typed.DONE,
                        CallStep.of(
                            now.carrying(
                                new Message(
                                    Optional.of(
                                        secrets.agreed(now).box(text, now.id(), secrets.random())),
                                    where.now(),
                                    Optional.empty())),
                            deed(now, Act.CALL_MESSAGE, viewer, where)))
                    : Turn.none(Typed.NOT_NOW));
  }

  private Typed step(Verification one, Function<Verification, Turn<Typed>> judge) {
    return calls.step(one.id(), judge).orElse(Typed.NOT_NOW);
  }

  static CallStep told(Verification after, Deed deed, Event.Kind kind) {
    return told(after, deed, kind, "");
  }

  /** A step that others are told of, and why it was taken; empty where that needs no words. */
  static CallStep told(Verification after, Deed deed, Event.Kind kind, String because) {
    return new CallStep(
        after,
        Optional.of(deed),
        Optional.of(kind),
        Map.of(
            "account",
            CallReader.told(after).map(Transcript::account).orElse(""),
            "verification",
            after.id(),
            "tech",
            after.tech(),
            "purpose",
            Word.of(after.ask().purpose()),
            "ticket",
            after.ask().ticket(),
            "because",
            because));
  }

  /** What is done, with what it is for; never a code, a word or what was sent. */
  static Deed deed(Verification one, Act act, Viewer viewer, Where where) {
    return where.deed(viewer.who(), act, one.device(), detail(one));
  }

  static String detail(Verification one) {
    return one.id() + " " + Word.of(one.ask().purpose()) + ", ticket " + one.ask().ticket();
  }
}
