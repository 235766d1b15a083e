package porchlight.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.daemon.worker.Step;
import porchlight.daemon.worker.Step.State;
import porchlight.json.Sent;
import porchlight.json.SettingRow;
import porchlight.json.SettingsReader;

/** An agent that has sent two requests and does as it is told. */
public class TypedAgent implements Doors.Agent {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Override
  public List<SettingRow> settings(Optional<String> config) {
    return SettingRow.of(
        SettingsReader.over(
            SettingsReader.Layered.NONE,
            "/etc/porchlight/managed.json",
            "{\"server\": \"https://central.example\"}"));
  }

  /** The name of the settings stands for what was kept. */
  @Override
  public Optional<Doors.Kept> lastCheck(Optional<String> config) {
    return config.map(kept -> new Doors.Kept(kept, Duration.ofHours(1)));
  }

  /** What {@code check} judges by; the program's own, like a laptop that nobody has enrolled. */
  public Doors.Judging judging = Doors.Judging.packed();

  @Override
  public Doors.Judging judging() {
    return judging;
  }

  /** What has left, where a test has its own. */
  public List<Sent> left = List.of();

  @Override
  public List<Sent> sent(Optional<String> config, int most) {
    if (!left.isEmpty()) {
      return left;
    }
    byte[] body = "{\"kind\":\"unchanged\",\"sequence\":41}".getBytes(StandardCharsets.UTF_8);
    var sent =
        List.of(
            new Sent(
                NOON,
                "POST",
                "https://central.example/v1/reports",
                Map.of("Content-Type", "application/json"),
                body,
                Optional.of("202")),
            new Sent(
                NOON.minusSeconds(900),
                "GET",
                "https://central.example/v1/policy",
                Map.of(),
                new byte[0],
                Optional.empty()));
    return sent.subList(0, Math.min(most, sent.size()));
  }

  @Override
  public List<Step> examine(Optional<String> config) {
    return List.of(
        new Step("settings", State.UNSEEN, "The settings are not ours to read.", "Look as root"));
  }

  @Override
  public Doors.Enrolled rotate(Optional<String> config) {
    return new Doors.Enrolled(true, "has another key");
  }

  @Override
  public Doors.Enrolled goodbye(Optional<String> config, String reason) {
    return new Doors.Enrolled(reason.equals("shutdown"), reason);
  }

  @Override
  public porchlight.daemon.verify.Talk talk(Optional<String> config) {
    throw new porchlight.json.Refused("nobody listens");
  }

  @Override
  public boolean place(porchlight.facts.Facts facts, Optional<porchlight.facts.Place.Kind> kind) {
    return kind.isPresent();
  }
}
