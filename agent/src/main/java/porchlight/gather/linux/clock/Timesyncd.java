package porchlight.gather.linux.clock;

import java.time.DateTimeException;
import java.time.Instant;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.Modified;

/** The file that systemd-timesyncd touches each time it has set the clock, at least every hour. */
final class Timesyncd {
  static final Modified LAST = new Modified("/run/systemd/timesync/synchronized");

  private Timesyncd() {}

  static Reading<Instant> last(Answer answer) {
    return Answers.read(
        LAST,
        answer,
        said -> {
          try {
            return Reading.known(Instant.parse(said.text().strip()));
          } catch (DateTimeException wrong) {
            return Answers.notUnderstood(LAST, said.text());
          }
        });
  }
}
