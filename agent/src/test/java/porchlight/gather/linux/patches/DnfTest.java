package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;

class DnfTest {
  private static final Question OS = new ReadFile("/etc/os-release");
  private static final String TIME = "2026-11-20T06:00:00Z";
  private static final String TWO =
      """

      bash.x86_64       5.2-2.fc44          updates
      zlib.x86_64       1:1.3-2.fc44        updates
      """;
  private static final String ONE = "\nbash.x86_64       5.2-2.fc44          updates\n";

  /** A Fedora with dnf 4 or 5 of which two updates wait, one of them for security. */
  private static Scripted machine(Dnf dnf) {
    var folder = dnf.cache().folder("updates-0123456789abcdef").folder("repodata");
    return new Scripted()
        .says(OS, "ID=fedora\nVERSION_ID=44\n")
        .says(Dnf.PROGRAM, dnf.equals(Dnf.FIVE) ? "dnf5" : "dnf-3")
        .says(dnf.repositories(), "repo id     repo name\nupdates     Fedora 44 - updates\n")
        .answers(dnf.all(), new Answer.Said(100, TWO))
        .answers(dnf.security(), new Answer.Said(100, ONE))
        .says(Rpm.INSTALLED, "bash.x86_64 5.2-1.fc44\nzlib.x86_64 1:1.3-1.fc44\n")
        .says(dnf.cache(), "updates-0123456789abcdef\nupdates.solv")
        .says(folder, "0-primary.xml.zst\n0-updateinfo.xml.zst\nrepomd.xml")
        .says(folder.modified("repomd.xml"), "2026-11-01T06:00:00Z")
        .says(folder.modified("0-primary.xml.zst"), TIME);
  }

  private static void unknown(Scripted machine, Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(machine));
  }

  @Test
  void both_generations_say_what_waits_and_as_of_when() {
    for (Dnf dnf : List.of(Dnf.FOUR, Dnf.FIVE)) {
      assertEquals(
          Reading.known(
              new Patches(
                  dnf.manager(),
                  List.of(new Patches.Pending("bash.x86_64", "5.2-1.fc44", "5.2-2.fc44")),
                  Instant.parse(TIME))),
          LinuxPatches.read(machine(dnf)));
    }
  }

  @Test
  void nothing_is_asked_of_security_when_no_update_waits_at_all() {
    var machine = machine(Dnf.FOUR).says(Dnf.ALL_4, "");
    machine.answers(Dnf.SECURITY_4, new Answer.Missing());
    assertEquals(
        Reading.known(new Patches("dnf", List.of(), Instant.parse(TIME))),
        LinuxPatches.read(machine));
  }

  @Test
  void a_program_that_is_not_a_link_is_dnf_4_and_none_is_dnf5() {
    var four = machine(Dnf.FOUR).answers(Dnf.PROGRAM, new Answer.Failed("not a link"));
    assertTrue(LinuxPatches.read(four) instanceof Reading.Known<Patches>);
    var five = machine(Dnf.FIVE).answers(Dnf.PROGRAM, new Answer.Missing());
    assertTrue(LinuxPatches.read(five) instanceof Reading.Known<Patches>);
  }

  @Test
  void what_waits_is_known_without_rpm() {
    var machine = machine(Dnf.FOUR).answers(Rpm.INSTALLED, new Answer.Missing());
    var known = (Reading.Known<Patches>) LinuxPatches.read(machine);
    assertEquals(
        List.of(new Patches.Pending("bash.x86_64", "?", "5.2-2.fc44")), known.value().pending());
  }

  @TestFactory
  Stream<DynamicTest> missing_denied_late_and_not_understood_are_unknown() {
    var folder = Dnf.CACHE_4.folder("updates-0123456789abcdef").folder("repodata");
    return Stream.of(
            Dnf.REPOSITORIES_4,
            Dnf.ALL_4,
            Dnf.SECURITY_4,
            Dnf.CACHE_4,
            folder,
            folder.modified("repomd.xml"))
        .map(question ->
            DynamicTest.dynamicTest(
                question.text(),
                () -> {
                  var machine = machine(Dnf.FOUR);
                  unknown(machine.answers(question, new Answer.Missing()), Reason.TOOL_MISSING, "");
                  unknown(
                      machine.answers(question, new Answer.Denied()), Reason.NEEDS_PRIVILEGE, "");
                  unknown(machine.answers(question, new Answer.TimedOut()), Reason.TIMED_OUT, "");
                  unknown(
                      machine.answers(question, new Answer.TooLong(9)), Reason.NOT_UNDERSTOOD, "");
                  if (!question.equals(Dnf.CACHE_4) && !question.equals(folder)) {
                    unknown(machine.says(question, "~garbage~"), Reason.NOT_UNDERSTOOD, "");
                    unknown(machine.says(question, "\u0000\uFFFD\n"), Reason.NOT_UNDERSTOOD, "");
                  }
                }));
  }

  @Test
  void an_error_of_dnf_is_unknown() {
    var machine = machine(Dnf.FOUR);
    machine.answers(
        Dnf.ALL_4, new Answer.Said(1, "", "Error: Cache-only enabled but no cache for 'updates'"));
    unknown(machine, Reason.TOOL_MISSING, "sudo dnf makecache");
    machine.answers(Dnf.ALL_4, new Answer.Said(1, "", "[Errno 13] Permission denied: 'x'"));
    unknown(machine, Reason.NEEDS_PRIVILEGE, "");
  }

  @Test
  void an_exit_that_does_not_go_with_the_table_is_not_understood() {
    unknown(
        machine(Dnf.FOUR).answers(Dnf.ALL_4, new Answer.Said(0, TWO)), Reason.NOT_UNDERSTOOD, "");
    unknown(
        machine(Dnf.FOUR).answers(Dnf.SECURITY_4, new Answer.Said(100, "\n")),
        Reason.NOT_UNDERSTOOD,
        "");
  }

  @Test
  void metadata_whose_age_nobody_knows_are_not_nothing() {
    var machine = machine(Dnf.FOUR).says(Dnf.ALL_4, "").says(Dnf.CACHE_4, "updates.solv");
    unknown(machine, Reason.TOOL_MISSING, "dnf has no metadata");
  }

  private static List<String> names(String text) {
    var read = DnfTable.read(Dnf.ALL_5, new Answer.Said(100, text));
    return read instanceof Reading.Known<List<Update>>(var updates)
        ? updates.stream().map(Update::name).toList()
        : List.of(read.toString());
  }

  @Test
  void what_obsoletes_others_is_not_counted_twice() {
    assertEquals(
        List.of(
            "apparmor-libs.x86_64",
            "proton-vpn-daemon.noarch",
            "proton-vpn-gtk-app.noarch",
            "python3-proton-vpn-api-core.aarch64",
            "python3-proton-vpn-api-core.x86_64"),
        names(Captures.text("patches/external/dnf5-check-upgrade.txt")));
  }

  @Test
  void prose_above_the_table_is_no_package() {
    assertEquals(5, names(Captures.text("patches/external/dnf-check-update-fedora34.txt")).size());
    assertEquals(
        List.of("bash.x86_64"),
        names(
            "Security: kernel-core-4.18.0-193.el8.x86_64 is an installed security update\n" + ONE));
    assertEquals(
        List.of("bash.x86_64"),
        names("Not root, Subscription Management repositories not updated\n" + ONE));
  }

  @Test
  void nothing_waits_where_nothing_is_received_and_that_says_nothing() {
    String without =
        "This system is registered with an entitlement server, but is not receiving updates. You can use subscription-manager to assign subscriptions.\n";
    unknown(machine(Dnf.FOUR).says(Dnf.ALL_4, without), Reason.NOT_UNDERSTOOD, "not receiving");
  }

  @Test
  void rows_that_were_broken_over_lines_are_one() {
    String broken = "a-very-long-name.noarch\n                1.0-1\n          updates\n";
    assertEquals(List.of("a-very-long-name.noarch", "bash.x86_64"), names(broken + ONE));
    assertEquals(4, names(Captures.text("patches/dnf-long-names-check-update.txt")).size());
  }

  @Test
  void the_captured_dnf_says_what_its_advisories_say() {
    String advised = Captures.text("patches/dnf-security-updateinfo-list.txt");
    assertEquals("LAB-2026:0001 Important/Sec. lab-app-1.1-1.noarch\n", advised);
    assertEquals(
        List.of("lab-app.noarch"),
        names(Captures.text("patches/dnf-security-check-update-security.txt")));
    assertEquals(
        List.of("lab-app.noarch", "lab-tool.noarch"),
        names(Captures.text("patches/dnf-security-check-update.txt")));
    for (String none : Captures.matching("patches/dnf-none-updateinfo-*.txt")) {
      assertEquals("", Captures.text(none).strip(), none);
    }
    for (String none : Captures.matching("patches/dnf-none-check-update*.txt")) {
      assertEquals(
          Reading.known(List.of()),
          DnfTable.read(Dnf.ALL_4, new Answer.Said(0, Captures.text(none))));
    }
    assertEquals(
        Reading.known(List.of("a-repository-with-a-long-name")),
        Dnf.FOUR.enabled(new Answer.Said(0, Captures.text("patches/dnf-long-names-repolist.txt"))));
  }

  @Test
  void what_takes_the_place_of_another_is_an_update_of_that_other() {
    String both =
        """
        Obsoleting Packages
        fresh.noarch                             2.0-1                           updates
            app.noarch                           1.0-1                           @System
            other.noarch                         1.0-1                           @System
        a-package-with-a-name-that-is-far-too-long-for-its-column.noarch
                                                 3.0-1                           updates
            old.noarch                           1.0-1                           @System
        """;
    assertEquals(
        Reading.known(
            List.of(
                new Update("app.noarch", "fresh.noarch 2.0-1", "updates"),
                new Update(
                    "old.noarch",
                    "a-package-with-a-name-that-is-far-too-long-for-its-column.noarch 3.0-1",
                    "updates"))),
        DnfTable.read(Dnf.ALL_4, new Answer.Said(100, both)));
    assertEquals(
        List.of("fresh.noarch"),
        names("fresh.noarch 2.0-1 updates\n" + both.substring(0, both.indexOf("    other"))));
    String first = "Obsoleting Packages\n    app.noarch 1.0-1 @System\n";
    var alone = DnfTable.read(Dnf.ALL_4, new Answer.Said(100, first));
    assertTrue(alone instanceof Reading.Unknown<List<Update>>, alone.toString());
  }

  @Test
  void another_command_of_dnf_is_not_understood() {
    for (String name : List.of("list", "info", "summary")) {
      String text = Captures.text("patches/dnf-security-updateinfo-" + name + ".txt");
      for (int code : new int[] {0, 100}) {
        var read = DnfTable.read(Dnf.ALL_4, new Answer.Said(code, text));
        assertTrue(read instanceof Reading.Unknown<List<Update>>, read.toString());
      }
    }
  }

  @Test
  void spoilt_answers_never_say_that_nothing_waits() {
    int seen = 0;
    for (String text : List.of(TWO, Captures.text("patches/external/dnf5-check-upgrade.txt"))) {
      seen +=
          Garbled.each(
              text,
              spoilt -> {
                var machine = machine(Dnf.FOUR);
                machine.answers(Dnf.SECURITY_4, new Answer.Said(100, spoilt));
                machine.answers(Dnf.ALL_4, new Answer.Said(100, spoilt));
                assertTrue(
                    !(LinuxPatches.read(machine) instanceof Reading.Known<Patches>(var patches))
                        || !patches.pending().isEmpty(),
                    spoilt);
              });
    }
    assertTrue(seen > 300, seen + " forms");
  }
}
