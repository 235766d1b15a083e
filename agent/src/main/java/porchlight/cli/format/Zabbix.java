package porchlight.cli.format;

import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Finding;

/** A master item of Zabbix: one object, whose members dependent items pick by JSONPath. */
final class Zabbix implements Format {
  @Override
  public Printed of(Seen seen) {
    var checks = new JsonObject();
    for (Finding finding : seen.assessment().findings()) {
      checks.put(
          finding.check(),
          new JsonObject()
              .put("outcome", finding.verdict().outcome().word())
              .put("severity", finding.severity().word())
              .put("because", finding.verdict().because()));
    }
    var out =
        new JsonObject()
            .put("status", Nagios.code(seen.level()))
            .put("answer", seen.assessment().answer().word());
    seen.assessment().score().ifPresent(score -> out.put("score", score));
    out.put("failed", seen.failed().size())
        .put("blind", seen.blind().size())
        .put("at", seen.at().getEpochSecond());
    seen.age().ifPresent(age -> out.put("ageSeconds", age.toSeconds()));
    return printed(out.put("text", seen.line()).put("checks", checks));
  }

  @Override
  public Printed broken(String why) {
    return printed(
        new JsonObject().put("status", Nagios.code(Level.UNKNOWN)).put("text", Seen.plain(why)));
  }

  private static Printed printed(JsonObject content) {
    return new Printed(JsonText.compact(content.build()) + "\n", 0);
  }
}
