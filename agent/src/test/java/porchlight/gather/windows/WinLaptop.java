package porchlight.gather.windows;

import java.util.LinkedHashMap;
import java.util.Map;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** A Windows written down for a test; of what was not written down, nothing is known. */
public final class WinLaptop implements Machine {
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /** An ordinary one: Windows 11 Pro 25H2, with no policy. */
  public static WinLaptop of(int build, int revision, String type, String edition) {
    return new WinLaptop()
        .registry(
            WindowsVersion.CURRENT_VERSION,
            "\"CurrentBuild\"=\"" + build + "\"",
            String.format("\"UBR\"=dword:%08x", revision),
            "\"InstallationType\"=\"" + type + "\"",
            "\"EditionID\"=\"" + edition + "\"");
  }

  /** The key is there, with those values in the words of an export. */
  public WinLaptop registry(ReadRegistry question, String... values) {
    return says(
        question,
        "["
            + whole(question.key())
            + "]\n"
            + String.join("\n", values)
            + (values.length == 0 ? "" : "\n"));
  }

  /** The key is not there. */
  public WinLaptop absent(ReadRegistry... questions) {
    for (ReadRegistry question : questions) {
      says(question, "[" + whole(question.key()) + "]\nabsent\n");
    }
    return this;
  }

  public WinLaptop says(Question question, String text) {
    return answers(question, new Answer.Said(0, text));
  }

  public WinLaptop answers(Question question, Answer answer) {
    answers.put(question.text(), answer);
    return this;
  }

  /** The key as answers write it, up to the first star. */
  public static String whole(String key) {
    int star = key.indexOf("\\*");
    return (star < 0 ? key : key.substring(0, star))
        .replaceFirst("^HKLM32(?=\\\\|$)", "HKEY_LOCAL_MACHINE32")
        .replaceFirst("^HKLM(?=\\\\|$)", "HKEY_LOCAL_MACHINE")
        .replaceFirst("^HKU(?=\\\\|$)", "HKEY_USERS");
  }

  @Override
  public Answer ask(Question question) {
    return answers.getOrDefault(question.text(), new Answer.Missing());
  }
}
