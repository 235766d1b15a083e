package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import porchlight.facts.Facts;
import porchlight.facts.SampleFacts;

class AgentCommandsTest {
  private static final Facts FACTS = new SampleFacts().build();

  private static Typed type(String words) {
    return Typed.on(FACTS, words.split(" ", -1));
  }

  @Test
  void what_has_left_is_listed_newest_first() {
    assertEquals(
        """
        2026-11-22T12:00:00Z  report 41, unchanged         34 B  taken
        2026-11-22T11:45:00Z  asks for the policy           0 B  no answer is known

        Every word of the newest: porchlight sent --last 1
        """,
        type("sent").out());
  }

  @Test
  void every_word_of_it_can_be_read() {
    var typed = type("sent --last 1");
    assertEquals(
        """
        2026-11-22T12:00:00Z  report 41, unchanged, 34 B, taken
          POST https://central.example/v1/reports
          Content-Type: application/json
            {
              "kind": "unchanged",
              "sequence": 41
            }
        """,
        typed.out());
    assertEquals(Exit.SAFE, typed.exit());
  }

  @Test
  void as_json_every_byte_of_it() {
    String json = type("sent --json").out();
    assertTrue(
        json.contains("\"body\": \"eyJraW5kIjoidW5jaGFuZ2VkIiwic2VxdWVuY2UiOjQxfQ==\""), json);
    assertTrue(json.contains("\"url\": \"https://central.example/v1/policy\""), json);
  }

  @Test
  void how_many_is_a_number() {
    for (String last : new String[] {"0", "-1", "all", "501"}) {
      var typed = type("sent --last " + last);
      assertEquals(Exit.USAGE, typed.exit());
      assertTrue(
          typed.err().contains("--last: expected a whole number from 1 to 500; found " + last),
          typed.err());
    }
  }

  @Test
  void goodbye_is_said_for_a_reason_that_is_known() {
    assertEquals(Exit.SAFE, type("goodbye --reason shutdown").exit());
    assertEquals("porchlight: not told: uninstalled", type("goodbye").err().strip());
    assertEquals(Exit.USAGE, type("goodbye --reason bored").exit());
  }

  @Test
  void a_key_is_changed_without_a_server_and_a_token() {
    assertEquals("porchlight: has another key", type("enroll --rotate-key").err().strip());
    assertEquals(Exit.USAGE, type("enroll").exit());
  }

  @Test
  void the_status_says_what_is_set_and_who_set_it() {
    String screen = type("status").out();
    assertTrue(
        screen.contains(
            "  setting      server https://central.example, from /etc/porchlight/managed.json"),
        screen);
    String json = type("status --json").out();
    assertTrue(json.contains("\"from\": \"/etc/porchlight/managed.json\""), json);
    assertTrue(json.contains("\"from\": \"built-in\""), json);
  }
}
