package porchlight.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String MARKDOWN =
      """
      # The door is **shut**

      It is shut, and stays `shut **`. See [the page](https://example.org/door).

      ## Why

      Doors let people in.

      ## Fix on macOS

      Push it.

      ## Fix on Linux

      - Pull it: `pull --door`, e.g. twice. Then look.
      - Or lock it.

      1. First.
      2. Then.

      ```
      sudo lock --door
      ```
      """;
  private static final Page PAGE = Page.read(MARKDOWN);

  @Test
  void the_fix_is_the_first_sentence_of_this_systems_section() {
    assertEquals(Optional.of("Pull it: `pull --door`, e.g. twice."), PAGE.fix("linux"));
    assertEquals(Optional.of("Push it."), PAGE.fix("macos"));
    assertEquals(Optional.empty(), PAGE.fix("windows"));
  }

  @Test
  void this_systems_fix_comes_first() {
    String screen = PageScreen.render("door", PAGE, "linux", new Look(false, true, 60));
    assertEquals(
        """
        door: The door is shut

          It is shut, and stays `shut **`. See the page
          <https://example.org/door>.

        Fix on Linux

          - Pull it: `pull --door`, e.g. twice. Then look.
          - Or lock it.

          1. First.
          2. Then.

            sudo lock --door

        Why

          Doors let people in.

        Fix on macOS

          Push it.
        """,
        screen.stripTrailing() + "\n");
  }

  @Test
  void garbage_is_a_page_too() {
    for (String text :
        new String[] {"", "\n", "```", "## ", "# a\n## b", "[x](", "**", "`", "1."}) {
      Page page = Page.read(text);
      assertTrue(page.fix("linux").isEmpty());
      PageScreen.render("x", page, "linux", Look.plain());
    }
  }
}
