package porchlight.gather.macos.integrity;

import java.util.Locale;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code csrutil authenticated-root status}: whether the system volume's seal must be whole. */
final class SystemSeal {
  static final Run STATUS = Run.of("csrutil", "authenticated-root", "status");

  /** How it answers to what it does not know, as before macOS 11. */
  private static final String USAGE = "usage: csrutil";

  private SystemSeal() {}

  static Reading<Boolean> read(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said -> {
          if ((said.text() + said.error()).toLowerCase(Locale.ROOT).contains(USAGE)) {
            return Reading.unknown(Reason.NOT_SUPPORTED, "this macOS has no signed system volume");
          }
          return switch (said.code() == 0 ? said.text().strip() : "") {
            case "Authenticated Root status: enabled" -> Reading.known(true);
            case "Authenticated Root status: disabled" -> Reading.known(false);
            default -> Answers.notUnderstood(STATUS, said.text() + " " + said.error());
          };
        });
  }
}
