package porchlight.gather.macos.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code csrutil status}: System Integrity Protection. Its headline says "enabled (Custom
 * Configuration)" even when every part of it is off, so then the parts decide.
 */
final class Csrutil {
  static final Run STATUS = Run.of("csrutil", "status");

  private static final Pattern HEADLINE =
      Pattern.compile(
          "System Integrity Protection status: (enabled|disabled|unknown)( \\(Custom Configuration\\))?\\.");
  private static final Pattern PART = Pattern.compile("\\s+(\\S[^:]*): (enabled|disabled)");

  /** What Apple's own machines have; off everywhere else, and no protection. */
  private static final String INTERNAL = "Apple Internal";

  private Csrutil() {}

  static Reading<State> read(Answer answer) {
    return Answers.read(STATUS, answer, Csrutil::read);
  }

  private static Reading<State> read(Answer.Said said) {
    String headline = "";
    var parts = new ArrayList<String>();
    for (String line : said.text().lines().toList()) {
      Matcher part = PART.matcher(line);
      if (HEADLINE.matcher(line).matches()) {
        headline = headline.isEmpty() ? line : "two headlines";
      } else if (part.matches() && !part.group(1).equals(INTERNAL)) {
        parts.add(part.group(2));
      }
    }
    Matcher words = HEADLINE.matcher(headline);
    if (said.code() != 0 || !words.matches()) {
      return Refusal.because(STATUS, said);
    }
    return words.group(2) == null ? plain(words.group(1), parts, said) : custom(parts, said);
  }

  private static Reading<State> plain(String word, List<String> parts, Answer.Said said) {
    boolean off = word.equals("disabled");
    boolean contradicted = parts.contains(off ? "enabled" : "disabled");
    return word.equals("unknown") || contradicted
        ? Answers.notUnderstood(STATUS, said.text())
        : Reading.known(off ? State.OFF : State.ON);
  }

  private static Reading<State> custom(List<String> parts, Answer.Said said) {
    if (!parts.contains("disabled")) {
      return Answers.notUnderstood(STATUS, said.text());
    }
    return Reading.known(parts.contains("enabled") ? State.PARTLY : State.OFF);
  }
}
