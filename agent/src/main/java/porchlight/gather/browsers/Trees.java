package porchlight.gather.browsers;

import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;

/** JSON in answers, and names in it. */
public final class Trees {
  /** An object without members. */
  static final Json.Obj NONE = new Json.Obj(Map.of());

  private Trees() {}

  /** The object that was told; {@code name} says in messages what of. */
  public static Reading<Json.Obj> read(Answer.Said said, String name) {
    try {
      if (said.code() == 0 && JsonText.parse(said.text()) instanceof Json.Obj object) {
        return Reading.known(object);
      }
      return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": not what was expected");
    } catch (JsonText.NotJson wrong) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": not JSON");
    }
  }

  /** The member of a member. */
  public static Optional<Json> in(Json.Obj object, String... names) {
    Optional<Json> at = Optional.of(object);
    for (String name : names) {
      at = at.flatMap(Json::asObject).flatMap(one -> one.get(name));
    }
    return at;
  }

  /** Whether it can be the name of a file, and of one that leads nowhere else. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 255
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ' || c == 0xFFFD || c == ',');
  }
}
