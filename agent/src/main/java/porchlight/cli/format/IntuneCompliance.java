package porchlight.cli.format;

import java.util.Locale;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Finding;

/**
 * The discovery script of Intune's custom compliance: one flat object. Every check is a text, so
 * that a rule has to ask for {@code pass}: nothing that could not be seen satisfies it.
 */
final class IntuneCompliance implements Format {
  @Override
  public Printed of(Seen seen) {
    var out =
        new JsonObject()
            .put("PorchlightStatus", word(seen.level()))
            .put("PorchlightAnswer", seen.assessment().answer().word());
    seen.assessment().score().ifPresent(score -> out.put("PorchlightScore", score));
    out.put("PorchlightFailed", seen.failed().size()).put("PorchlightBlind", seen.blind().size());
    for (Finding finding : seen.assessment().findings()) {
      out.put(key(finding.check()), finding.verdict().outcome().word());
    }
    return printed(out);
  }

  @Override
  public Printed broken(String why) {
    return printed(
        new JsonObject()
            .put("PorchlightStatus", word(Level.UNKNOWN))
            .put("PorchlightAnswer", "cannot-say")
            .put("PorchlightTrouble", Seen.plain(why)));
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** {@code WifiEncryption}: the name of the setting in the rules. */
  static String key(String check) {
    var out = new StringBuilder();
    for (String word : check.split("-", -1)) {
      out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return out.toString();
  }

  private static Printed printed(JsonObject content) {
    return new Printed(JsonText.compact(content.build()) + "\n", 0);
  }
}
