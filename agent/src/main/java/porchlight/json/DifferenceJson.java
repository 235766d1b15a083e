package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import porchlight.checks.Evidence;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.policy.Change;
import porchlight.policy.Difference;
import porchlight.policy.Finding;

/** What {@code porchlight diff --json} prints: see {@code docs/sharing.md}. */
public final class DifferenceJson {
  private DifferenceJson() {}

  public static Json.Obj write(Noted before, Noted after) {
    var difference = Difference.of(before.assessment(), after.assessment());
    var changes = new ArrayList<Json>();
    difference.changes().forEach(change -> changes.add(change(change)));
    return new JsonObject()
        .put("before", look(before))
        .put("after", look(after))
        .put("changes", new Json.Arr(changes))
        .put("same", difference.same())
        .build();
  }

  private static Json look(Noted noted) {
    var out =
        new JsonObject()
            .put("at", noted.at().toString())
            .putText("report", noted.report())
            .put("answer", noted.assessment().answer().word());
    noted.assessment().score().ifPresent(score -> out.put("score", score));
    return out.put("assessed", noted.assessment().assessed())
        .put("blind", noted.assessment().blind())
        .build();
  }

  private static Json change(Change change) {
    var out = new JsonObject().put("check", change.check()).put("change", change.way().word());
    change.before().ifPresent(finding -> out.put("before", said(finding)));
    change.after().ifPresent(finding -> out.put("after", said(finding)));
    out.put("gone", evidence(change.gone()));
    return out.put("new", evidence(change.fresh())).build();
  }

  private static JsonObject said(Finding finding) {
    return new JsonObject()
        .put("outcome", finding.verdict().outcome().word())
        .put("severity", finding.severity().word())
        .put("because", finding.verdict().because());
  }

  private static Json evidence(List<Evidence> seen) {
    var out = new ArrayList<Json>();
    seen.forEach(
        one -> out.add(new JsonObject().put("name", one.name()).put("value", one.value()).build()));
    return new Json.Arr(out);
  }
}
