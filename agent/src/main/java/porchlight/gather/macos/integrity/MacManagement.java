package porchlight.gather.macos.integrity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** {@code profiles status}: whether a Mac is enrolled with a management server (MDM). */
public final class MacManagement {
  static final Run STATUS =
      Run.of("profiles", "status", "-type", "enrollment")
          .hiding("^MDM server: \\w+://(?:[^/@\\s]*@)?([^/:\\s]+)");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(STATUS);

  private static final String ENROLMENT = "MDM enrollment";
  private static final String BY_OWNER = "Enrolled via DEP";
  private static final String SERVER = "MDM server";
  private static final Pattern HOST =
      Pattern.compile("https?://(?:[^/@\\s]*@)?([A-Za-z0-9._-]{1,253})(?:[:/].*)?");

  private MacManagement() {}

  public static Reading<Management> read(Machine machine) {
    return read(machine.ask(STATUS));
  }

  static Reading<Management> read(Answer answer) {
    return Answers.read(
        STATUS, answer, said -> said.code() == 0 ? parse(said) : Refusal.because(STATUS, said));
  }

  private static Reading<Management> parse(Answer.Said said) {
    Map<String, String> values = new HashMap<>();
    for (String line : said.text().lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && values.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
        return Answers.notUnderstood(STATUS, line);
      }
    }
    return switch (values.getOrDefault(ENROLMENT, "").strip()) {
      case "No" -> Reading.known(new Management.NotEnrolled());
      case "Yes" -> enrolled(values, values.getOrDefault(BY_OWNER, "").strip().equals("Yes"));
      case "Yes (User Approved)" -> enrolled(values, true);
      default -> Refusal.because(STATUS, said);
    };
  }

  private static Reading<Management> enrolled(Map<String, String> values, boolean approved) {
    Matcher host = HOST.matcher(values.getOrDefault(SERVER, "").strip());
    return Reading.known(
        new Management.Enrolled(
            host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "", approved));
  }
}
