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
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

class ZypperTest {
  private static final Question OS = new ReadFile("/etc/os-release");
  private static final ListFolder FOLDER = Zypper.CACHE.folder("repo-update").folder("repodata");
  private static final String TIME = "2026-11-20T06:00:00Z";
  private static final String NONE =
      "<stream><update-status><update-list>\n</update-list></update-status></stream>";
  private static final List<Patches.Pending> LAB =
      List.of(new Patches.Pending("LAB-2026:0001", "not installed", "patch 1"));

  private static String capture(String name) {
    return Captures.text("patches/" + name + ".txt");
  }

  private final Scripted machine =
      new Scripted()
          .says(OS, "ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n")
          .says(Zypper.REPOSITORIES, capture("zypper-x-security-repos"))
          .says(Zypper.SECURITY, capture("zypper-x-security-list-patches"))
          .says(Zypper.PACKAGES, capture("zypper-x-security-list-updates"))
          .says(FOLDER, "0-primary.xml.gz\n0-updateinfo.xml.gz\nrepomd.xml")
          .says(FOLDER.modified("repomd.xml"), TIME)
          .says(FOLDER.modified("0-primary.xml.gz"), "2026-11-01T06:00:00Z");

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(machine));
  }

  private static Reading<Patches> known(List<Patches.Pending> pending) {
    return Reading.known(new Patches("zypper", pending, Instant.parse(TIME)));
  }

  @Test
  void the_captured_patch_waits() {
    assertEquals(known(LAB), LinuxPatches.read(machine));
  }

  @Test
  void nothing_waits_when_no_patch_does_and_every_package_is_spoken_of() {
    machine.says(Zypper.SECURITY, NONE);
    assertEquals(known(List.of()), LinuxPatches.read(machine));
    machine.says(FOLDER, "0-primary.xml.gz\nrepomd.xml");
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
  }

  @Test
  void patches_that_zypper_holds_back_for_its_own_sake_wait_as_well() {
    String own = capture("zypper-x-security-list-patches");
    String update = own.substring(own.indexOf("<update kind"), own.indexOf("</update-list>"));
    machine.says(
        Zypper.SECURITY,
        own.replace(
            "</update-list>",
            "</update-list><blocked-update-list>"
                + update.replace("0001", "0002")
                + "</blocked-update-list>"));
    assertEquals(2, ((Reading.Known<Patches>) LinuxPatches.read(machine)).value().pending().size());
  }

  @Test
  void without_repositories_nothing_is_known() {
    machine.says(Zypper.SECURITY, capture("zypper-x-no-repository-list-patches"));
    unknown(Reason.NOT_SUPPORTED, "no enabled repository of the distribution says");
    machine.says(Zypper.REPOSITORIES, "<stream><repo-list/></stream>");
    unknown(Reason.TOOL_MISSING, "zypper has no enabled repository");
  }

  @Test
  void a_repository_that_is_not_enabled_is_not_looked_for() {
    String repos = capture("zypper-x-security-repos");
    machine.says(
        Zypper.REPOSITORIES,
        repos.replace("</repo-list>", "<repo alias=\"a/b\" enabled=\"0\"/></repo-list>"));
    assertEquals(known(LAB), LinuxPatches.read(machine));
    machine.says(
        Zypper.REPOSITORIES,
        repos.replace("</repo-list>", "<repo alias=\"..\" enabled=\"1\"/></repo-list>"));
    unknown(Reason.NOT_UNDERSTOOD, "");
  }

  @Test
  void a_lock_is_late_and_an_error_says_why() {
    machine.answers(
        Zypper.SECURITY,
        new Answer.Said(
            7,
            "<stream><message type=\"error\">System management is locked by the application with"
                + " pid 1 (x).</message></stream>"));
    unknown(Reason.TIMED_OUT, "System management is locked");
    machine.answers(
        Zypper.SECURITY,
        new Answer.Said(4, capture("zypper-x-user-without-database-list-patches")));
    unknown(Reason.NOT_UNDERSTOOD, "Target initialization failed");
    machine.answers(Zypper.SECURITY, new Answer.Said(106, NONE));
    unknown(Reason.NOT_UNDERSTOOD, "exit 106");
  }

  @TestFactory
  Stream<DynamicTest> missing_denied_late_and_not_understood_are_unknown() {
    return Stream.of(
            Zypper.REPOSITORIES, Zypper.SECURITY, Zypper.PACKAGES, FOLDER.modified("repomd.xml"))
        .map(question ->
            DynamicTest.dynamicTest(
                question.text(),
                () -> {
                  if (question.equals(Zypper.PACKAGES)) {
                    machine.says(Zypper.SECURITY, NONE);
                  }
                  Answer right = machine.ask(question);
                  NoAnswer.is_told_when_missing(machine, question);
                  NoAnswer.is_told_when_denied_or_late(machine, question);
                  machine.says(question, "<stream>");
                  unknown(Reason.NOT_UNDERSTOOD, "");
                  machine.says(question, "");
                  unknown(Reason.NOT_UNDERSTOOD, "");
                  machine.says(question, "<stream/>");
                  unknown(Reason.NOT_UNDERSTOOD, "");
                  machine.answers(question, right);
                }));
  }

  @Test
  void its_tables_are_not_understood() {
    for (String name : List.of("zypper-list-patches", "zypper-list-updates")) {
      machine.says(Zypper.SECURITY, capture(name));
      unknown(Reason.NOT_UNDERSTOOD, "not zypper's XML");
    }
  }

  @Test
  void nothing_that_a_document_declares_is_fetched() {
    machine.says(
        Zypper.SECURITY,
        "<!DOCTYPE stream [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<stream><update-list>&x;</update-list></stream>");
    unknown(Reason.NOT_UNDERSTOOD, "");
  }

  @Test
  void spoilt_answers_never_say_that_nothing_waits() {
    String right = capture("zypper-x-security-list-patches");
    int seen =
        Garbled.each(
            right,
            spoilt -> {
              machine.says(Zypper.SECURITY, spoilt);
              boolean says =
                  spoilt.contains("status=\"needed\"") && spoilt.contains("\"security\"");
              assertTrue(
                  !(LinuxPatches.read(machine) instanceof Reading.Known<Patches>(var patches))
                      || !patches.pending().isEmpty()
                      || !says,
                  spoilt);
            });
    assertTrue(seen > 150, seen + " forms");
  }
}
