package porchlight.gather.linux;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** A JSON list of objects, as {@code ip -j} prints. */
public final class Rows {
  private Rows() {}

  /** The objects; anything else than a list of objects is not understood. */
  public static Reading<List<Json.Obj>> read(Question question, Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(question, said);
    }
    try {
      return JsonText.parse(said.text())
          .asItems()
          .map(items -> objects(question, items))
          .orElseGet(() -> Answers.notUnderstood(question, "not a list"));
    } catch (JsonText.NotJson wrong) {
      return Answers.notUnderstood(question, String.valueOf(wrong.getMessage()));
    }
  }

  private static Reading<List<Json.Obj>> objects(Question question, List<Json> items) {
    var found = new ArrayList<Json.Obj>();
    for (Json item : items) {
      var object = item.asObject();
      if (object.isEmpty()) {
        return Answers.notUnderstood(question, "a row is " + item.kind());
      }
      found.add(object.get());
    }
    return Reading.known(found);
  }
}
