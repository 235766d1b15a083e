package porchlight.gather.browsers;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import porchlight.gather.OnDisk;

/** What real browsers left in a home on Linux; elsewhere they leave the same in other folders. */
public final class LeftBehind {
  private static final Path CAPTURES = Path.of("src/test/captures/linux/browsers");
  private static final String LIST = "profiles.ini";

  private LeftBehind() {}

  /** All files of a capture. */
  public static Map<String, String> all(String capture) {
    return OnDisk.texts(CAPTURES.resolve(capture));
  }

  /** The files of Chromium alone. */
  public static Map<String, String> chromium(String capture) {
    return OnDisk.texts(CAPTURES.resolve(capture + "/home/ann/.config/chromium"));
  }

  /** The files of Firefox alone, its profiles one folder deeper than on Linux. */
  public static Map<String, String> deeperFirefox(String capture) {
    var deeper = new TreeMap<String, String>();
    OnDisk.texts(CAPTURES.resolve(capture + "/home/ann/.config/mozilla/firefox"))
        .forEach((path, text) ->
            deeper.put(
                path.equals(LIST) ? LIST : "Profiles/" + path,
                path.equals(LIST) ? text.replace("Path=", "Path=Profiles/") : text));
    return deeper;
  }
}
