package porchlight.gather.macos.integrity;

import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code spctl --status}: Gatekeeper. When it is off the exit code is 1, and that is an answer. */
final class Spctl {
  static final Run STATUS = Run.of("spctl", "--status");

  private Spctl() {}

  static Reading<State> read(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said ->
            switch ((said.text() + said.error()).strip()) {
              case "assessments enabled" ->
                  said.code() == 0
                      ? Reading.known(State.ON)
                      : Answers.notUnderstood(STATUS, "enabled, and exit " + said.code());
              case "assessments disabled" -> Reading.known(State.OFF);
              default -> Refusal.because(STATUS, said);
            });
  }
}
