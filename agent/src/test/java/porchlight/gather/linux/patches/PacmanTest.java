package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.assertUnknown;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;

class PacmanTest {
  private static final Question CORE = Pacman.DATABASES.modified("core.db");
  private static final Question EXTRA = Pacman.DATABASES.modified("extra.db");
  private static final Answer NOTHING = new Answer.Said(1, "", "");

  private final Scripted machine =
      new Scripted()
          .says(new ReadFile("/etc/os-release"), "ID=arch\n")
          .says(
              Pacman.CONFIGURATION,
              "[options]\nDBPath = /var/lib/pacman/\n[core]\nServer = a\n[extra]\nServer = a\n")
          .says(CORE, "2026-11-19T06:00:00Z")
          .says(EXTRA, "2026-11-20T06:00:00Z")
          .says(Pacman.UPDATES, Captures.text("patches/pacman-Qu.txt"));

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(machine));
  }

  private static Reading<Patches> known(Patches.Pending... pending) {
    return Reading.known(
        new Patches(Pacman.MANAGER, List.of(pending), Instant.parse("2026-11-19T06:00:00Z")));
  }

  @Test
  void the_captured_update_waits() {
    assertEquals(
        known(new Patches.Pending("lab-app", "1.0-1", "1.1-1")), LinuxPatches.read(machine));
  }

  @Test
  void an_ignored_package_and_a_version_with_an_epoch_count() {
    machine.says(Pacman.UPDATES, "b 1:1.0-1 -> 2:0.5-1 [ignored]\na 1-1 -> 2-1\n");
    assertEquals(
        known(
            new Patches.Pending("a", "1-1", "2-1"), new Patches.Pending("b", "1:1.0-1", "2:0.5-1")),
        LinuxPatches.read(machine));
  }

  @Test
  void nothing_waits_when_it_ends_with_one_and_says_nothing() {
    machine.answers(Pacman.UPDATES, NOTHING);
    assertEquals(known(), LinuxPatches.read(machine));
    machine.answers(
        Pacman.UPDATES,
        new Answer.Said(1, "", "warning: a: local (2-1) is newer than core (1-1)\n"));
    assertEquals(known(), LinuxPatches.read(machine));
  }

  @Test
  void a_complaint_is_not_nothing() {
    machine.answers(
        Pacman.UPDATES,
        new Answer.Said(
            1, "", "warning: database file for 'core' does not exist (use '-Sy' to download)\n"));
    unknown(Reason.NOT_UNDERSTOOD, "does not exist");
    machine.answers(
        Pacman.UPDATES,
        new Answer.Said(
            1, "", "error: could not open file /var/lib/pacman/x: Permission denied\n"));
    unknown(Reason.NEEDS_PRIVILEGE, "");
    machine.answers(Pacman.UPDATES, new Answer.Said(0, "", ""));
    unknown(Reason.NOT_UNDERSTOOD, "nothing said");
  }

  @Test
  void a_database_that_was_never_fetched_leaves_nothing_unknown_and_something_known() {
    machine.answers(EXTRA, new Answer.Missing());
    assertEquals(
        known(new Patches.Pending("lab-app", "1.0-1", "1.1-1")), LinuxPatches.read(machine));
    machine.answers(Pacman.UPDATES, NOTHING);
    unknown(Reason.TOOL_MISSING, "never synchronised the repository extra; sudo pacman -Syu");
  }

  @Test
  void databases_elsewhere_are_not_understood() {
    machine.says(Pacman.CONFIGURATION, "[options]\nDBPath = /mnt/\n[core]\n");
    unknown(Reason.NOT_UNDERSTOOD, "DBPath");
    machine.says(Pacman.CONFIGURATION, "DBPath = /var/lib/pacman/\n[../../x]\n");
    unknown(Reason.NOT_UNDERSTOOD, "");
  }

  @Test
  void missing_denied_late_and_not_understood_are_unknown() {
    for (Question question : List.of(Pacman.CONFIGURATION, Pacman.UPDATES, CORE)) {
      Answer right = machine.ask(question);
      if (!question.equals(CORE)) {
        NoAnswer.is_told_when_missing(machine, question);
      }
      NoAnswer.is_told_when_denied_or_late(machine, question);
      machine.answers(question, new Answer.TooLong(9));
      unknown(Reason.NOT_UNDERSTOOD, "");
      machine.says(question, "\u0000 garbage\n");
      unknown(Reason.NOT_UNDERSTOOD, "");
      machine.answers(question, right);
    }
  }

  @Test
  void spoilt_answers_never_say_that_nothing_waits() {
    int seen =
        Garbled.each(
            "lab-app 1.0-1 -> 1.1-1\nlab-tool 1.0-1 -> 2.0-1\n",
            spoilt -> {
              machine.says(Pacman.UPDATES, spoilt);
              assertTrue(
                  !(LinuxPatches.read(machine) instanceof Reading.Known<Patches>(var patches))
                      || !patches.pending().isEmpty(),
                  spoilt);
            });
    assertTrue(seen > 150, seen + " forms");
  }
}
