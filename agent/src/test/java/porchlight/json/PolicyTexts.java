package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import porchlight.checks.Check;
import porchlight.policy.Policy;

/** Policies of a rule each, and what the reader makes of them. */
abstract class PolicyTexts {
  static Policy read(String text) {
    return PolicyReader.read("policy.json", text);
  }

  /** A policy whose second rule is this one, so that messages have a place to name. */
  static String ruled(String rule) {
    return "{'revision': 1, 'rules': [{'check': 'vpn', 'severity': 'low'}, " + rule + "]}";
  }

  static Check check(String rule) {
    return read(ruled(rule).replace('\'', '"')).rules().get(1).check();
  }

  static void refused(String policy, @Nullable String message) {
    var refused = assertThrows(Refused.class, () -> read(policy.replace('\'', '"')));
    String said = String.valueOf(refused.getMessage());
    assertEquals(1, said.lines().count(), said);
    if (message == null) { // Jackson's own words, which are not ours to hold
      assertTrue(said.startsWith("policy.json: not JSON: "), said);
    } else {
      assertEquals("policy.json: " + message, said.replace('"', '\''));
    }
  }
}
