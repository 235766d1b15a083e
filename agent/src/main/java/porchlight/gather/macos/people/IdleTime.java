package porchlight.gather.macos.people;

import java.time.Duration;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** When the screen saver begins, by {@code defaults}: 0 is never. */
final class IdleTime {
  static final Run OURS =
      Run.of("defaults", "-currentHost", "read", "com.apple.screensaver", "idleTime");
  static final Run THEIRS = OURS.asThem();

  private IdleTime() {}

  /** Empty when it was never set. */
  static Reading<Optional<Duration>> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          String text = said.text().strip();
          if (said.code() == 0 && text.matches("\\d{1,9}")) {
            return Reading.known(Optional.of(Duration.ofSeconds(Integer.parseInt(text))));
          }
          return said.code() == 1 && said.error().contains("does not exist")
              ? Reading.known(Optional.empty())
              : Refusal.because(question, said);
        });
  }
}
