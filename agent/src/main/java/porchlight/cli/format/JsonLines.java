package porchlight.cli.format;

import porchlight.facts.Device;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Finding;

/** One flat object a line, as Wazuh and log shippers read them: each finding, then the verdict. */
final class JsonLines implements Format {
  @Override
  public Printed of(Seen seen) {
    var out = new StringBuilder();
    for (Finding finding : seen.assessment().findings()) {
      var line =
          about(seen, "finding")
              .put("check", finding.check())
              .put("outcome", finding.verdict().outcome().word())
              .put("severity", finding.severity().word())
              .put("because", finding.verdict().because());
      finding.verdict().reason().ifPresent(reason -> line.put("reason", reason.word()));
      out.append(JsonText.compact(line.build())).append('\n');
    }
    var last =
        about(seen, "verdict")
            .put("answer", seen.assessment().answer().word())
            .put("status", seen.level().name().toLowerCase(java.util.Locale.ROOT));
    seen.assessment().score().ifPresent(score -> last.put("score", score));
    last.put("failed", seen.failed().size())
        .put("blind", seen.blind().size())
        .put("text", seen.line());
    out.append(JsonText.compact(last.build())).append('\n');
    return new Printed(out.toString(), 0);
  }

  @Override
  public Printed broken(String why) {
    var line =
        new JsonObject()
            .put("program", "porchlight")
            .put("kind", "verdict")
            .put("answer", "cannot-say")
            .put("status", "unknown")
            .put("text", Seen.plain(why));
    return new Printed(JsonText.compact(line.build()) + "\n", 0);
  }

  private static JsonObject about(Seen seen, String kind) {
    var out =
        new JsonObject()
            .put("timestamp", seen.at().toString())
            .put("program", "porchlight")
            .put("version", seen.version())
            .put("kind", kind);
    return out.putText("host", seen.device().map(Device::name))
        .putText(
            "os", seen.device().map(device -> (device.system() + " " + device.version()).strip()));
  }
}
