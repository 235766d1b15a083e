package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.macos.MacCaptures.why;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.macos.sharing.MacSharing;
import porchlight.machine.Answer;

/** Every row of docs/macos-traps.md names tests that there are, and some of them are here. */
class MacTrapsTest {
  private static final Path PAGE = Path.of("../docs/macos-traps.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Path LIST = Path.of("src/main/resources/porchlight/commands/macos.txt");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");
  private static final Pattern METHOD =
      Pattern.compile("\\n  (?:void|Stream<DynamicTest>) (\\w+)\\(");

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
    List<String> lines = Files.readAllLines(LIST);
    assertTrue(lines.size() >= 50, lines.size() + " questions");
    return lines;
  }

  @Test
  void every_trap_has_a_test_that_is_there() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (var files = Files.walk(TESTS)) {
      for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
        sources.put(
            String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
      }
    }
    int rows = 0;
    var lost = new TreeSet<String>();
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("| ") || line.equals("| trap | tests |")) {
        continue;
      }
      rows++;
      Matcher named = NAMED.matcher(line);
      int tests = 0;
      while (named.find()) {
        tests++;
        if (METHOD
            .matcher(sources.getOrDefault(named.group(1), ""))
            .results()
            .noneMatch(method -> method.group(1).equals(named.group(2)))) {
          lost.add(named.group());
        }
      }
      assertTrue(tests >= 1, "no test in: " + line);
    }
    assertEquals(new TreeSet<>(), lost);
    assertTrue(rows >= 60, rows + " traps");
  }

  @Test
  void nothing_that_lies_or_changes_anything_is_on_the_list() throws IOException {
    for (String question : asked()) {
      for (String word : NEVER) {
        assertFalse(question.contains(word), question);
      }
    }
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
    for (Offer offer : MacCaptures.known(MacSharing.read(question -> refused)).offers()) {
      assertEquals(Reason.NEEDS_CONSENT, why(offer.audience()), offer.toString());
    }
    for (Offer offer : MacCaptures.known(MacSharing.read(question -> locked)).offers()) {
      assertFalse(
          offer.audience() instanceof porchlight.facts.Reading.Known<Audience>, offer.toString());
    }
  }
}
