package porchlight.gather.macos.sharing;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code cupsctl}: whether printers of this Mac are shared. */
final class Cupsctl {
  static final Run SETTINGS = Run.of("cupsctl");

  private static final String SHARED = "_share_printers=";

  private Cupsctl() {}

  static Reading<Audience> read(Answer answer) {
    return Answers.read(
        SETTINGS,
        answer,
        said -> {
          List<String> found =
              said.text().lines().filter(line -> line.startsWith(SHARED)).distinct().toList();
          return switch (said.code() == 0 && found.size() == 1 ? found.getFirst() : "") {
            case SHARED + "0" -> Reading.known(Audience.NOBODY);
            case SHARED + "1" -> Reading.known(Audience.EVERYBODY);
            default -> Refusal.because(SETTINGS, said);
          };
        });
  }
}
