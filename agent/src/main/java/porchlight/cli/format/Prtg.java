package porchlight.cli.format;

import java.util.ArrayList;
import java.util.List;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * PRTG's EXE/Script Advanced: channels, whose limits make the sensor's state, and a text without
 * {@code #} of 2,000 characters at most.
 */
final class Prtg implements Format {
  private static final int LONGEST = 2000;

  @Override
  public Printed of(Seen seen) {
    List<Json> channels = new ArrayList<>();
    seen.assessment().score().ifPresent(score -> channels.add(channel("Score", score).build()));
    boolean critical = seen.level() == Level.CRITICAL;
    channels.add(above(channel("Failed", seen.failed().size()), critical).build());
    // PRTG has no "unknown" but an error, which would hide the values: blind is a warning.
    channels.add(
        above(
                channel(
                    "Could not see",
                    seen.level() == Level.UNKNOWN && seen.blind().isEmpty()
                        ? 1
                        : seen.blind().size()),
                false)
            .build());
    return printed(
        new JsonObject().put("text", text(seen.line())).put("result", new Json.Arr(channels)));
  }

  @Override
  public Printed broken(String why) {
    return printed(new JsonObject().put("error", 1).put("text", text(Seen.plain(why))));
  }

  private static JsonObject channel(String name, long value) {
    return new JsonObject().put("channel", name).put("value", value);
  }

  /** Anything above nothing is an error, or a warning. */
  private static JsonObject above(JsonObject channel, boolean error) {
    return channel.put("limitmode", 1).put(error ? "limitmaxerror" : "limitmaxwarning", 0);
  }

  private static String text(String line) {
    String bare = line.replace("#", "");
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }

  private static Printed printed(JsonObject content) {
    return new Printed(JsonText.compact(new JsonObject().put("prtg", content).build()) + "\n", 0);
  }
}
