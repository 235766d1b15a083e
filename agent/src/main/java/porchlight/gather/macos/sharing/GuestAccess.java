package porchlight.gather.macos.sharing;

import java.util.Locale;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code sysadminctl -smbGuestAccess}, which answers among its messages. */
final class GuestAccess {
  static final Run STATUS = Run.of("sysadminctl", "-smbGuestAccess", "status");

  private GuestAccess() {}

  static Reading<Audience> read(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said -> {
          String words = (said.error() + "\n" + said.text()).toLowerCase(Locale.ROOT);
          boolean on = words.contains("smb guest access enabled");
          boolean off = words.contains("smb guest access disabled");
          return said.code() == 0 && on != off
              ? Reading.known(on ? Audience.EVERYBODY : Audience.CHOSEN)
              : Refusal.because(STATUS, said);
        });
  }
}
