package porchlight.gather.macos;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;
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

  public static final Run NETBIOS = Run.of("launchctl", "print", "system/com.apple.netbiosd");

  /** It is there while Remote Management (ARD) is on. */
  public static final ReadFile REMOTE_MANAGEMENT =
      new ReadFile("/Library/Application Support/Apple/Remote Desktop/RemoteManagement.launchd");

  private static final String KEY = "state = ";

  /** How deep a service's own keys stand: a tab, or four blanks where somebody copied it. */
  private static final List<String> DEPTHS = List.of("\t", "    ");

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

  /** Whether it runs right now; only its own state counts, not that of what is deeper. */
  public static Reading<Boolean> isRunning(Run question, Answer answer) {
    return isOn(question, answer)
        .flatMap(on ->
            on && answer instanceof Answer.Said said
                ? state(question, said.text())
                : Reading.known(false));
  }

  private static Reading<Boolean> state(Run question, String text) {
    for (String line : text.lines().toList()) {
      for (String depth : DEPTHS) {
        if (line.startsWith(depth + KEY)) {
          return switch (line.substring(depth.length() + KEY.length()).strip()) {
            case "running" -> Reading.known(true);
            case "not running", "waiting" -> Reading.known(false);
            default -> Answers.notUnderstood(question, line);
          };
        }
      }
    }
    return Answers.notUnderstood(question, "no state in it");
  }
}
