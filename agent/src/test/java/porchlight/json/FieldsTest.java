package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static Fields fields(String text) {
    return Fields.read("some.json", text);
  }

  private static String refusal(Runnable reading) {
    return String.valueOf(assertThrows(Refused.class, reading::run).getMessage());
  }

  @Test
  void what_is_there_is_read() {
    var fields =
        fields(
            """
            // a remark
            {"name": "x", "count": 3, "on": true, "many": ["a", "b"], "one": {"deep": [{"n": 1}]}}
            """);
    assertEquals("x", fields.text("name"));
    assertEquals(3, fields.integer("count", 1, 5));
    assertEquals(true, fields.truth("on"));
    assertEquals(List.of("a", "b"), fields.texts("many"));
    assertEquals(1, fields.object("one").objects("deep").get(0).integer("n", 0, 9));
    fields.finish();
  }

  @Test
  void what_is_left_out_falls_back() {
    var fields = fields("{}");
    assertEquals("x", fields.text("name", "x"));
    assertEquals(3, fields.integer("count", 1, 5, 3));
    assertEquals(true, fields.truth("on", true));
    assertEquals(List.of("a"), fields.texts("many", List.of("a")));
    assertEquals(Optional.empty(), fields.objectIfThere("one"));
    fields.finish();
  }

  @Test
  void a_missing_member_is_named() {
    assertEquals(
        "some.json: name: missing; expected a text", refusal(() -> fields("{}").text("name")));
  }

  @Test
  void an_unknown_member_is_refused_with_the_known_names() {
    var fields = fields("{\"sever\": 1}");
    fields.text("server", "");
    fields.truth("quiet", false);
    assertEquals(
        "some.json: sever: there is no such setting; did you mean \"server\"? known here: server, quiet",
        refusal(fields::finish));
  }

  @Test
  void a_wrong_kind_says_what_was_expected_and_found_and_where() {
    assertEquals(
        "some.json: rules[1].count: expected a whole number from 1 to 5, found \"many\"",
        refusal(() ->
            fields("{\"rules\": [{}, {\"count\": \"many\"}]}")
                .objects("rules")
                .get(1)
                .integer("count", 1, 5)));
    assertEquals(
        "some.json: on: expected true or false, found null",
        refusal(() -> fields("{\"on\": null}").truth("on")));
    assertEquals("some.json: expected an object, found a list", refusal(() -> fields("[]")));
  }

  @Test
  void numbers_out_of_range_or_with_a_fraction_are_refused() {
    for (String number : List.of("0", "6", "1.5", "1e0", "99999999999999999999", "-1")) {
      assertEquals(
          "some.json: count: expected a whole number from 1 to 5, found " + number,
          refusal(() -> fields("{\"count\": " + number + "}").integer("count", 1, 5)));
    }
  }

  @Test
  void a_word_is_one_of_those_there_are() {
    assertEquals(
        "some.json: severity: expected one of high, low, found \"hihg\"",
        refusal(() ->
            fields("{\"severity\": \"hihg\"}")
                .word("severity", List.of("high", "low"), word -> Optional.empty())));
  }

  @Test
  void a_message_is_one_short_line_whatever_the_file_holds() {
    String message =
        refusal(() ->
            fields("{\"on\": \"" + "line\\nend\\u2028\\u0000".repeat(99) + "\"}").truth("on"));
    assertEquals(1, message.lines().count());
    assertEquals(true, message.length() < 150, message);
  }

  @Test
  void what_is_not_json_is_refused_with_its_place() {
    assertEquals(
        true,
        refusal(() -> fields("{\"a\": }")).startsWith("some.json: not JSON: "),
        refusal(() -> fields("{\"a\": }")));
  }
}
