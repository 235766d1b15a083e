package porchlight.gather.macos.people;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code sysadminctl -screenLock status}, which answers among its messages: how long a dark screen
 * stays without a password. It tells only of the person who asks.
 */
final class LockDelay {
  static final Run OURS = Run.of("sysadminctl", "-screenLock", "status");
  static final Run THEIRS = OURS.asThem();

  private static final Pattern SECONDS =
      Pattern.compile("screenLock delay is (\\d{1,9})(?:\\.\\d+)? seconds?");

  private LockDelay() {}

  /** Empty when no password is asked for at all. */
  static Reading<Optional<Duration>> read(Run question, Answer answer) {
    return Answers.read(question, answer, said -> parse(question, said));
  }

  private static Reading<Optional<Duration>> parse(Run question, Answer.Said said) {
    String words = said.error() + "\n" + said.text();
    boolean off = words.contains("screenLock is off") || words.contains("screenLock delay is -1");
    boolean immediate = words.contains("screenLock delay is immediate");
    Matcher seconds = SECONDS.matcher(words);
    boolean timed = seconds.find();
    if (said.code() != 0 || (off ? 1 : 0) + (immediate ? 1 : 0) + (timed ? 1 : 0) != 1) {
      return Refusal.because(question, said);
    }
    return Reading.known(
        off
            ? Optional.empty()
            : Optional.of(
                immediate
                    ? Duration.ZERO
                    : Duration.ofSeconds(Integer.parseInt(seconds.group(1)))));
  }
}
