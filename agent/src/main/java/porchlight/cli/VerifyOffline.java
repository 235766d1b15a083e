package porchlight.cli;

import java.util.List;
import java.util.Optional;
import porchlight.cli.screen.VerifyScreen;
import porchlight.daemon.verify.Talk;
import porchlight.json.Said;
import porchlight.json.Scene;

/** {@code porchlight verify --offline}: four numbers that two people read to each other. */
record VerifyOffline(Talk talk, Choices typed, VerifyScreen screen, Terminal terminal) {
  private static final List<String> PURPOSES =
      List.of("password-reset", "second-factor", "remote-help", "account-change", "other");

  int run() {
    String chosen = typed.one(screen.whatFor(PURPOSES), "12345", terminal);
    if (chosen.isEmpty()) {
      return Exit.CANNOT_SAY;
    }
    String purpose = PURPOSES.get(Integer.parseInt(chosen) - 1);
    if (!(talk.say(new Said.Offline(purpose)) instanceof Scene.Question(var digits))) {
      return VerifyCommand.outOfTurn(screen, terminal);
    }
    terminal.result(screen.question(digits));
    return numbers();
  }

  /** Until the caller has read what only central knows, or has not too often. */
  private int numbers() {
    Optional<String> first = typed.digits(screen.firstNumber(), terminal);
    Optional<String> second =
        first.isEmpty() ? first : typed.digits(screen.secondNumber(), terminal);
    if (second.isEmpty()) {
      return Exit.CANNOT_SAY;
    }
    Scene scene = talk.say(new Said.Numbers(first.get(), second.get()));
    if (scene instanceof Scene.Answer(var digits)) {
      terminal.result(screen.answer(digits));
      return Exit.SAFE;
    }
    if (!(scene instanceof Scene.Misread(long left))) {
      return VerifyCommand.outOfTurn(screen, terminal);
    }
    terminal.result(screen.misread(left));
    return left > 0 ? numbers() : Exit.FOUND;
  }
}
