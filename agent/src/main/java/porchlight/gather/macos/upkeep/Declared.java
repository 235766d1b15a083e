package porchlight.gather.macos.upkeep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.Told;
import porchlight.gather.macos.Refusal;
import porchlight.json.tree.Json;
import porchlight.json.tree.PropertyList;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * What declarative management (DDM) enforces about updates, since macOS 15: stronger than every
 * other setting, and root's business.
 *
 * @param switches only those that are enforced, by the names of {@code com.apple.SoftwareUpdate}
 */
record Declared(Map<String, Boolean> switches) {
  static final Run STATE =
      Run.of(
          "plutil",
          "-convert",
          "xml1",
          "-o",
          "-",
          "/private/var/db/softwareupdate/SoftwareUpdateDDMStatePersistence.plist");

  private static final String CALLED = "what a server declares about updates";

  private static final Map<String, List<String>> MEANS =
      Map.of(
          "automaticallyDownload", List.of(Switches.DOWNLOAD),
          "automaticallyInstallOSUpdates", List.of(Switches.INSTALL),
          "automaticallyInstallSystemAndSecurityUpdates",
              List.of(Switches.CRITICAL, Switches.DATA));

  Declared {
    switches = Map.copyOf(switches);
  }

  static Reading<Declared> read(Machine machine) {
    return read(machine.ask(STATE));
  }

  /** Where nothing was ever declared there is no such file. */
  static Reading<Declared> read(Answer answer) {
    return Told.read(
        STATE,
        CALLED,
        answer,
        said -> {
          if (said.code() != 0) {
            return (said.text() + said.error()).contains("there is no such file")
                ? Reading.known(new Declared(Map.of()))
                : Refusal.because(STATE, said);
          }
          return PropertyList.of(said.text())
              .flatMap(Json::asObject)
              .map(Declared::parse)
              .orElseGet(() -> Answers.notUnderstood(STATE, said.text()));
        });
  }

  private static Reading<Declared> parse(Json.Obj root) {
    var settings =
        root.get("SUCorePersistedStatePolicyFields")
            .flatMap(Json::asObject)
            .flatMap(fields -> fields.get("SUCoreDDMDeclarationGlobalSettings"))
            .flatMap(Json::asObject);
    Map<String, Boolean> switches = new HashMap<>();
    for (var means : MEANS.entrySet()) {
      var value = settings.flatMap(all -> all.get(means.getKey()));
      if (value.isEmpty()) {
        continue;
      }
      switch (value.get() instanceof Json.Num(var number) ? number : "") {
        case "0" -> {} // left to the person
        case "1" -> means.getValue().forEach(key -> switches.put(key, true));
        case "2" -> means.getValue().forEach(key -> switches.put(key, false));
        default -> {
          return Answers.notUnderstood(STATE, means.getKey());
        }
      }
    }
    return Reading.known(new Declared(switches));
  }
}
