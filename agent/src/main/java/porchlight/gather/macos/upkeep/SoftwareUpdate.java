package porchlight.gather.macos.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code softwareupdate -l --no-scan}: what the last look found. Without that option it would ask
 * Apple's servers for minutes.
 */
final class SoftwareUpdate {
  static final Run LIST =
      Run.of("softwareupdate", "-l", "--no-scan").within(Duration.ofSeconds(10));

  private static final String NONE = "No new software available.";
  private static final String SOME = "Software Update found the following new or updated software:";
  private static final Pattern LABEL = Pattern.compile("\\* Label: (.+)");
  private static final Pattern TITLE = Pattern.compile("Title: (.*?), Version: ([^,]*),.*");
  private static final Pattern OLD_LABEL = Pattern.compile("\\* (?!Label: )(\\S.*)");
  private static final Pattern OLD_TITLE = Pattern.compile("(.+) \\(([^()]*)\\), \\d+K.*");

  private SoftwareUpdate() {}

  static Reading<List<Offer>> read(Answer answer) {
    return Answers.read(LIST, answer, said -> parse(said));
  }

  /** Where it says that nothing is there differs: among its results or among its messages. */
  private static Reading<List<Offer>> parse(Answer.Said said) {
    String words = said.text() + "\n" + said.error();
    boolean none = words.lines().anyMatch(line -> line.strip().equals(NONE));
    boolean some = words.lines().anyMatch(line -> line.strip().equals(SOME));
    if (said.code() != 0 || none == some || words.contains("with error")) {
      return Refusal.because(LIST, said);
    }
    var offers = new ArrayList<Offer>();
    String label = "";
    for (String line : said.text().lines().map(String::strip).toList()) {
      Matcher start = LABEL.matcher(line);
      Matcher old = OLD_LABEL.matcher(line);
      Matcher title = (label.isEmpty() ? LABEL : TITLE).matcher(line);
      Matcher oldTitle = OLD_TITLE.matcher(line);
      if (start.matches() || old.matches()) {
        if (!label.isEmpty()) {
          return Answers.notUnderstood(LIST, label);
        }
        label = start.matches() ? start.group(1) : old.group(1);
      } else if (!label.isEmpty()) {
        Matcher told = title.matches() ? title : oldTitle;
        if (!told.matches()) {
          return Answers.notUnderstood(LIST, line);
        }
        offers.add(new Offer(told.group(1), told.group(2).strip(), label));
        label = "";
      }
    }
    return label.isEmpty() && some != offers.isEmpty()
        ? Reading.known(offers)
        : Answers.notUnderstood(LIST, said.text());
  }
}
