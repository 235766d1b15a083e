package porchlight.json.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import porchlight.json.tree.JsonText.NotJson;

/** Takes named members out of a JSON text of any length and keeps nothing else of it. */
public final class JsonPick {
  private static final String ANY = "*";

  private JsonPick() {}

  /**
   * The value with only those of its members that a path names ({@code a/b}, {@code *} for any name
   * or item). An object or a list that is named is empty unless something in it is named too.
   *
   * @param commented whether comments and commas at the end of a list are allowed
   */
  public static Json pick(String text, List<String> members, boolean commented) throws NotJson {
    var paths = new ArrayList<List<String>>();
    members.forEach(member -> paths.add(List.of(member.split("/"))));
    try (JsonParser parser = JsonText.parser(text, commented)) {
      if (parser.nextToken() == null) {
        throw new NotJson("it is empty");
      }
      Json value = value(parser, paths);
      if (parser.nextToken() != null) {
        throw new NotJson("something follows the value");
      }
      return value;
    } catch (JsonProcessingException wrong) {
      throw new NotJson("not JSON");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Json value(JsonParser parser, List<List<String>> paths) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return JsonText.scalar(parser);
    }
    var members = new LinkedHashMap<String, Json>();
    var items = new ArrayList<Json>();
    boolean object = token == JsonToken.START_OBJECT;
    for (token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
      String name = object ? parser.currentName() : "";
      if (object) {
        parser.nextToken();
      }
      var within = new ArrayList<List<String>>();
      boolean named = false;
      for (List<String> path : paths) {
        if (!path.isEmpty() && (path.get(0).equals(ANY) || (object && path.get(0).equals(name)))) {
          named = true;
          within.add(path.subList(1, path.size()));
        }
      }
      if (!named) {
        parser.skipChildren();
      } else if (object) {
        members.put(name, value(parser, within));
      } else {
        items.add(value(parser, within));
      }
    }
    return object ? new Json.Obj(members) : new Json.Arr(items);
  }
}
