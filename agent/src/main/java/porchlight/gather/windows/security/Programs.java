package porchlight.gather.windows.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * Whether a program that reported itself once is still there: what is taken off leaves its entry
 * behind. Only below the folders for programs; nothing on another machine is ever touched.
 */
public final class Programs {
  private static final List<String> FOLDERS =
      List.of("C:\\Program Files (x86)", "C:\\Program Files", "C:\\ProgramData", "C:\\Windows");
  private static final Map<String, String> VARIABLES =
      Map.of(
          "%programfiles(x86)%", "C:\\Program Files (x86)",
          "%programfiles%", "C:\\Program Files",
          "%programdata%", "C:\\ProgramData",
          "%systemroot%", "C:\\Windows",
          "%windir%", "C:\\Windows");
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?:[A-Za-z0-9_()+&-][A-Za-z0-9 ._()+&-]{0,80}\\\\){0,8}[A-Za-z0-9_()+&-][A-Za-z0-9 ._()+&-]{0,80}");

  private Programs() {}

  /** Whether the file of that path is there; elsewhere than among programs it is unknown. */
  public static Reading<Boolean> isThere(Machine machine, String path) {
    String plain = path.replace("\"", "").strip();
    int end = plain.indexOf('%', 1) + 1;
    if (plain.startsWith("%") && end > 1) {
      String folder = VARIABLES.get(plain.substring(0, end).toLowerCase(Locale.ROOT));
      plain = folder == null ? plain : folder + plain.substring(end);
    }
    for (String folder : FOLDERS) {
      String rest = plain.substring(Math.min(plain.length(), folder.length() + 1));
      if (plain.regionMatches(true, 0, folder + "\\", 0, folder.length() + 1)
          && INSIDE.matcher(rest).matches()
          && !rest.contains("..")) {
        return isIn(machine, new Among(folder, List.of(rest.replace('\\', '/'))));
      }
    }
    return Reading.unknown(Reason.NOT_SUPPORTED, "where its program lies is not looked into");
  }

  private static Reading<Boolean> isIn(Machine machine, Among question) {
    Answer answer = machine.ask(question);
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0 && said.text().isBlank()
                ? Reading.known(false)
                : said.code() == 0
                        && said.text().strip().equals("file " + question.paths().getFirst())
                    ? Reading.known(true)
                    : Answers.notUnderstood(question, said.text()));
  }
}
