package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;

class OsReleaseTest {
  private static final String DEBIAN =
      """
      PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
      NAME="Debian GNU/Linux"
      VERSION_ID="12"
      VERSION="12 (bookworm)"
      VERSION_CODENAME=bookworm
      ID=debian
      HOME_URL="https://www.debian.org/"
      """;

  @Test
  void debian_says_what_it_is() {
    var os = OsRelease.of(DEBIAN).orElseThrow();
    assertEquals("debian", os.id());
    assertEquals("12", os.versionId());
    assertEquals("bookworm", os.codename());
    assertEquals("Debian GNU/Linux", os.name());
    assertEquals("12 (bookworm)", os.version());
    assertEquals("Debian GNU/Linux 12 (bookworm)", os.title());
  }

  @Test
  void a_captured_debian_says_what_it_is() {
    OsRelease os = OsRelease.of(Captures.text("settings/os-release.txt")).orElseThrow();
    assertEquals("debian 12 bookworm", os.id() + " " + os.versionId() + " " + os.codename());
    assertEquals("Debian GNU/Linux 12 (bookworm)", os.title());
  }

  @Test
  void every_way_to_quote_is_read() {
    var os =
        OsRelease.of(
                """
                # a comment
                ID='linuxmint'
                ID_LIKE="ubuntu debian"
                NAME="a \\"b\\" \\$c \\\\ \\`"
                VERSION_ID=22.1 # another
                  VERSION_CODENAME=xia\s
                export HOME=x
                """)
            .orElseThrow();
    assertEquals("linuxmint", os.id());
    assertEquals(List.of("ubuntu", "debian"), os.idLike());
    assertTrue(os.isLike("debian"));
    assertEquals("a \"b\" $c \\ `", os.name());
    assertEquals("22.1", os.versionId());
    assertEquals("xia", os.codename());
  }

  @Test
  void the_last_of_two_counts_and_what_is_badly_quoted_does_not() {
    var os = OsRelease.of("ID=a\nID=b\nNAME=\"open\nVERSION_ID=1 2\nVERSION=$(id)\n").orElseThrow();
    assertEquals("b", os.id());
    assertEquals("", os.name());
    assertEquals("", os.versionId());
    assertEquals("", os.version());
    assertEquals("b", os.title());
  }

  @Test
  void the_vendors_file_is_read_where_the_administrator_has_none() {
    var machine = new Scripted().says(OsRelease.VENDOR, DEBIAN);
    assertEquals(Reading.known("debian"), OsRelease.read(machine).map(OsRelease::id));
  }

  @Test
  void missing_denied_and_not_understood_are_told_apart() {
    assertEquals(Reason.TOOL_MISSING, reason(new Answer.Missing()));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(new Answer.Denied()));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "ID=../../etc\n")));
  }

  private static Reason reason(Answer answer) {
    var machine = new Scripted().answers(OsRelease.ETC, answer).answers(OsRelease.VENDOR, answer);
    return ((Reading.Unknown<OsRelease>) OsRelease.read(machine)).reason();
  }

  @Test
  void garbage_is_no_distribution_and_takes_no_time() {
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder("ID=");
      random.ints(2000, 0, 256).forEach(c -> text.append((char) c));
      OsRelease.of(text.toString()).ifPresent(os -> assertTrue(os.id().matches("[a-z0-9._-]+")));
    }
    assertTrue(OsRelease.of("ID=\"" + "\\".repeat(5_000_000)).isEmpty());
    assertTrue(OsRelease.of("ID=" + "a".repeat(5_000_000)).isEmpty());
    assertTrue(OsRelease.of("ID=\"" + "a ".repeat(2_500_000) + "\"").isEmpty());
  }
}
