package porchlight.machine;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what stands in for a thing where the thing stood. */
final class StandIns {
  private StandIns() {}

  /** The text with every match replaced by its stand-in, which is taken as it is. */
  static String put(Pattern shape, String text, Function<MatchResult, String> standIn) {
    return shape.matcher(text).replaceAll(found -> Matcher.quoteReplacement(standIn.apply(found)));
  }
}
