package porchlight.gather.linux.wifi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * What {@code iw station dump} says of the access point: before the keys are agreed on, a network
 * that is encrypted looks joined already.
 */
final class IwStation {
  private static final Pattern STATION = Pattern.compile("Station (\\S+) \\(on [^)]*\\)");
  private static final Pattern AUTHORIZED = Pattern.compile("\\s+authorized:\\s*(\\S+)");

  /** One of these comes last: the block was not cut off. */
  private static final List<String> LAST =
      List.of("connected time:", "associated at", "current time:");

  private IwStation() {}

  /**
   * Some drivers do not say; a station without that line counts when the rest of it is there.
   * Others list no stations at all: then somebody else has to know.
   */
  static Reading<Boolean> isAuthorized(Run question, Answer answer, String bssid) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.code() != 0) {
            return unknown(said.error());
          }
          boolean ours = false;
          boolean whole = false;
          for (String line : said.text().lines().toList()) {
            Matcher station = STATION.matcher(line.stripTrailing());
            Matcher authorized = AUTHORIZED.matcher(line.stripTrailing());
            if (station.matches()) {
              ours = station.group(1).equals(bssid);
            } else if (ours && authorized.matches()) {
              return authorized.group(1).matches("yes|no")
                  ? Reading.known(authorized.group(1).equals("yes"))
                  : Answers.notUnderstood(question, line);
            } else if (ours) {
              whole |= LAST.stream().anyMatch(line.strip()::startsWith);
            }
          }
          return whole ? Reading.known(true) : unknown("the access point is not in it");
        });
  }

  private static Reading<Boolean> unknown(String why) {
    return Reading.unknown(
        Reason.NOT_SUPPORTED,
        "iw does not say whether the keys are agreed on: " + Answers.brief(why));
  }
}
