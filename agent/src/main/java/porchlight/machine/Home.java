package porchlight.machine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The home folder of a person, safe to be asked about although an account's line names it. */
public record Home(String path) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/:\\s\\p{Cntrl}\\p{Cf}\\uFFFD]{1,80}){1,8}");

  public Home {
    if (!SHAPE.matcher(path).matches()) {
      throw new IllegalArgumentException("not a home folder: " + path);
    }
  }

  /** The folder, if it is absolute, plain and without spaces. */
  public static Optional<Home> of(String path) {
    return SHAPE.matcher(path).matches() ? Optional.of(new Home(path)) : Optional.empty();
  }

  /** Named lines of a settings file in it. */
  public Question.ReadSettings settings(String path, List<String> keys) {
    return new Question.ReadSettings(this.path, path, keys);
  }

  /** Named keys of a dconf database in it. */
  public Question.ReadDconf dconf(String path, List<String> keys) {
    return new Question.ReadDconf(this.path, path, keys);
  }
}
