package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi.Security;

class PlaceCommandTest {
  @Test
  void it_says_where_this_is_and_how_to_say_what_it_is() {
    Typed typed = Typed.on(new SampleFacts().build(), "place");
    assertEquals(Exit.SAFE, typed.exit(), typed.err());
    assertTrue(typed.out().startsWith("A network of unknown kind"), typed.out());
    assertTrue(typed.out().contains("porchlight place home"), typed.out());
  }

  @Test
  void it_keeps_a_word_and_forgets_it() {
    assertEquals(Exit.SAFE, Typed.on(new SampleFacts().build(), "place", "home").exit());
    assertEquals(
        "Nothing was remembered of this place.\n",
        Typed.on(new SampleFacts().build(), "place", "forget").out());
  }

  @Test
  void a_word_that_is_none_is_refused() {
    Typed typed = Typed.on(new SampleFacts().build(), "place", "hme");
    assertEquals(Exit.USAGE, typed.exit());
    assertTrue(typed.err().contains("unknown place \"hme\"; did you mean \"home\"?"), typed.err());
    for (String reserved : new String[] {"wired", "unknown"}) {
      assertEquals(Exit.USAGE, Typed.on(new SampleFacts().build(), "place", reserved).exit());
    }
  }

  @Test
  void what_cannot_be_read_cannot_be_said() {
    Typed typed = Typed.on(SampleFacts.blind(Reason.TOOL_MISSING, "ip is not there"), "place");
    assertEquals(Exit.CANNOT_SAY, typed.exit());
  }

  @Test
  void the_answer_begins_with_where_this_is() {
    Typed typed = Typed.on(new SampleFacts().wifi("Hall", Security.OPEN).build(), "check");
    assertTrue(
        typed.out().contains("\nHere: Perhaps a public hotspot (the Wi-Fi is open).\n"),
        typed.out());
    assertTrue(
        typed.out().contains("Between here and the internet: nobody was seen at the gateway"),
        typed.out());
  }
}
