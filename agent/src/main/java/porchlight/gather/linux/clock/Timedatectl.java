package porchlight.gather.linux.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.ShownUnits;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code timedatectl show}: whether the kernel holds its clock to be set right, whichever program
 * has told it so, and whether a time service that systemd knows is turned on.
 */
record Timedatectl(boolean isSet, boolean isOn, boolean isThere) {
  static final Run SHOW =
      Run.of(
          "timedatectl",
          "show",
          "--property=CanNTP",
          "--property=NTP",
          "--property=NTPSynchronized");

  static Reading<Timedatectl> read(Answer answer) {
    return Answers.read(SHOW, answer, Timedatectl::said);
  }

  private static Reading<Timedatectl> said(Answer.Said said) {
    if (said.code() != 0) {
      return ShownUnits.refused(SHOW, said);
    }
    var values = new HashMap<String, Boolean>();
    for (String line : said.text().lines().toList()) {
      int equals = line.indexOf('=');
      String value = line.substring(equals + 1);
      boolean isAnswer = equals > 0 && (value.equals("yes") || value.equals("no"));
      if (!isAnswer || values.put(line.substring(0, equals), value.equals("yes")) != null) {
        return Answers.notUnderstood(SHOW, line);
      }
    }
    return values.keySet().containsAll(List.of("CanNTP", "NTP", "NTPSynchronized"))
        ? Reading.known(of(values))
        : Answers.notUnderstood(SHOW, said.text());
  }

  private static Timedatectl of(Map<String, Boolean> values) {
    return new Timedatectl(
        values.getOrDefault("NTPSynchronized", false),
        values.getOrDefault("NTP", false),
        values.getOrDefault("CanNTP", false));
  }
}
