package porchlight.installer;

import java.util.regex.Pattern;

/** The verdicts in what {@code check --json} prints, one after another. */
final class Verdicts {
  private static final Pattern VERDICT =
      Pattern.compile("\"(check|outcome|severity|because|reason)\" ?: ?\"(?:[^\"\\\\]|\\\\.)*\"");

  private Verdicts() {}

  static String of(String json) {
    var out = new StringBuilder();
    var found = VERDICT.matcher(json);
    while (found.find()) {
      out.append(found.group()).append('\n');
    }
    // Whether the laptop was here before is its own memory, and no part of a recording.
    return out.toString()
        .replaceAll("(\"check\": \"place\"\n(?:\"(?!because).*\n)*)\"because\": .*\n", "$1");
  }
}
