package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real databases of dconf and GSettings, whole and spoilt. */
class DconfTest {
  private static final Path CAPTURES = Path.of("src/test/captures/linux/settings");
  private static final String ENABLED = "/org/gnome/desktop/screensaver/lock-enabled";
  private static final String DELAY = "/org/gnome/desktop/screensaver/lock-delay";
  private static final String IDLE = "/org/gnome/desktop/session/idle-delay";
  private static final List<String> KEYS = List.of(ENABLED, DELAY, IDLE);

  private static byte[] capture(String name) throws IOException {
    return Files.readAllBytes(CAPTURES.resolve(name));
  }

  private static String said(byte[] bytes, List<String> keys) {
    return assertInstanceOf(Answer.Said.class, Dconf.pick(bytes, keys)).text();
  }

  @Test
  void a_persons_database_has_what_they_changed_and_nothing_else() throws IOException {
    assertEquals(
        ENABLED + "=false\n" + IDLE + "=uint32 0\n", said(capture("dconf-user-lock-off"), KEYS));
  }

  @Test
  void an_administrators_database_has_values_and_locks() throws IOException {
    assertEquals(
        ENABLED
            + "=true\nlock "
            + ENABLED
            + "\n"
            + DELAY
            + "=uint32 30\n"
            + IDLE
            + "=uint32 600\nlock "
            + IDLE
            + "\n",
        said(capture("dconf-site-locked"), KEYS));
  }

  @Test
  void schemas_have_the_defaults() throws IOException {
    assertEquals(
        "org.gnome.desktop.session/idle-delay=uint32 300\norg.gnome.desktop.screensaver/lock-enabled=true\norg.gnome.desktop.screensaver/picture-uri=?\n",
        said(
            capture("gschemas.compiled"),
            List.of(
                "org.gnome.desktop.session/idle-delay",
                "org.gnome.desktop.screensaver/lock-enabled",
                "org.gnome.desktop.screensaver/picture-uri",
                "org.gnome.desktop.screensaver/no-such-key",
                "org.no.such.schema/key")));
  }

  @Test
  void a_value_of_another_kind_is_no_truth() throws IOException {
    byte[] bytes = capture("dconf-user-lock-off");
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] other = text.replace("\0\0b", "\7\0b").getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(said(other, KEYS).startsWith(ENABLED + "=?\n"), said(other, KEYS));
  }

  @Test
  void a_database_that_was_cut_off_says_nothing_wrong() throws IOException {
    byte[] whole = capture("dconf-user-lock-off");
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      switch (Dconf.pick(Arrays.copyOf(whole, length), KEYS)) {
        case Answer.Failed failed -> refused++;
        case Answer.Said said -> assertEquals("cut off at " + length, said.text());
        case Answer other -> assertEquals("failed", other.toString());
      }
    }
    assertEquals(whole.length, refused);
  }

  @Test
  void a_spoilt_database_never_throws() throws IOException {
    var random = new Random(7);
    int tried = 0;
    for (String name : List.of("dconf-user-lock-off", "dconf-site-locked")) {
      byte[] whole = capture(name);
      for (int i = 0; i < 20_000; i++, tried++) {
        byte[] spoilt = whole.clone();
        for (int turns = random.nextInt(4); turns >= 0; turns--) {
          spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        Answer answer = Dconf.pick(spoilt, KEYS);
        assertTrue(answer instanceof Answer.Said || answer instanceof Answer.Failed);
      }
    }
    assertEquals(40_000, tried);
  }

  @Test
  void what_is_no_database_is_a_failure() {
    for (String text : List.of("", "GVariant", "tnairaVG\0".repeat(40), "x".repeat(10_000))) {
      assertInstanceOf(
          Answer.Failed.class, Dconf.pick(text.getBytes(StandardCharsets.ISO_8859_1), KEYS), text);
    }
  }
}
