package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Options OPTIONS =
      new Options()
          .flag("--json", "Print JSON.")
          .option("--file", "FILE", "A file.")
          .list("--only", "ID", "Some.")
          .operand("WORD", "a word");

  private static Arguments read(String... words) {
    return Arguments.read(List.of(words), OPTIONS);
  }

  private static String refused(String... words) {
    return String.valueOf(assertThrows(Usage.class, () -> read(words)).getMessage());
  }

  @Test
  void a_value_stands_after_its_option_or_beside_it() {
    assertEquals(Optional.of("a b"), read("w", "--file", "a b").text("--file"));
    assertEquals(Optional.of("a=b"), read("w", "--file=a=b").text("--file"));
    assertEquals(Optional.of(""), read("w", "--file=").text("--file"));
    assertEquals(Optional.of("-"), read("w", "--file", "-").text("--file"));
    assertEquals(Optional.empty(), read("w").text("--file"));
  }

  @Test
  void a_flag_is_given_or_not() {
    assertTrue(read("--json", "w").has("--json"));
    assertTrue(read("--json", "--json", "w").has("--json"));
    assertFalse(read("w").has("--json"));
  }

  @Test
  void values_of_a_list_add_up() {
    assertEquals(List.of("a", "b", "c"), read("w", "--only", "a,b", "--only=c").values("--only"));
  }

  @Test
  void the_operand_stands_anywhere() {
    assertEquals("w", read("--json", "w", "--only", "a").operand());
  }

  @Test
  void what_is_not_understood_is_refused() {
    assertEquals("--json takes no value", refused("w", "--json=1"));
    assertEquals("--file needs a value: --file FILE", refused("w", "--file"));
    assertEquals("--file needs a value: --file FILE", refused("w", "--file", "--json"));
    assertEquals("--file is given twice", refused("w", "--file", "a", "--file", "b"));
    assertEquals("\"more\" is one argument too many", refused("w", "more"));
    assertEquals("WORD is missing: a word", refused("--json"));
    assertEquals(
        "unknown option \"--flie\"; did you mean \"--file\"? --help lists them",
        refused("w", "--flie", "a"));
    assertEquals("unknown option \"-x\"; --help lists them", refused("w", "-x"));
    assertEquals("unknown option \"-\"; --help lists them", refused("w", "-"));
  }
}
