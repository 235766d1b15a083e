package porchlight.json.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.json.tree.JsonText.NotJson;

class JsonTextTest {
  @Test
  void values_survive_writing_and_reading() throws NotJson {
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      Json value = some(random, 4);
      assertEquals(value, JsonText.parse(JsonText.compact(value)));
      assertEquals(value, JsonText.parse(JsonText.pretty(value)));
    }
  }

  private static Json some(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new Json.Str(text(random));
      case 1 -> new Json.Num(Long.toString(random.nextLong()));
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> new Json.Null();
      case 4 -> {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(some(random, depth - 1));
        }
        yield new Json.Arr(items);
      }
      default -> {
        var object = new JsonObject();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(text(random), some(random, depth - 1));
        }
        yield object.build();
      }
    };
  }

  private static String text(Random random) {
    var out = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      out.append("a\"\\\n\t\u0000\u001b\u202e€🦊/".codePointAt(random.nextInt(11)));
    }
    // A lone half of a pair is no text; the codePointAt above may land on one.
    return out.toString().replaceAll("[\\ud800-\\udfff]", "?");
  }

  @Test
  void a_repeated_name_is_refused() {
    assertThrows(NotJson.class, () -> JsonText.parse("{\"a\": 1, \"a\": 2}"));
    assertThrows(NotJson.class, () -> JsonText.parse("[{\"b\": {\"a\": 1, \"a\": 1}}]"));
  }

  @Test
  void sixty_four_levels_are_read_and_no_more() throws NotJson {
    JsonText.parse("[".repeat(64) + "]".repeat(64));
    assertThrows(NotJson.class, () -> JsonText.parse("[".repeat(65) + "]".repeat(65)));
    assertThrows(NotJson.class, () -> JsonText.parse("[".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":}",
        "{'a': 1}",
        "{a: 1}",
        "nul",
        "NaN",
        "+1",
        "01",
        "1 2",
        "{} {}",
        "\"\n\"",
        "\"a",
        "[1 2]",
        "\u0000",
        "// only a comment\n1",
        "/* x */ 1",
        "# x\n1"
      })
  void what_is_not_json_is_refused(String text) {
    var refused = assertThrows(NotJson.class, () -> JsonText.parse(text));
    assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
  }

  @Test
  void comments_are_read_only_where_people_write() throws NotJson {
    String text = "// why\n{\"a\": /* here */ 1 // and so\n}";
    assertEquals(new JsonObject().put("a", 1).build(), JsonText.parseCommented(text));
    assertThrows(NotJson.class, () -> JsonText.parse(text));
    assertEquals(new Json.Str("// no comment"), JsonText.parseCommented("\"// no comment\""));
    assertThrows(NotJson.class, () -> JsonText.parseCommented("{\"a\": 1 /* never closed"));
  }

  @Test
  void a_mistake_is_told_with_its_place() {
    var refused = assertThrows(NotJson.class, () -> JsonText.parse("{\n  \"a\": tru\n}"));
    assertTrue(String.valueOf(refused.getMessage()).contains("at line 2"), refused.getMessage());
  }

  @Test
  void a_number_keeps_its_digits() throws NotJson {
    assertEquals(new Json.Num("1.50"), JsonText.parse("1.50"));
    assertEquals(Optional.empty(), new Json.Num("1.50").whole());
    assertEquals(Optional.empty(), new Json.Num("99999999999999999999").whole());
    assertEquals(Optional.of(-7L), new Json.Num("-7").whole());
  }

  @Test
  void members_keep_their_order() throws NotJson {
    var object = (Json.Obj) JsonText.parse("{\"z\": 1, \"a\": 2, \"m\": 3}");
    assertEquals(List.of("z", "a", "m"), new ArrayList<>(object.members().keySet()));
  }
}
