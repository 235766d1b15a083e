package porchlight.gather.macos.integrity;

import java.util.List;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.macos.SystemProfiler;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code system_profiler SPiBridgeDataType}: Secure Boot, on Apple silicon and on Intel with a T2.
 * Its values are words of the Mac's language; only the English ones are understood.
 */
final class BootPolicy {
  static final Run PROFILE = Run.of("system_profiler", "-json", "SPiBridgeDataType");

  private BootPolicy() {}

  static Reading<State> read(Answer answer) {
    return SystemProfiler.read(PROFILE, answer, BootPolicy::read);
  }

  private static Reading<State> read(Json root) {
    var items = root.asObject().flatMap(all -> all.get("SPiBridgeDataType")).flatMap(Json::asItems);
    if (items.map(List::isEmpty).orElse(false)) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED, "this Mac has no chip that tells of Secure Boot");
    }
    String word =
        items
            .filter(list -> list.size() == 1)
            .flatMap(list -> list.getFirst().asObject())
            .flatMap(policy -> policy.text("ibridge_secure_boot"))
            .orElse("not told");
    return switch (word) {
      case "Full Security" -> Reading.known(State.ON);
      case "Reduced Security", "Medium Security" -> Reading.known(State.PARTLY);
      case "Permissive Security", "No Security" -> Reading.known(State.OFF);
      default -> Answers.notUnderstood(PROFILE, "Secure Boot is " + word);
    };
  }
}
