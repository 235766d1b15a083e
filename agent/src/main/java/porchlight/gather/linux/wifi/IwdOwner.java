package porchlight.gather.linux.wifi;

import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * Whether iwd runs: somebody owns its name on the system bus. NetworkManager on top of iwd invents
 * what access points offer (OWE becomes open, WPA3 becomes WPA2).
 */
final class IwdOwner {
  private static final String BUS = "org.freedesktop.DBus";
  private static final String IWD = "net.connman.iwd";
  static final Run BUSCTL =
      Run.of("busctl", "--system", "call", BUS, "/", BUS, "NameHasOwner", "s", IWD);
  static final Run DBUS_SEND =
      Run.of(
          "dbus-send",
          "--system",
          "--print-reply=literal",
          "--dest=" + BUS,
          "/",
          BUS + ".NameHasOwner",
          "string:" + IWD);

  private IwdOwner() {}

  static Reading<Boolean> isThere(Machine machine) {
    return isThere(BUSCTL, machine.ask(BUSCTL))
        .or(() -> isThere(DBUS_SEND, machine.ask(DBUS_SEND)));
  }

  static Reading<Boolean> isThere(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() != 0
                ? Failed.because(question, said)
                : switch (said.text().strip()) {
                  case "b true", "boolean true" -> Reading.known(true);
                  case "b false", "boolean false" -> Reading.known(false);
                  default -> Answers.notUnderstood(question, said.text() + said.error());
                });
  }
}
