package porchlight.machine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The home folder of a person, safe to be asked about although an account's line names it. */
public record Home(String path) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/:\\s\\p{Cntrl}\\p{Cf}\\uFFFD]{1,80}){1,8}");

  /** Names that end in a dot or a blank are not what they seem there. */
  private static final Pattern WINDOWS =
      Pattern.compile(
          "[A-Z]:(?:\\\\[^\\\\/:*?\"<>|,\\p{Cntrl}\\p{Cf}\\uFFFD]{0,79}[^\\\\/:*?\"<>|,\\p{Cntrl}\\p{Cf}\\uFFFD. ]){1,8}");

  public Home {
    if (!isOne(path)) {
      throw new IllegalArgumentException("not a home folder: " + path);
    }
  }

  /** The folder, if it is absolute and plain; without spaces but on Windows. */
  public static Optional<Home> of(String path) {
    return isOne(path) ? Optional.of(new Home(path)) : Optional.empty();
  }

  private static boolean isOne(String path) {
    return SHAPE.matcher(path).matches() || WINDOWS.matcher(path).matches();
  }

  /** Named lines of a settings file in it. */
  public Question.ReadSettings settings(String path, List<String> keys) {
    return new Question.ReadSettings(this.path, path, keys);
  }

  /** Named keys of a dconf database in it. */
  public Question.ReadDconf dconf(String path, List<String> keys) {
    return new Question.ReadDconf(this.path, path, keys);
  }

  /** Which of those there are in it. */
  public Question.Among among(List<String> paths) {
    return new Question.Among(path, paths);
  }

  /** The names in a folder of it. */
  public Question.ListInside list(String path) {
    return new Question.ListInside(this.path, path);
  }

  /** Named members of a JSON file in it. */
  public Question.ReadJson json(String path, List<String> members) {
    return new Question.ReadJson(this.path, path, members, false);
  }

  /** Named settings of a preferences file of Mozilla's in it. */
  public Question.ReadPrefs prefs(String path, List<String> names) {
    return new Question.ReadPrefs(this.path, path, names);
  }
}
