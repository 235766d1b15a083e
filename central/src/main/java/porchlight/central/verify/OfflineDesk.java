package porchlight.central.verify;

import java.util.Optional;
import java.util.function.Function;
import porchlight.central.accounts.Where;
import porchlight.central.calls.Offline;
import porchlight.central.calls.State;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Clocks;
import porchlight.central.ledger.CallStep;
import porchlight.central.ledger.Calls;
import porchlight.central.ledger.Calls.Turn;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.KnownKey;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Word;
import porchlight.central.signing.Agreed;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Ocra;

/**
 * The tech's end where the laptop has no network: four numbers that two people read to each other
 * (RFC 6287, mutual). It proves the laptop and the purpose, and tells nothing else.
 */
public final class OfflineDesk {
  private static final int DIGITS = 8;
  private final Ledger ledger;
  private final Calls calls;
  private final Secrets secrets;
  private final Clocks clocks;

  OfflineDesk(Ledger ledger, Secrets secrets, Clocks clocks) {
    this.ledger = ledger;
    this.calls = ledger.register().calls();
    this.secrets = secrets;
    this.clocks = clocks;
  }

  /** Takes the laptop's question; another one than the first costs a try. */
  public Typed ask(Verification one, String typed, Viewer viewer, Where where) {
    Optional<String> question = Digits.of(typed, DIGITS);
    return question.isEmpty()
        ? Typed.NOT_UNDERSTOOD
        : step(
            one,
            now -> {
              Turn<Typed> before =
                  now.offline().isPresent()
                      ? Desk.missed(now, viewer, where)
                      : Turn.on(Typed.DONE, CallStep.quiet(now));
              Verification after = before.step().map(CallStep::after).orElse(now);
              return after.state().isLive()
                  ? Turn.on(
                      Typed.DONE,
                      CallStep.quiet(after.asked(new Offline(question.get(), secrets.digits()))))
                  : before;
            });
  }

  /** What the tech reads after central's own question; empty where none was asked. */
  public Optional<String> answer(Verification one) {
    return one.offline()
        .filter(asked -> one.at(clocks.counted().instant()).isLive())
        .flatMap(asked -> made(one, asked.question() + asked.challenge()));
  }

  /** Types what the user reads last. */
  public Typed type(Verification one, String typed, Viewer viewer, Where where) {
    Optional<String> digits = Digits.of(typed, DIGITS);
    Optional<String> right =
        one.offline().flatMap(asked -> made(one, asked.challenge() + asked.question()));
    if (digits.isEmpty() || right.isEmpty()) {
      return digits.isEmpty() ? Typed.NOT_UNDERSTOOD : Typed.NOT_NOW;
    }
    return step(
        one,
        now -> {
          if (!now.offline().equals(one.offline())) {
            return Turn.none(Typed.NOT_NOW);
          }
          if (!Digests.isSame(digits.get(), right.get())) {
            return Desk.missed(now, viewer, where);
          }
          return Turn.on(
              Typed.DONE,
              Desk.told(
                  now.over(State.VERIFIED_OFFLINE, where.now()),
                  Desk.deed(now, Act.CALL_VERIFIED, viewer, where),
                  Event.Kind.CALL_VERIFIED));
        });
  }

  private Optional<String> made(Verification one, String question) {
    return ledger
        .keyOf(one.device())
        .map(KnownKey::key)
        .map(key -> {
          Agreed agreed = secrets.offline(key, one.device());
          return Ocra.MUTUAL.answer(agreed.bytes(), question, Word.of(one.ask().purpose()));
        });
  }

  /** Only while it waits, and nothing was signed. */
  private Typed step(Verification one, Function<Verification, Turn<Typed>> judge) {
    return calls
        .step(
            one.id(),
            now -> {
              State state = now.at(clocks.counted().instant());
              return state.isUnanswered() ? judge.apply(now) : Turn.none(Typed.NOT_NOW);
            })
        .orElse(Typed.NOT_NOW);
  }
}
