package porchlight.gather.macos.upkeep;

import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.DefaultsText;
import porchlight.gather.macos.Refusal;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code com.apple.SoftwareUpdate}, by {@code defaults}: what is switched on, what is offered, and
 * when macOS last looked. What an administrator enforces lies in a list of its own.
 */
final class UpdateSettings {
  static final Run OWN =
      Run.of("defaults", "read", "/Library/Preferences/com.apple.SoftwareUpdate");
  static final Run MANAGED =
      Run.of("defaults", "read", "/Library/Managed Preferences/com.apple.SoftwareUpdate");

  private static final Json.Obj NOTHING = new Json.Obj(java.util.Map.of());

  private UpdateSettings() {}

  static Reading<Json.Obj> own(Machine machine) {
    return read(OWN, machine.ask(OWN));
  }

  /** Empty when nothing is enforced: then there is no such list, and it says so. */
  static Reading<Json.Obj> managed(Machine machine) {
    Answer answer = machine.ask(MANAGED);
    return answer instanceof Answer.Said said
            && said.code() == 1
            && said.error().contains("does not exist")
        ? Reading.known(NOTHING)
        : read(MANAGED, answer);
  }

  static Reading<Json.Obj> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0
                ? DefaultsText.of(said.text())
                    .flatMap(Json::asObject)
                    .map(Reading::known)
                    .orElseGet(() -> Answers.notUnderstood(question, said.text()))
                : Refusal.because(question, said));
  }
}
