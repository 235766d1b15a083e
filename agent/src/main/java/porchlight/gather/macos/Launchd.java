package porchlight.gather.macos;

import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code launchctl print}: which of the services that macOS brings are on. One that is on waits for
 * its first visitor and is "not running" until then; exit 113 is one that is off.
 */
public final class Launchd {
  public static final Run REMOTE_LOGIN = Run.of("launchctl", "print", "system/com.openssh.sshd");
  public static final Run SCREEN_SHARING =
      Run.of("launchctl", "print", "system/com.apple.screensharing");
  public static final Run FILE_SHARING = Run.of("launchctl", "print", "system/com.apple.smbd");

  private static final int NOT_FOUND = 113;

  private Launchd() {}

  /** Whether it is on. */
  public static Reading<Boolean> isOn(Run question, Answer answer) {
    String service = question.arguments().getLast();
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.code() == 0 && said.text().startsWith(service + " = {")) {
            return Reading.known(true);
          }
          return said.code() == NOT_FOUND
                  && (said.error() + said.text()).contains("Could not find service")
              ? Reading.known(false)
              : Refusal.because(question, said);
        });
  }
}
