package porchlight.gather.linux.patches;

import static porchlight.gather.Readings.assertUnknown;

import porchlight.facts.Reason;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** What is said of updates where a source gives no answer. */
final class NoAnswer {
  private NoAnswer() {}

  static void is_told_when_missing(Scripted machine, Question question) {
    machine.answers(question, new Answer.Missing());
    assertUnknown(Reason.TOOL_MISSING, "is not there", LinuxPatches.read(machine));
  }

  static void is_told_when_denied_or_late(Scripted machine, Question question) {
    machine.answers(question, new Answer.Denied());
    assertUnknown(Reason.NEEDS_PRIVILEGE, "permission denied", LinuxPatches.read(machine));
    machine.answers(question, new Answer.TimedOut());
    assertUnknown(Reason.TIMED_OUT, "did not answer", LinuxPatches.read(machine));
  }
}
