package porchlight.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import porchlight.json.tree.JsonPick;
import porchlight.json.tree.JsonText;
import porchlight.json.tree.PropertyList;

/** The members of a JSON file, or of a property list, that were asked for. */
final class JsonMembers {
  /** A browser's file with every extension there is stays far below. */
  private static final int LONGEST = 16 << 20;

  private JsonMembers() {}

  static Answer read(Question.ReadJson question) throws IOException {
    return Inside.read(question.folder(), question.path(), LONGEST, bytes -> pick(question, bytes));
  }

  private static Answer pick(Question.ReadJson question, byte[] bytes) {
    try {
      String text =
          PropertyList.isOne(bytes)
              ? PropertyList.of(bytes).map(JsonText::compact).orElse("")
              : new String(bytes, StandardCharsets.UTF_8);
      return new Answer.Said(
          0,
          JsonText.compact(JsonPick.pick(text, question.members(), question.commented())) + "\n");
    } catch (JsonText.NotJson wrong) {
      return new Answer.Failed("not JSON"); // its words could quote what is in the file
    }
  }
}
