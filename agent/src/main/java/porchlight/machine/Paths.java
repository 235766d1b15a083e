package porchlight.machine;

import java.util.regex.Pattern;

/** What may stand in a question's path. */
final class Paths {
  private static final Pattern UP = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)");
  private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:\\\\[^/:*?\"<>|]*");

  private Paths() {}

  static void requireAbsolute(String path) {
    if (!path.startsWith("/") && !WINDOWS.matcher(path).matches()) {
      throw new IllegalArgumentException("not absolute: " + path);
    }
    if (path.chars().anyMatch(c -> c < ' ') || UP.matcher(path).find()) {
      throw new IllegalArgumentException("not a plain path: " + path);
    }
  }

  /** A file name that came from outside: no separator, not a way up, no control character. */
  static String requireName(String name) {
    if (name.isEmpty()
        || name.equals(".")
        || name.equals("..")
        || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
      throw new IllegalArgumentException("not a file name: " + name);
    }
    return name;
  }

  /** The path of what bears that name in a folder. */
  static String join(String folder, String name) {
    char between = folder.startsWith("/") ? '/' : '\\';
    return folder + between + requireName(name);
  }

  /** A folder, and a path below it. */
  static void requireBelow(String folder, String path) {
    requireAbsolute(folder);
    requireInside(path);
  }

  /** A path below some folder: names with a slash between them. */
  static void requireInside(String path) {
    for (String name : path.split("/", -1)) {
      requireName(name);
    }
  }
}
