package porchlight.cli.format;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import porchlight.cli.screen.Page;
import porchlight.cli.screen.Scenes;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.json.PolicyReader;
import porchlight.policy.Severity;

/** The scenes of the screens, as formats see them. */
final class Looks {
  private Looks() {}

  static Map<String, Seen> all() {
    var looks = new LinkedHashMap<String, Seen>();
    Scenes.all().forEach((name, facts) -> looks.put(name, of(facts, Optional.empty())));
    return looks;
  }

  static Seen of(String scene) {
    return of(Scenes.named(scene), Optional.empty());
  }

  static Seen kept(String scene) {
    return of(Scenes.named(scene), Optional.of(Duration.ofMinutes(7)));
  }

  private static Seen of(Facts facts, Optional<Duration> age) {
    return new Seen(
        PolicyReader.packed().judge(facts),
        Instant.parse("2026-11-22T12:00:00Z"),
        age,
        facts.device() instanceof Known<Device>(var device)
            ? Optional.of(device)
            : Optional.empty(),
        "linux",
        false,
        "1.2.3",
        Severity.MEDIUM,
        Looks::page);
  }

  private static Optional<Page> page(String check) {
    return Optional.of(
        Page.read(
            "# " + check + "\n\nA question?\n\n## Fix on Linux\n\n- Mend `" + check + "`.\n"));
  }
}
