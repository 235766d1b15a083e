package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.why;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.Readings;
import porchlight.gather.Traps;
import porchlight.gather.macos.sharing.MacSharing;
import porchlight.machine.Answer;

/** Every row of docs/macos-traps.md names tests that there are, and some of them are here. */
class MacTrapsTest {
  private static final Path PAGE = Path.of("../docs/macos-traps.md");
  private static final Path LIST = Path.of("src/main/resources/porchlight/commands/macos.txt");

  /** What misleads, changes something, is rate-limited, or belongs to root without need. */
  private static final List<String> NEVER =
      List.of(
          "airport ",
          "wdutil",
          "ioreg",
          "getairportnetwork",
          "getdnsservers",
          "listallnetworkservices",
          "setverbose",
          "setHideBSSID",
          "com.apple.alf",
          "resolv.conf",
          "scutil --nc",
          "profiles show",
          "profiles -",
          "print-disabled",
          "systemsetup -set",
          "getremotelogin",
          "bputil",
          "firmwarepasswd",
          "defaults write",
          "defaults delete",
          "SystemVersion.plist",
          "route -n get default",
          "route get",
          "osascript",
          "--set",
          "sharing -");

  private static List<String> asked() throws IOException {
    return Traps.asked(LIST, 50);
  }

  @Test
  void every_trap_has_a_test_that_is_there() throws IOException {
    Traps.each_has_a_test(PAGE, 60);
  }

  @Test
  void nothing_that_lies_or_changes_anything_is_on_the_list() throws IOException {
    Traps.none_has(asked(), NEVER);
  }

  @Test
  void system_profiler_is_asked_for_json_alone() throws IOException {
    asked().stream()
        .filter(question -> question.contains("system_profiler"))
        .forEach(question -> assertTrue(question.contains(" -json "), question));
  }

  @Test
  void updates_are_never_looked_for() throws IOException {
    asked().stream()
        .filter(question -> question.startsWith("$ softwareupdate"))
        .forEach(question -> assertTrue(question.contains("--no-scan"), question));
  }

  @Test
  void tables_of_the_network_are_asked_for_without_names() throws IOException {
    asked().stream()
        .filter(question -> question.matches("\\$ (netstat|arp|route|lsof) .*"))
        .forEach(question -> assertTrue(question.matches(".* -[a-z]*n.*"), question));
  }

  @Test
  void defaults_that_may_not_be_read_is_not_one_that_was_never_set() {
    var refused = new Answer.Said(1, "", "2026-09-20 defaults[1:2] Operation not permitted\n");
    var locked = new Answer.Said(1, "", "Could not read domain\n");
    for (Offer offer : Readings.known(MacSharing.read(question -> refused)).offers()) {
      assertEquals(Reason.NEEDS_CONSENT, why(offer.audience()), offer.toString());
    }
    for (Offer offer : Readings.known(MacSharing.read(question -> locked)).offers()) {
      assertFalse(
          offer.audience() instanceof porchlight.facts.Reading.Known<Audience>, offer.toString());
    }
  }
}
