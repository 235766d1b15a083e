package porchlight.cli;

import porchlight.cli.screen.Ink;
import porchlight.cli.screen.Look;
import porchlight.cli.screen.Sheet;

/** {@code porchlight --help}. */
final class Overview {
  private Overview() {}

  static String render(Look look) {
    var sheet = new Sheet(look);
    sheet
        .text(0, Ink.BOLD, "Porchlight: is it safe to work from here?")
        .text(
            0,
            Ink.PLAIN,
            "It reads facts about the network and this laptop, judges them, and changes nothing.");
    heading(sheet, "Ask");
    row(sheet, "check", "say whether it is safe to work from here");
    row(sheet, "advice", "the same in plain words: what to do now, and what not");
    row(sheet, "explain ID", "why a check matters, how it is judged, how to mend it");
    row(sheet, "checks", "list the checks");
    heading(sheet, "On the phone");
    row(sheet, "verify", "prove that it is you who calls, or find out who calls you");
    heading(sheet, "Look closer");
    row(sheet, "facts", "show what can be read; --record FILE makes a bug report");
    row(sheet, "share", "put what was seen into one file for a colleague, without names");
    row(sheet, "diff A B", "what became worse, better or unknown between two looks");
    row(sheet, "commands", "list every program, file and folder that may be touched");
    heading(sheet, "As an agent that reports");
    row(sheet, "enroll", "make this laptop known to your central endpoint");
    row(sheet, "status", "say how the agent on this laptop is doing");
    row(sheet, "sent", "show exactly what has left this laptop");
    row(sheet, "goodbye", "tell central that this laptop will be silent");
    row(sheet, "doctor", "find what keeps central from hearing of this laptop");
    row(sheet, "run", "check and report on a schedule (what the service runs)");
    row(sheet, "cycle", "check and report once");
    heading(sheet, "Options of every command");
    row(sheet, "--help", "its options, and its exit codes");
    row(sheet, "--debug", "where a mistake of ours happened");
    row(sheet, "--version", "which Porchlight this is");
    return sheet.toString();
  }

  private static void heading(Sheet sheet, String text) {
    sheet.gap().text(0, Ink.BOLD, text);
  }

  private static void row(Sheet sheet, String word, String text) {
    sheet.labelled(sheet.padded("  " + word, 14), Ink.PLAIN, text, Ink.PLAIN);
  }
}
