package porchlight.gather.macos;

import java.util.Optional;
import porchlight.facts.Clock;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code systemsetup}: whether macOS sets its clock by itself. It tells that to administrators
 * only, and to nobody when it last did.
 */
public final class MacClock {
  static final Run NETWORK_TIME = Run.of("systemsetup", "-getusingnetworktime");

  private static final String ANSWER = "Network Time: ";

  private MacClock() {}

  public static Reading<Clock> read(Machine machine) {
    return read(machine.ask(NETWORK_TIME));
  }

  static Reading<Clock> read(Answer answer) {
    return Answers.read(
        NETWORK_TIME,
        answer,
        said ->
            switch (said.code() == 0 ? said.text().strip() : "") {
              case ANSWER + "On" -> Reading.known(new Clock.Kept("timed", Optional.empty()));
              case ANSWER + "Off" ->
                  Reading.known(
                      new Clock.NotKept("\"Set time and date automatically\" is turned off"));
              default -> Refusal.because(NETWORK_TIME, said);
            });
  }
}
